// What a person can do wrong, as values. Bot and tab each turn a reason into words, exhaustively.

import type { Doubt } from '../rules/doubt.ts';
import type { EscalationFault } from '../rules/escalation-fault.ts';
import type { LineFault } from '../rules/line-fault.ts';
import type { SignOffFault } from '../rules/sign-off-fault.ts';
import type { WorkedOut } from '../rules/worked-out.ts';

export type RefusedReason =
  | { readonly reason: 'not yours' }
  /** By the People register, and their account still works. */
  | { readonly reason: 'has left'; readonly on: Temporal.PlainDate }
  | { readonly reason: 'unknown return' }
  | { readonly reason: 'cycle closed'; readonly on: string }
  | { readonly reason: 'cycle withdrawn'; readonly because: string }
  | { readonly reason: 'cycle not open' }
  | { readonly reason: 'nothing typed'; readonly field: NumberField }
  | { readonly reason: 'not a number'; readonly field: NumberField; readonly typed: string }
  | {
      readonly reason: 'ambiguous number';
      readonly field: NumberField;
      readonly typed: string;
      /** The two ways it could be read, as they would be typed. */
      readonly either: readonly [string, string];
    }
  | { readonly reason: 'zero denominator' }
  /** `doubts`: what is doubted of the figure besides, so that a slip is seen before it is explained. */
  | {
      readonly reason: 'commentary required';
      readonly value: number;
      readonly doubts?: readonly Doubt[];
    }
  /** Nothing is saved until the person has said that it is right, and why. */
  | {
      readonly reason: 'doubtful';
      readonly value: number;
      readonly doubts: readonly [Doubt, ...Doubt[]];
    }
  /** Off target: what is done about it, or why nothing is. */
  | {
      readonly reason: 'action required';
      readonly value: number;
      readonly doubts?: readonly Doubt[];
    }
  | { readonly reason: 'no date for the action' }
  | { readonly reason: 'nobody for the action' }
  | { readonly reason: 'action and no action' }
  | { readonly reason: 'nobody by that name' }
  | { readonly reason: 'cycle suspended' }
  | { readonly reason: 'commentary too long'; readonly length: number; readonly most: number }
  | { readonly reason: 'not a date'; readonly typed: string; readonly field?: DateField }
  | {
      readonly reason: 'date not ahead';
      readonly date: Temporal.PlainDate;
      readonly field?: DateField;
    }
  | { readonly reason: 'no reason given'; readonly field?: TextField }
  | { readonly reason: 'no reason for no target' }
  | { readonly reason: 'range upside down' }
  | {
      readonly reason: 'reason too long';
      readonly length: number;
      readonly most: number;
      readonly field?: TextField;
    }
  | {
      /** Someone else answered first, or the card is older than the last answer, or than what came of it. */
      readonly reason: 'answered meanwhile';
      readonly by: string | null;
      readonly at: Temporal.Instant | null;
      /** Left out: answered it. */
      readonly did?: 'answered' | 'approved' | 'sent back';
    }
  | { readonly reason: 'not allowed' }
  /** The Outbox can keep nothing just now: its disk is full, or its file damaged. */
  | { readonly reason: 'not kept' }
  | { readonly reason: 'unknown cycle' }
  /** Decisions holds none by that code, so there is nothing on record to go by. */
  | { readonly reason: 'no such decision' }
  | { readonly reason: 'wrong state'; readonly state: string }
  /** What is reported of a line that is not a measure: its words are in rules/line-fault.ts. */
  | { readonly reason: 'line'; readonly fault: LineFault }
  /** Of something said of an escalation: its words are in rules/escalation-fault.ts. */
  | { readonly reason: 'escalation'; readonly fault: EscalationFault }
  /** What stands against an approval, a signature or a check: its words are in rules/sign-off-fault.ts. */
  | { readonly reason: 'sign-off'; readonly fault: SignOffFault }
  /** A figure that is worked out is another than was shown; null: nothing is left to work it out from. */
  | { readonly reason: 'figures changed'; readonly now: WorkedOut | null };

export type NumberField = 'value' | 'forecast' | 'numerator' | 'denominator' | 'low' | 'high';

/** Which date; where it is not said, the one there will be a figure by. */
export type DateField = 'until' | 'actionBy';
/** Which words; where it is not said, why there is no figure. */
export type TextField = 'because' | 'source' | 'limits' | 'action' | 'noAction' | 'right';

export type Refused = { readonly outcome: 'refused' } & RefusedReason;

export const refused = <R extends RefusedReason>(
  reason: R,
): { readonly outcome: 'refused' } & R => ({
  outcome: 'refused',
  ...reason,
});
