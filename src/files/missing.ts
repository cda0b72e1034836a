/** Takes what is not there for nothing; any other failure is thrown. For `catch`. */
export function ignoreMissing(thrown: NodeJS.ErrnoException): undefined {
  if (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR') return undefined;
  throw thrown;
}
