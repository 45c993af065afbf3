// How a command talks to whoever typed it.

/** Takes a line; what it ends with is not part of it. */
export type Say = (line: string) => void;

/** To standard output. */
export const print: Say = (line) => void process.stdout.write(`${line}\n`);
