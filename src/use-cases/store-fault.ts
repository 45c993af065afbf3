// What can be wrong with the file or table the app keeps what it has accepted in, and what is said of it
// to a person. Which it is stands in the log and on the terminal alone.

/** Why nothing can be taken in. `damaged` and `replaced` stay until somebody has seen to it. */
export type StoreTrouble =
  | 'full'
  | 'read-only'
  | 'damaged'
  | 'replaced'
  | 'gone'
  | 'held'
  | 'away'
  | 'busy'
  | 'forbidden';

/** Nothing of the attempt was kept. The message names the file or table. */
export class StoreFault extends Error {
  readonly trouble: StoreTrouble;
  constructor(trouble: StoreTrouble, message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'StoreFault';
    this.trouble = trouble;
  }
}

const reasons: { readonly [T in StoreTrouble]: string } = {
  full: 'the disk is full',
  'read-only': 'its file may not be written',
  damaged: 'its file is damaged',
  replaced: 'its file was replaced while the app was running',
  gone: 'it is not where it was',
  held: 'another process holds its file',
  away: 'its storage account does not answer',
  busy: 'its storage account is busy',
  forbidden: 'its storage account refuses the app',
};

/** For /health: what is wrong, and that nothing is lost by it. */
export const troubleWords = ({ trouble }: StoreFault): string =>
  `Nothing new is taken in, because the Outbox cannot keep it: ${reasons[trouble]}. The log says where it is.`;
