// What a press of a card's button may carry, parsed strictly: identifiers and what was typed, never a
// right. Anything missing, extra, too long or mistyped is no press at all.
import { z } from 'zod';
import type { Verb } from '../cards/adaptive-card.ts';

const key = z.string().min(1).max(255);
/** Longer than any answer that would be accepted, so that a refusal can give it all back. */
const short = z.string().max(200).default('');
const long = z.string().max(4_000).default('');
const v = z.literal(1);

const answered = {
  v,
  cycle: key,
  return: key,
  revision: z.number().int().min(0).max(10_000),
  value: short,
  numerator: short,
  denominator: short,
  commentary: long,
  until: short,
  because: long,
};
const targeted = {
  v,
  cycle: key,
  return: key,
  revision: answered.revision,
  value: short,
  low: short,
  high: short,
  because: long,
};
const finality = z.enum(['provisional', 'final']);

const shapes = {
  start: z.strictObject({ v, cycle: key }),
  owed: z.strictObject({ v }),
  open: z.strictObject({ v, cycle: key.optional(), return: key }),
  correct: z.strictObject({ v, cycle: key, return: key }),
  answer: z.strictObject({ ...answered, finality }),
  'no-data': z.strictObject({ ...answered, finality: finality.default('final') }),
  target: z.strictObject(targeted),
  'no-target': z.strictObject(targeted),
  acknowledge: z.strictObject({ v, cycle: key, level: z.enum(['manager', 'SMT']) }),
} satisfies { readonly [V in Verb]: z.ZodType };

export type Press = {
  [V in Verb]: { readonly verb: V; readonly data: z.infer<(typeof shapes)[V]> };
}[Verb];

export type Pressed<V extends Verb> = Extract<Press, { verb: V }>['data'];

/** Null for a verb we do not know, or data with anything missing, extra, too long or mistyped. */
export const readPress = (verb: unknown, data: unknown): Press | null => {
  if (typeof verb !== 'string' || !Object.hasOwn(shapes, verb)) return null;
  const read = shapes[verb as Verb].safeParse(data);
  return read.success ? ({ verb, data: read.data } as Press) : null;
};

export const malformedWords =
  'This card could not be read, so nothing was changed. Type anything here for a fresh one.';
