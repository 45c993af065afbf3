// A request byte by byte, as no browser would send it: what came back until the server closed the connection
// or fell silent.
import { connect } from 'node:net';

/** `slowly`: milliseconds between the parts. `patience`: milliseconds to wait for an end. */
export const sendRaw = (
  appUrl: string,
  parts: readonly string[],
  { slowly = 0, patience = 3_000 } = {},
): Promise<{ readonly text: string; readonly closed: boolean }> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(appUrl).port), 'localhost');
    let text = '';
    const end = (closed: boolean): void => {
      clearTimeout(enough);
      clearInterval(next);
      socket.destroy();
      resolve({ text, closed });
    };
    const enough = setTimeout(() => end(false), patience);
    const left = [...parts];
    const write = (): void => {
      const part = left.shift();
      if (part !== undefined && socket.writable) socket.write(part);
    };
    write();
    const next = setInterval(write, slowly || 1);
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
    });
    socket.on('close', () => end(true));
    socket.on('error', () => end(true));
  });

export const statusOf = (text: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);
