/** Cuts a file into lines as it is read, however large it is. */

/** Longer than any record: what is longer was not written by us. */
export const longestLine = 16 * 1024 * 1024;

export interface Line {
  readonly bytes: Uint8Array;
  /** False for the rest behind the last line end. */
  readonly ended: boolean;
}

const lineEnd = 0x0a;

/** Every line without its line end; what is longer than `longestLine` is cut there, and the rest of it left out. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const keep = (part: Uint8Array) => {
    const room = longestLine - length;
    if (room > 0 && part.length > 0) parts.push(part.subarray(0, room));
    length += part.length;
  };
  const take = () => {
    const [only] = parts;
    const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
    parts = [];
    length = 0;
    return bytes;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(lineEnd); at >= 0; at = chunk.indexOf(lineEnd, from)) {
      keep(chunk.subarray(from, at));
      yield { bytes: take(), ended: true };
      from = at + 1;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield { bytes: take(), ended: false };
}
