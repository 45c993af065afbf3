// What the tab's API answers of a year's targets: what waits for whom, and what became of each press.
// Types only; who may ask for what is decided by the routes.
import type { Choice, Freshness } from './api.ts';

/** How far it has come: asked for and not proposed yet, or as its row says. */
export type TargetStage = 'to propose' | 'proposed' | 'sent back' | 'endorsed' | 'agreed';

export type TargetLine = {
  /** The target's key; of one that is not proposed yet, that of the return that asks for it. */
  readonly key: string;
  readonly revision: number;
  readonly stage: TargetStage;
  readonly measure: string;
  readonly code: string;
  readonly name: string;
  readonly team: string;
  readonly owner: string | null;
  /** '2021-22' */
  readonly year: string;
  /** '80% or more', 'No target', 'Baseline year'; null where nothing is proposed. */
  readonly proposed: string | null;
  /** Why: no target, or changed; null where nothing was said. */
  readonly because: string | null;
  /** '75% or more'; null where there was none. */
  readonly lastYear: string | null;
  /** '70% in Q1 2021-22'; null where there is none. */
  readonly lastFigure: string | null;
  /** 'Proposed by Waste Lead on Mon 5 July 2021.' */
  readonly told: string;
  readonly sentBackBecause: string | null;
  /** The person asking is asked for it. */
  readonly waitsForMe: boolean;
  readonly may: {
    readonly propose: boolean;
    readonly endorse: boolean;
    readonly sendBack: boolean;
    readonly agree: boolean;
  };
  /** What a proposal is asked for as. */
  readonly asksFor: 'value' | 'range';
  readonly unit: string;
};

export type TargetsView = {
  /** Answers a question: '3 targets wait for you to endorse'. */
  readonly title: string;
  readonly plan: string;
  readonly planName: string;
  readonly plans: readonly Choice[];
  readonly year: string;
  /** In the plan's order. */
  readonly lines: readonly TargetLine[];
  /** Agreed for the year, and not shown line by line. */
  readonly agreed: number;
  /** Decisions that agreeing, or a change, can rest on, newest first. */
  readonly decisions: readonly Choice[];
  /** Measures whose target may be changed by a decision; none where the person may not. */
  readonly changeable: readonly (Choice & {
    readonly asksFor: 'value' | 'range';
    readonly unit: string;
    /** What it is now, in words. */
    readonly now: string;
  })[];
  /** ISO: the first and last day a change may apply from. */
  readonly from: { readonly first: string; readonly last: string };
  readonly freshness: Freshness;
};

/** What was done, in words. `did`: something has been brought about. */
export type TargetsChanged = { readonly words: string; readonly did: boolean };
