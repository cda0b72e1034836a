/** One text connection to a server of 127.0.0.1, a line at a time. */
import { once } from 'node:events';
import { connect } from 'node:net';

export interface Connection {
  /** The next line without its end; null when the server has closed. */
  readLine(): Promise<string | null>;
  write(text: string): void;
  close(): void;
}

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  await once(socket, 'connect');
  socket.on('error', () => {}); // A server that drops us is told by `null`.
  const lines = readLines(socket);
  return {
    async readLine() {
      const { value, done } = await lines.next();
      return done ? null : value;
    },
    write: (text) => void socket.write(text),
    close: () => void socket.destroy(),
  };
}

async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<string, undefined> {
  let rest = '';
  try {
    for await (const chunk of chunks) {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch {
    // Reset instead of closed: the end all the same.
  }
  return undefined;
}
