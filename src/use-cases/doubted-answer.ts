// What is doubted of an answer as a whole, what of that has been confirmed before, and what a person's
// word for it settles. What is doubtful in itself is decided in rules/doubts.ts.
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { saysAllIsWell } from '../rules/commentary-tone.ts';
import type { Doubt } from '../rules/doubt.ts';
import { doubtWords } from '../rules/doubt-words.ts';
import { doubtOf, type Figure, type FigureOf } from '../rules/doubts.ts';
import { type Refused, refused } from './refused.ts';

export type Said = Figure & { readonly commentary: string | null };

export type Doubting = {
  /** Not confirmed yet: nothing is saved until they are. */
  readonly open: readonly Doubt[];
  /** Every doubt, confirmed or not, as it goes on record; null where there is none. */
  readonly words: string | null;
  /** Why what is not open is right, as it was said before. */
  readonly because: string | null;
};

type Doubted = FigureOf & {
  readonly isOff: (value: number) => boolean;
  /** The figure as it stands: confirmed once, it is not doubted again. */
  readonly before: Pick<Return, 'state' | 'value' | 'commentary' | 'confirmedBecause'>;
};

export const doubtingOf = (registers: Registers, of: Doubted, said: Said): Doubting => {
  const figure = doubtOf(registers, { ...said, measure: of.measure, period: of.period });
  const tone = toneDoubt(of, said);
  const because = said.value === of.before.value ? of.before.confirmedBecause : null;
  const isNewTone = tone !== null && said.commentary !== of.before.commentary;
  const all = [figure, tone].filter((each) => each !== null);
  const open = because === null ? all : all.filter((each) => each === tone && isNewTone);
  const words = all.map((each) => doubtWords(each, of.measure)).join(' ');
  return { open, words: words || null, because: all.length > open.length ? because : null };
};

const toneDoubt = ({ measure, isOff }: Doubted, said: Said): Doubt | null => {
  if (said.commentary === null || !isOff(said.value)) return null;
  const words = saysAllIsWell(said.commentary, measure.polarity);
  return words === null ? null : { kind: 'commentary contradicts', words };
};

type Settled = Pick<Return, 'doubted' | 'confirmedBecause'>;

const longestReason = 500;

/** `right` null was not asked yet. A blank one is no reason. */
export const settle = (
  right: string | null,
  value: number,
  { open, words, because }: Doubting,
): Settled | Refused => {
  const said = right?.trim() ?? null;
  const [first, ...others] = open;
  if (words === null) return { doubted: null, confirmedBecause: null };
  if (said !== null && said.length > longestReason)
    return refused({
      reason: 'reason too long',
      length: said.length,
      most: longestReason,
      field: 'right',
    });
  if (first === undefined) return { doubted: words, confirmedBecause: said || because };
  if (said === null) return refused({ reason: 'doubtful', value, doubts: [first, ...others] });
  if (said === '') return refused({ reason: 'no reason given', field: 'right' });
  return { doubted: words, confirmedBecause: said };
};
