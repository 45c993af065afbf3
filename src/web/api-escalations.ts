// What the tab's API answers of escalations: what waits for whom, on what evidence, and all that was said.
// Types only; who sees what is decided by the rules.
import type { Choice, Freshness } from './api.ts';

export type EscalationAct =
  | 'acknowledge'
  | 'ask'
  | 'reply'
  | 'require plan'
  | 'give plan'
  | 'accept'
  | 'offer support';

/** One thing said or done: 'Asked, by Director of Housing'. */
export type EscalationStep = {
  readonly key: string;
  readonly words: string;
  /** 'Mon 12 October 2020, 09:30' */
  readonly at: string;
  /** In their own words; null where nothing was said. */
  readonly said: string | null;
};

export type EscalationLine = {
  readonly key: string;
  readonly name: string;
  /** What was escalated: 'Off target on new figures running'. */
  readonly kind: string;
  readonly urgent: boolean;
  readonly state: 'Open' | 'Acknowledged' | 'Answered' | 'Closed';
  /** Evidence, as it stood the day it was raised. */
  readonly howBad: string;
  /** Each with its label, in the order a director asks: how long, promised last time, what became of it. */
  readonly evidence: readonly { readonly label: string; readonly words: string }[];
  /** Raised when, taken to whom, who is asked; and when a plan is due. */
  readonly facts: readonly string[];
  readonly may: readonly EscalationAct[];
  /** What waits to be answered; null where nothing does. */
  readonly question: { readonly key: string; readonly words: string } | null;
  /** How many questions were asked and plans required: a press says what it was made on. */
  readonly asked: number;
  readonly required: number;
  readonly history: readonly EscalationStep[];
  /** The measure it is about, to be opened; null of anything else. */
  readonly measure: string | null;
};

export type EscalationGroup = {
  readonly heading: 'Waiting for you' | 'Waiting for others' | 'Closed';
  readonly lines: readonly EscalationLine[];
  /** How many more there are than are shown. */
  readonly more: number;
};

export type EscalationsView = {
  /** Answers a question: '2 escalations need you'. */
  readonly title: string;
  /** Those that hold something. */
  readonly groups: readonly EscalationGroup[];
  /** Who may carry out a recovery plan. */
  readonly people: readonly Choice[];
  readonly freshness: Freshness;
};

export type EscalationDone = { readonly words: string };
