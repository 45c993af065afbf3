// What a person can do wrong, as values. Bot and tab each turn a reason into words, exhaustively.

export type RefusedReason =
  | { readonly reason: 'not yours' }
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
  | { readonly reason: 'commentary required'; readonly value: number }
  | { readonly reason: 'commentary too long'; readonly length: number; readonly most: number }
  | { readonly reason: 'not a date'; readonly typed: string }
  | { readonly reason: 'date not ahead'; readonly date: Temporal.PlainDate }
  | { readonly reason: 'no reason given' }
  | { readonly reason: 'no reason for no target' }
  | { readonly reason: 'range upside down' }
  | { readonly reason: 'reason too long'; readonly length: number; readonly most: number }
  | {
      /** Someone else answered first, or the card is older than the last answer. */
      readonly reason: 'answered meanwhile';
      readonly by: string | null;
      readonly at: Temporal.Instant | null;
    }
  | { readonly reason: 'not allowed' }
  /** The Outbox can keep nothing just now: its disk is full, or its file damaged. */
  | { readonly reason: 'not kept' }
  | { readonly reason: 'unknown cycle' }
  | { readonly reason: 'wrong state'; readonly state: string };

export type NumberField = 'value' | 'numerator' | 'denominator' | 'low' | 'high';

export type Refused = { readonly outcome: 'refused' } & RefusedReason;

export const refused = <R extends RefusedReason>(
  reason: R,
): { readonly outcome: 'refused' } & R => ({
  outcome: 'refused',
  ...reason,
});
