/** A file of a directory that Git has and the disk has not. */
export interface DeletedFile {
  /** Below the directory. */
  readonly path: string;
  /** A commit that still has it. */
  readonly commit: string;
}
