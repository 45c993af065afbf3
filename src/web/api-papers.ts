// What the tab's API answers of papers: the shelf of a quarter, one paper, and what became of a press. Types
// only; who may do what is decided at each request.
import type { Choice, Freshness } from './api.ts';

export type PaperClearance = {
  readonly clearance: 'finance' | 'legal' | 'portfolio';
  readonly words: string;
  /** 'Section 151 officer, Mon 2 November 2020'; null where it has not been cleared. */
  readonly cleared: string | null;
  /** 'Words changed since: 1.2 Days to let an empty home.': it is to be cleared again; null where none were. */
  readonly reworded: string | null;
  /** Sent back with a clearance: that it is of these words. */
  readonly seen: number;
  /** Whoever asks may clear it now. */
  readonly may: boolean;
};

/** A step of its way to a meeting. */
export type PaperStep = {
  readonly words: string;
  /** 'Mon 16 November 2020' */
  readonly on: string;
  readonly state: 'done' | 'late' | 'ahead';
  /** 'Too late: papers are open for inspection five clear days before.'; null where it is in time. */
  readonly trouble: string | null;
};

export type PaperLine = {
  readonly key: string;
  readonly name: string;
  /** 'Cabinet, Tue 24 November 2020'; null where it goes to nobody by name. */
  readonly audience: string | null;
  readonly stage: 'Draft' | 'In clearance' | 'Cleared' | 'Held' | 'Issued';
  /** What it waits for, in a sentence; blank where there is nothing to say. */
  readonly waits: string;
  /** The step that comes next is past its day. */
  readonly isLate: boolean;
  readonly clearances: readonly PaperClearance[];
  /** The clearance it waits for first, or its issue, is for whoever asks to give. */
  readonly isTheirTurn: boolean;
  /** Whoever asks may issue it now. */
  readonly mayIssue: boolean;
  /** It has a copy for publication, and nothing holds it. */
  readonly mayPublish: boolean;
};

export type HoldLine = {
  readonly key: string;
  readonly words: string;
  readonly because: string | null;
  readonly mayRelease: boolean;
};

export type PapersView = {
  readonly cycle: string;
  readonly name: string;
  /** '2 papers of Quarter 2 2020-21 wait for you' */
  readonly title: string;
  /** Why all are drafts; null once the figures are frozen. */
  readonly note: string | null;
  readonly cycles: readonly (Choice & { readonly plan: string; readonly period: string })[];
  readonly hold: HoldLine | null;
  readonly groups: readonly { readonly heading: string; readonly papers: readonly PaperLine[] }[];
  readonly freshness: Freshness;
};

/** Words that may be changed through clearance. */
export type PaperWordingLine = {
  /** 'Measures: plan|code', or with what of it: 'Measures: plan|code (source)'. */
  readonly line: string;
  /** '1.2 Days to let an empty home: why there is no figure' */
  readonly name: string;
  /** As its owner wrote it. */
  readonly written: string;
  /** As the paper prints it; '' prints nothing. */
  readonly printed: string;
  /** They are not printed as they stand: they may tell of a few people, or of a figure that is left out. */
  readonly isHeldBack: boolean;
  /** Sent back with a change: that it is of these words. */
  readonly revision: number;
  /** 'Changed by Performance Lead, Mon 2 November 2020: Reason'; null where its owner's words stand. */
  readonly changed: string | null;
  /** These words are newer than those it prints: they were changed after its own had frozen. */
  readonly isNewer: boolean;
};

export type PaperView = {
  readonly paper: PaperLine;
  readonly steps: readonly PaperStep[];
  readonly lines: readonly PaperWordingLine[];
  readonly mayReword: boolean;
  /** Why its words are not changed any more, or not yet; null while they may be. */
  readonly wordsFixed: string | null;
  /** It has a confidential appendix that whoever asks may read. */
  readonly appendix: boolean;
  /** 'By Performance Lead: 412 lines in the list Paper lines.'; null where it is not. */
  readonly issued: string | null;
  readonly hold: HoldLine | null;
  /** What its file says changes with it: the page is fetched again when this does. */
  readonly version: string;
  readonly freshness: Freshness;
};

/** What became of a press; `did`: something was brought about. */
export type PaperDone = { readonly words: string; readonly did: boolean };
