// What the tab's API answers of sign-off: what waits for approval, what is to be signed, what was picked to be
// checked, and what was changed after the close. Types only; who may do what is decided at each request.
import type { Standing } from '../registers/words.ts';
import type { Choice, Freshness } from './api.ts';

/** An answer that waits for approval. */
export type WaitingLine = {
  readonly return: string;
  /** The revision it was looked at: sent back with the approval. */
  readonly revision: number;
  readonly measure: string;
  readonly name: string;
  readonly team: string;
  /** Null where it gives no figure yet. */
  readonly figure: string | null;
  readonly target: string | null;
  readonly standing: Standing | null;
  /** 'Voids Officer, Mon 5 October 2020' */
  readonly given: string;
  /** Why it is to be opened first; empty where it is plain. */
  readonly why: readonly string[];
  readonly plain: boolean;
  readonly said: readonly { readonly label: string; readonly words: string }[];
  /** Whoever asks is asked to approve it; else they may, or only see that it waits. */
  readonly mine: boolean;
  readonly may: boolean;
  /** 'Head of Voids': who is asked; 'Nobody is there to approve it'. */
  readonly with: string;
};

export type SignatureLine = {
  /** Null is the plan's finance. */
  readonly directorate: string | null;
  readonly name: string;
  readonly stands: string;
  readonly state: 'signed' | 'waiting' | 'not asked' | 'not in time';
  /** 'Signed by Director of Housing on Tue 20 October 2020: ...'; null where it is not. */
  readonly signed: string | null;
  readonly remarks: string | null;
  /** What has changed since it was signed: '2 returns changed since'. Null where nothing has. */
  readonly changed: string | null;
  /** Whoever asks may sign it now. */
  readonly may: boolean;
  /** Something waits for approval, so remarks are needed. */
  readonly needsRemarks: boolean;
};

export type VerificationLine = {
  readonly key: string;
  readonly measure: string | null;
  readonly name: string;
  readonly figure: string | null;
  readonly given: string;
  readonly why: string;
  readonly outcome: string | null;
  readonly evidence: string | null;
  readonly remarks: string | null;
  /** 'Performance Lead, Fri 30 October 2020'; null where it is not checked yet. */
  readonly checked: string | null;
  /** What stands, to be sent back with what is recorded in its place. */
  readonly was: string;
  /** Whoever asks may record it: never who answered. */
  readonly may: boolean;
};

export type LateChange = {
  readonly measure: string;
  readonly name: string;
  readonly figure: string | null;
  readonly because: string;
  readonly by: string;
};

/** A return that may be changed after the close. */
export type Changeable = {
  readonly return: string;
  readonly revision: number;
  readonly name: string;
  /** '400 days' */
  readonly figure: string | null;
  readonly asksFor: 'value' | { readonly numerator: string; readonly denominator: string };
};

export type SignOffView = {
  readonly key: string;
  readonly name: string;
  readonly state: string;
  /** '7 returns wait for your approval' */
  readonly title: string;
  readonly cycles: readonly Choice[];
  readonly waiting: readonly WaitingLine[];
  /** Of all that needs approval in the cycle; null where nothing does. */
  readonly approvals: string | null;
  readonly signatures: readonly SignatureLine[];
  readonly outcomes: readonly string[];
  readonly verifications: readonly VerificationLine[];
  readonly lateChanges: readonly LateChange[];
  /** Empty for everybody but the performance team, and while the cycle is open. */
  readonly changeable: readonly Changeable[];
  readonly freshness: Freshness;
};

/** What became of a press; `did`: something was brought about. */
export type SignOffDone = { readonly words: string; readonly did: boolean };
