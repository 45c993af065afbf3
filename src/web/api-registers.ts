// What the tab's API answers of registers, the golden thread and import. Types only.
import type { Standing } from '../registers/words.ts';
import type { Choice, Freshness } from './api.ts';

/** A register on the shelf. */
export type RegisterCard = {
  /** Its address: /registers/actions. */
  readonly name: string;
  readonly list: string;
  /** 'a key activity, or a milestone of one'. */
  readonly row: string;
  readonly rows: number;
  readonly group: 'The plan' | 'Collection' | 'Governance' | 'Papers' | 'Kept by the product';
  /** Its list in SharePoint; null on a machine with no tenant. */
  readonly openIn: string | null;
};

export type RegistersView = {
  readonly registers: readonly RegisterCard[];
  /** The performance team imports and exports. */
  readonly mayImport: boolean;
  /** Plans a file can be taken into. */
  readonly plans: readonly Choice[];
  readonly freshness: Freshness;
};

export type RegisterColumn = {
  readonly name: string;
  readonly words: string;
  readonly kind: 'text' | 'long' | 'number' | 'date' | 'choice' | 'yesNo' | 'rows';
  readonly note: string | null;
};

/** A row as people read it: pointers as the titles of what they point at. */
export type RegisterRow = {
  readonly key: string;
  readonly title: string;
  readonly access: 'public' | 'internal' | 'exempt';
  /** In the order of the columns; '' is blank. */
  readonly cells: readonly string[];
  /** Its place in the golden thread, for registers that have one: 'Actions: plan|1.A1'. */
  readonly line: string | null;
};

export type RegisterView = {
  readonly name: string;
  readonly list: string;
  readonly row: string;
  readonly group: RegisterCard['group'];
  readonly columns: readonly RegisterColumn[];
  readonly rows: readonly RegisterRow[];
  /** Rows that match, of which `rows` is one page. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly plan: string;
  /** Plans that have rows here; empty where the register knows no plan. */
  readonly plans: readonly Choice[];
  readonly search: string;
  /** Exempt rows the person asking may not read. */
  readonly withheld: number;
  /** Those they may, which a file of the register leaves out unless it is asked for them. */
  readonly exempt: number;
  readonly openIn: string | null;
  readonly mayImport: boolean;
  readonly freshness: Freshness;
};

/** One row of the golden thread. */
export type ThreadNode = {
  /** 'Objectives: plan|1.2'. */
  readonly id: string;
  readonly column: ThreadColumn;
  /** 'Priority', 'Objective', 'Action'. */
  readonly kind: string;
  readonly code: string;
  readonly title: string;
  /** Set where it is of another plan than the one looked at. */
  readonly otherPlan: string | null;
  /** A measure's; null for every other line. */
  readonly standing: Standing | null;
  /** How work or a risk stands, in words: 'Delayed', 'Score 20 of 25'; null where nothing is known. */
  readonly state: string | null;
  /** Work that is delayed or at risk, a risk above what the council accepts. */
  readonly isSerious: boolean;
  /** A line of this plan that serves nothing above it, or nothing but the section it is in. */
  readonly isLoose: boolean;
  /** What it serves: ids of nodes above, in any column before its own. */
  readonly above: readonly string[];
};

export type ThreadColumn =
  | 'Vision'
  | 'Priorities'
  | 'Objectives'
  | 'Outcomes'
  | 'Measures'
  | 'Work'
  | 'Risks'
  | 'People';

export type ThreadView = {
  /** Answers a question: 'How 458 lines serve 72 priorities, and 63 serve nothing yet'. */
  readonly title: string;
  readonly plan: string;
  readonly plans: readonly Choice[];
  readonly nodes: readonly ThreadNode[];
  /** Lines that serve nothing: named, because a thread with a gap is the finding. */
  readonly loose: number;
  readonly freshness: Freshness;
};

export type ImportDoubt = {
  readonly sheet: string;
  /** 'C7'; null where it is about the sheet. */
  readonly cell: string | null;
  readonly words: string;
  /** Nothing can be taken until it is mended in the file. */
  readonly stops: boolean;
};

export type ImportView = {
  readonly file: string;
  readonly plan: string;
  /** Answers a question: '12 rows would change in 3 registers'. */
  readonly title: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden: boolean;
    readonly taken: boolean;
    /** What it was understood to be, in a sentence; null where it was not. */
    readonly understood: string | null;
    readonly rows: number;
    readonly columns: readonly {
      readonly at: string;
      readonly heading: string;
      /** What it is taken to mean; null: not used. */
      readonly means: string | null;
    }[];
  }[];
  readonly counts: readonly {
    /** Its address: /registers/actions. */
    readonly register: string;
    readonly list: string;
    readonly new: number;
    readonly changed: number;
    readonly same: number;
  }[];
  /** The first of each, those that stop before the others; how many there are beside it. */
  readonly doubts: readonly ImportDoubt[];
  readonly doubtsInAll: number;
  /** How many of them stop the import. */
  readonly stops: number;
  readonly changes: readonly {
    readonly list: string;
    readonly title: string;
    readonly key: string;
    readonly state: 'new' | 'changed';
    readonly cells: readonly {
      readonly words: string;
      readonly was: string;
      readonly becomes: string;
    }[];
  }[];
  readonly changesInAll: number;
  readonly mayTake: boolean;
  /** Of what is shown: only this can be agreed to. */
  readonly fingerprint: string;
};

export type ImportTaken = {
  readonly outcome: 'taken' | 'nothing to change';
  readonly rows: number;
};
