// What the tab's API answers of a cycle: its board, its messages, and what became of each press.
// Types only; who may ask for what is decided by the routes.
import type { NotificationState, Step } from '../registers/words.ts';
import type { Choice, Freshness } from './api.ts';

export type CycleState = 'Planned' | 'Open' | 'Suspended' | 'Closed' | 'Withdrawn';

/** All counts are of returns. Late, unreachable and away are each a part of owed. */
export type BoardCounts = {
  readonly asked: number;
  readonly answered: number;
  readonly owed: number;
  /** Once the cycle has closed: never answered. */
  readonly late: number;
  readonly unreachable: number;
  readonly away: number;
};
export type BoardColumn = keyof BoardCounts;

/** Somebody's returns in one team. */
export type BoardPerson = BoardCounts & {
  /** Null: nobody owns these. */
  readonly key: string | null;
  readonly name: string;
  /** Who is asked for what they owe, as the register has it today: themselves, or whoever covers. */
  readonly asks: readonly { readonly key: string; readonly name: string }[];
  /** 'Away until Mon 12 October 2020; Dee is asked.' Null where they are asked themselves. */
  readonly cover: string | null;
  /** 'Reminder sent Fri 9 October 2020, 09:00', or why it did not arrive; null where none was tried. */
  readonly last: { readonly words: string; readonly arrived: boolean } | null;
};
export type BoardTeam = BoardCounts & {
  readonly key: string;
  readonly name: string;
  readonly people: readonly BoardPerson[];
};
export type BoardDirectorate = BoardCounts & {
  readonly name: string;
  readonly teams: readonly BoardTeam[];
};

export type MessageLine = {
  readonly key: string;
  readonly person: string;
  readonly step: Step;
  /** Whom it is about, by name; null on most. */
  readonly about: string | null;
  readonly state: NotificationState;
  /** 'Fri 9 October 2020, 09:00': when it was settled, or fell due where it still waits. */
  readonly at: string;
  /** Why, where the state alone does not say. */
  readonly because: string | null;
  readonly possiblyRepeated: boolean;
};

export type CycleView = {
  readonly key: string;
  readonly name: string;
  readonly state: CycleState;
  /** Answers a question: '12 of 56 answered, due by Wed 14 October 2020'. */
  readonly title: string;
  /** Why it was withdrawn, or the decision that suspended it; null where neither. */
  readonly because: string | null;
  readonly cycles: readonly Choice[];
  readonly calendar: readonly { readonly label: string; readonly words: string }[];
  readonly counts: BoardCounts;
  readonly directorates: readonly BoardDirectorate[];
  /** Every message state, zero included. */
  readonly messages: readonly { readonly state: NotificationState; readonly count: number }[];
  /** What did not arrive, and why: of those that ask a person for the same, the newest. */
  readonly undelivered: readonly (MessageLine & {
    /** How many before it did not arrive either. */
    readonly before: number;
  })[];
  /** Decisions a suspension can rest on, newest first. */
  readonly decisions: readonly Choice[];
  /** Its closing day has come while it was suspended: going on ends it. */
  readonly closesAtOnce: boolean;
  readonly may: {
    readonly open: boolean;
    readonly close: boolean;
    readonly withdraw: boolean;
    readonly suspend: boolean;
    readonly resume: boolean;
    readonly nudge: boolean;
    /** What is queued can be stopped. */
    readonly cancel: boolean;
    readonly deliverAgain: boolean;
  };
  readonly freshness: Freshness;
};

export type MessagesView = { readonly messages: readonly MessageLine[] };

/** Exactly who gets a card, with what, and who does not and why. */
export type SendsPreview = {
  readonly will: readonly {
    readonly person: string;
    readonly name: string;
    readonly returns: readonly { readonly key: string; readonly words: string }[];
    /** 'Mon 12 October 2020, 08:00' where it waits for a time it may go at; null: at once. */
    readonly goesAt: string | null;
    /** What is out of the ordinary: 'also for Head of Voids'. Left out on most. */
    readonly note?: string;
  }[];
  /** Reason by reason, each with all whom it keeps from getting one. */
  readonly willNot: readonly { readonly words: string; readonly names: readonly string[] }[];
};

/** What opening a planned cycle would send; `known` is what it is opened by, as shown. */
export type OpeningShown = SendsPreview & {
  readonly known: string;
  /** '14 people get one card each, for 56 returns.' */
  readonly words: string;
};

/** `changed`: it was not opened, since things are no longer as they were shown. */
export type OpenAnswer =
  | { readonly outcome: 'opened' }
  | { readonly outcome: 'changed'; readonly words: string; readonly preview: OpeningShown };

/** `changed`: nothing went, since things are no longer as they were shown. */
export type NudgeAnswer =
  | { readonly outcome: 'nudged'; readonly words: string }
  | { readonly outcome: 'changed'; readonly words: string; readonly preview: SendsPreview };

/** What was done to messages, in words. `did`: something has been brought about, not only begun. */
export type MessagesChanged = { readonly words: string; readonly did: boolean };

export type CycleChanged = {
  readonly outcome: 'opened' | 'closed' | 'withdrawn' | 'suspended' | 'resumed';
  /** Its closing day came while it was suspended. */
  readonly closesAtOnce?: boolean;
};
