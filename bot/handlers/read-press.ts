// What a press of a card's button may carry, parsed strictly: identifiers and what was typed, never a
// right. Anything missing, extra, too long or mistyped is no press at all.
import { z } from 'zod';
import { promiseStates } from '../../src/use-cases/read-answer.ts';
import type { Verb } from '../cards/adaptive-card.ts';
import { escalationForms } from '../cards/ask-card.ts';
import type { Typed } from '../cards/question.ts';
import type { LineTyped } from '../cards/report.ts';
import { isLineTyped, oneLine, typedApart } from './read-typed.ts';

const key = z.string().min(1).max(255);
/** Longer than any answer that would be accepted, so that a refusal can give it all back. */
const short = z.string().max(200).default('').transform(oneLine);
const long = z.string().max(4_000).default('');
const short255 = z.string().max(255).default('').transform(oneLine);
const v = z.literal(1);
/** What an escalation, or a question about one, is known by on a card. */
const mark = z.string().regex(/^[0-9a-f]{16}$/);
const nth = z.number().int().min(0).max(10_000);

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
  forecast: short,
  source: short255,
  limits: long,
  action: long,
  actionOwner: z.string().max(255).default(''),
  actionBy: short,
  noAction: long,
  promise: z.enum(['', ...promiseStates]).default(''),
  promiseOf: short255,
  /** The return chosen to go to first: it counts only where `keep` goes to another. */
  next: short255,
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
  next: short255,
};
/** What was typed of a line goes by the names of its fields, in one place of its own. */
const reported = z.preprocess(
  typedApart,
  z.strictObject({
    v,
    cycle: key,
    return: key,
    revision: answered.revision,
    next: short255,
    page: z.number().int().min(1).max(1_000).default(1),
    to: z.enum(['later', 'another', 'page']).default('later'),
    /** Not there where nothing was doubted yet. */
    right: z.string().max(4_000).optional(),
    typed: z.custom<LineTyped>(isLineTyped),
  }),
);
const finality = z.enum(['provisional', 'final']);

const shapes = {
  start: z.strictObject({ v, cycle: key }),
  owed: z.strictObject({ v }),
  open: z.strictObject({ v, cycle: key.optional(), return: key }),
  correct: z.strictObject({ v, cycle: key, return: key }),
  answer: z.strictObject({ ...answered, finality }),
  confirm: z.strictObject({ ...answered, finality, right: long }),
  keep: z.strictObject({
    ...answered,
    finality: finality.default('final'),
    low: short,
    high: short,
    to: z.enum(['later', 'another']).default('later'),
  }),
  'no-data': z.strictObject({ ...answered, finality: finality.default('final') }),
  'confirm-figure': z.strictObject({ ...answered, finality: finality.default('final') }),
  report: reported,
  'no-news': reported,
  'keep-line': reported,
  target: z.strictObject(targeted),
  'no-target': z.strictObject(targeted),
  'baseline-year': z.strictObject(targeted),
  targets: z.strictObject({ v, cycle: key }),
  endorse: z.strictObject({ v, cycle: key, seen: key }),
  'send-target-back': z.strictObject({ v, cycle: key, target: short255, because: long }),
  approve: z.strictObject({
    v,
    cycle: key,
    return: short255,
    revision: answered.revision.optional(),
    shown: short,
  }),
  review: z.strictObject({ v, cycle: key, return: short255, remarks: long }),
  'send-back': z.strictObject({
    v,
    cycle: key,
    return: key,
    revision: answered.revision,
    because: long,
  }),
  sign: z.strictObject({ v, cycle: key, directorate: short255, remarks: long, return: short255 }),
  acknowledge: z.strictObject({ v, cycle: key, level: z.enum(['manager', 'SMT']) }),
  escalations: z.strictObject({ v }),
  escalation: z.strictObject({
    v,
    escalation: mark,
    form: z.enum([...escalationForms, 'answer']).default('none'),
  }),
  /** Those that were shown, by their marks. */
  seen: z.strictObject({ v, shown: short255, from: z.enum(['all', 'one']) }),
  ask: z.strictObject({ v, escalation: mark, asked: nth, question: long }),
  reply: z.strictObject({ v, escalation: mark, question: mark, answer: long }),
  'require-plan': z.strictObject({
    v,
    escalation: mark,
    required: nth,
    dueOn: short,
    because: long,
  }),
  'give-plan': z.strictObject({
    v,
    escalation: mark,
    required: nth,
    what: long,
    planOwner: short255,
    dueOn: short,
  }),
  accept: z.strictObject({ v, escalation: mark, because: long }),
  'offer-support': z.strictObject({ v, escalation: mark, support: long, on: short }),
  away: z.strictObject({ v, until: short }),
  back: z.strictObject({ v }),
  'not-mine': z.strictObject({ v, cycle: key, return: short255, because: long }),
  'name-owner': z.strictObject({ v, cycle: key, measure: key, owner: short255 }),
} satisfies { readonly [V in Verb]: z.ZodType };

/** A press of one of some verbs: of any, unless they are named. */
export type Press<V extends Verb = Verb> = {
  [Each in V]: { readonly verb: Each; readonly data: z.infer<(typeof shapes)[Each]> };
}[V];

export type Pressed<V extends Verb> = Press<V>['data'];

/** Every verb a card's button may have. */
export const verbs = Object.keys(shapes) as readonly Verb[];

/** Null for a verb we do not know, or data with anything missing, extra, too long or mistyped. */
export const readPress = (verb: unknown, data: unknown): Press | null => {
  if (typeof verb !== 'string' || !Object.hasOwn(shapes, verb)) return null;
  const read = shapes[verb as Verb].safeParse(data);
  return read.success ? ({ verb, data: read.data } as Press) : null;
};

export const malformedWords =
  'This card could not be read, so nothing was changed. Type anything here for a fresh one.';

/** All that was typed on a question, without what the card itself carries. */
export const typedOf = (
  data: Pressed<'answer' | 'no-data' | 'keep' | 'confirm-figure'>,
): Typed => ({
  value: data.value,
  numerator: data.numerator,
  denominator: data.denominator,
  finality: data.finality,
  commentary: data.commentary,
  until: data.until,
  because: data.because,
  forecast: data.forecast,
  source: data.source,
  limits: data.limits,
  action: data.action,
  actionOwner: data.actionOwner,
  actionBy: data.actionBy,
  noAction: data.noAction,
  promise: data.promise,
});
