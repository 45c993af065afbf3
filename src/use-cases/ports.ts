// What the use cases need from outside. Each port has one contract suite in test/contracts, run
// against every implementation; src/app.ts alone decides which implementation is used.
import type { JournalSource } from '../registers/journal.ts';
import type { Plain } from '../registers/register.ts';
import type { Change, RegisterName, Registers, Row } from '../registers/registers.ts';
import type { Step } from '../registers/words.ts';
import type { Press } from '../rules/card-shows.ts';
import type { Cell, Workbook } from '../rules/workbook.ts';
import type { DirectorySearch, Installer } from './accounts-port.ts';
import type { StoreFault } from './store-fault.ts';

/** The council's clock, in its own zone. In production it is the machine's; nothing moves it. */
export interface Clock {
  now(): Temporal.ZonedDateTime;
}

/** One message to one person; its key is messageKey's. The card is drawn when it is sent. */
export type Message = {
  readonly person: string;
  readonly cycle: string;
  readonly step: Step;
  /** Whom it is about: the person who cannot be reached. Null on every other step. */
  readonly about: string | null;
  /** ISO date of a step that may come more than once in a cycle; null, or not there, on every other. */
  readonly on?: string | null;
  /** The Teams message to draw again in place, where this is not a new one. */
  readonly replaces: { readonly conversation: string; readonly activity: string } | null;
};

/** One thing taken in from outside, durable before anyone is told "saved". */
export type Entry = {
  /** Its natural key: a thing accepted twice is one entry. Compared without case. */
  readonly key: string;
  /** Person key, or null for the clock. */
  readonly by: string | null;
  readonly at: Temporal.Instant;
  readonly changes: readonly Change[];
  readonly message: Message | null;
  /** What the Journal is told besides: given wherever a person, a file or a command is behind it. */
  readonly journal?: { readonly source: JournalSource; readonly why: string | null };
};

/** What became of offering an entry: `already` carries who and what came first. */
export type Acceptance =
  | { readonly outcome: 'accepted'; readonly pending: readonly Pending[] }
  | { readonly outcome: 'already'; readonly first: Entry };

/** When an Outbox was made, on the council's clock and on the machine's. */
export type Begun = { readonly council: Temporal.Instant; readonly machine: Temporal.Instant };

/** A message waiting to go. `inFlight`: a send had begun when the app last stopped. */
export type Waiting = {
  readonly key: string;
  readonly message: Message;
  readonly inFlight: boolean;
};

/** A change not yet in the lists, in the order it was accepted. */
export type Pending = Change & {
  readonly sequence: number;
  /** Person key; null is the product itself. Its list is told so in ChangedBy. */
  readonly by: string | null;
  /** On the machine's clock: what somebody sets in the list later than this is the newer edit. */
  readonly acceptedAt: Temporal.Instant;
};

/**
 * Accepted, not yet landed. Every call is durable before it resolves.
 * Where the store is full or damaged it throws a StoreFault, and nothing is told "saved".
 */
export interface Outbox {
  /** Each entry alone, in order: a key already there changes nothing. */
  accept(entries: readonly Entry[]): Promise<readonly Acceptance[]>;
  find(key: string): Promise<Entry | null>;
  /** Messages not yet settled, oldest first. */
  waiting(limit: number): Promise<readonly Waiting[]>;
  /** Marks a send as begun. False when it was settled or withdrawn meanwhile: do not send. */
  begin(keys: readonly string[]): Promise<readonly string[]>;
  /** Records how a send ended, with the changes that tell the lists so, as one. */
  settle(
    settled: readonly { readonly key: string; readonly changes: readonly Change[] }[],
  ): Promise<readonly Pending[]>;
  /** Changes not yet landed, in order; `above`: only those of a later sequence than this. */
  pending(limit: number, above?: number): Promise<readonly Pending[]>;
  /** These have reached the lists. */
  landed(sequences: readonly number[]): Promise<void>;
  depth(): { readonly changes: number; readonly messages: number };
  /** Null where an earlier version began it: then nothing of it was lost. */
  begun(): Begun | null;
  /** Why nothing can be taken in, until it can again; null where all is well. */
  trouble(): StoreFault | null;
  /** Asked at each beat: looks the store over, and where it was in trouble tries it again. */
  isWell(): boolean;
  close(): void;
}

/** Held by one process at a time: only its holder ticks, sends and writes. */
export interface Lease {
  /** False while another process holds it. */
  hold(): boolean;
  release(): void;
}

/** How an attempt to reach a person ended. `possiblyRepeated`: a reply was lost on the way. */
export type Delivery =
  | {
      readonly outcome: 'sent';
      readonly activity: string;
      readonly conversation: string;
      readonly serviceUrl: string;
      readonly attempts: number;
      readonly possiblyRepeated: boolean;
    }
  | { readonly outcome: 'unreachable'; readonly because: string; readonly attempts: number }
  | {
      readonly outcome: 'failed';
      readonly because: string;
      readonly attempts: number;
      /** A card that was to be drawn again was left to its person, who had begun to fill it in. */
      readonly inUse?: true;
    };

/** What this process knows of presses on cards in chats. It is forgotten when the process ends. */
export interface Presses {
  /** On the council's clock: presses before it are not known of. */
  readonly since: Temporal.Instant;
  note(activity: string, asks: Press['asks']): void;
  /** The last on that message; null where there was none that is known of. */
  last(activity: string): Press | null;
}

/** Teams, as the use cases see it. Keeps Teams' limits and retries what may be retried. */
export interface Messenger {
  /**
   * `mayGo` is asked again before each request, since a wait may have outlived the right to make it. Where
   * it says no the message is called off: it may have arrived only if an earlier request was not answered.
   */
  deliver(message: Message, mayGo?: () => boolean): Promise<Delivery | 'called off'>;
}

/** Why a list did not take a change. */
export type ListFault = 'conflict' | 'notFound' | 'throttled' | 'forbidden' | 'unreachable';

export type Written = {
  readonly sequence: number;
  readonly fault: ListFault | null;
  /** What of this change was not written, because somebody set it in the list after it was accepted. */
  readonly stood?: readonly Stood[];
  /** The row had been deleted in the list meanwhile, and was written again whole. */
  readonly again?: true;
};

/** A column that was left as somebody set it in the list after the change was accepted. */
export type Stood = { readonly column: string; readonly ours: Plain; readonly theirs: Plain };

/** Who made a version of a row. All null: the list does not say. */
export type Editor = {
  readonly objectId: string | null;
  readonly name: string | null;
  readonly isThisApp: boolean;
};

/** A version of a row as its list kept it. */
export type RowVersion = {
  /** As people see it: '5.0'. */
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly editor: Editor;
  /** Who was behind it, as ChangedBy says: a person key; counts only where editor.isThisApp. */
  readonly changedBy: string | null;
  /** Null where the version cannot be read. */
  readonly row: Row<RegisterName> | null;
};

/** The lists behind the replica. Keeps the tenant's resource units. */
export interface Lists {
  /**
   * A row's versions, newest first; none where it is not in its list. The one read that is asked of
   * the lists themselves: it costs resource units.
   */
  history(
    register: RegisterName,
    key: string,
  ): Promise<readonly RowVersion[] | { readonly fault: ListFault }>;
  /** Writes in the order given; answers for each. A row that is not there is created. */
  write(changes: readonly Pending[]): Promise<readonly Written[]>;
  /**
   * Which hands an edit came from, oldest first: none where it turns out to be this app's own. Reads
   * each row once, and its versions only where more than one of them may be behind the edit.
   */
  whoEdited(edits: readonly HandEdit[]): Promise<readonly (readonly HandVersion[])[]>;
  /**
   * Takes rows out of their lists; they lie in the site's recycle bin for its own time. Answers for each:
   * one that is not there is taken out. Nothing waits in the Outbox for it: who asks asks again.
   */
  remove(rows: readonly RowNamed[]): Promise<readonly (ListFault | null)[]>;
}

export type RowNamed = { readonly register: RegisterName; readonly key: string };

/** What somebody other than this process did to a row, heard from its list. */
export type HandEdit = {
  readonly register: RegisterName;
  /** As the row is known now; where its key was changed by hand, `before` has the old one. */
  readonly key: string;
  /** The list's id of the row and the version heard: telling it twice is telling it once. */
  readonly item: string;
  /** Null where the row went. */
  readonly etag: string | null;
  /** Null: begun by hand. */
  readonly before: Row<RegisterName> | null;
  /** The version `before` was; null or left out where it is not known. */
  readonly beforeEtag?: string | null;
  /** Who made the version heard, as the list told it with the news of it; left out where it did not. */
  readonly madeBy?: object;
  /** Null: removed by hand. */
  readonly after: Row<RegisterName> | null;
};

/** One hand's part in an edit. */
export type HandVersion = Pick<HandEdit, 'before' | 'after'> & {
  readonly editor: Editor;
  /** By the list's clock; null where it does not say. */
  readonly at: Temporal.Instant | null;
};

/** All reads: the lists as last heard of, with what is pending laid over. */
export interface Replica {
  registers(): Registers;
  /** Lays accepted changes over the lists, at once. */
  lay(changes: readonly Pending[]): void;
  /** When the list heard from longest ago was heard from, on the machine's clock; null before the first load. */
  heardAt(): Temporal.Instant | null;
  /**
   * Edits heard since last asked, each once. A write of ours whose answer was lost, or came after
   * the news of it, may be among them: ask who made it.
   */
  takeEdits(): readonly HandEdit[];
}

/** Why a file was not read: nothing of it was used. */
export type FileRefused = {
  readonly refused:
    | 'not a spreadsheet'
    | 'has macros'
    | 'has a password'
    | 'too large'
    | 'too large unpacked'
    | 'too many cells'
    | 'damaged'
    | 'took too long';
  /** In a sentence, with the limit where there is one. */
  readonly words: string;
};

/** A sheet to be written: headings, then rows. Text is never read as a formula. */
export type SheetToWrite = {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
};

/** Spreadsheet files, as the use cases see them. Nothing in a file is ever run or followed. */
export interface Spreadsheets {
  /** The name tells .xlsx from .csv; the contents are checked all the same. */
  read(
    file: { readonly name: string; readonly bytes: Uint8Array },
    progress?: (done: number) => void,
  ): Promise<Workbook | FileRefused>;
  writeXlsx(sheets: readonly SheetToWrite[]): Promise<Uint8Array>;
  /** UTF-8 with a byte order mark, so that Excel reads it as it is. */
  writeCsv(sheet: SheetToWrite): Promise<Uint8Array>;
}

/** Structured, without personal data: ids and counts only. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
  fault(event: string, error: unknown, facts?: Readonly<Record<string, string | number>>): void;
}

export type Ports = {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly replica: Replica;
  readonly lists: Lists;
  readonly messenger: Messenger;
  readonly log: Log;
  /** Left out where nobody presses: then a card is never taken to be in use. */
  readonly presses?: Presses;
  /** Whether the lists did not take what was last written to them, or are long in taking it. */
  readonly listsAreAway?: () => boolean;
  /** Left out where the app's id in the Teams catalogue is not known: then nobody is installed for. */
  readonly installer?: Installer;
  /** Left out where nothing is asked on behalf of people: then only People is searched. */
  readonly colleagues?: DirectorySearch;
};
