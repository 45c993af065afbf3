// Where the bars of a saving fall: required, forecast and achieved on one scale for every commitment.
// Knows nothing of drawing. An amount not given has no bar, which is not a bar of no length.
import type { Amount, SavingLine } from '../../src/web/api-work.ts';

export const barKinds = ['required', 'forecast', 'achieved'] as const;
export type BarKind = (typeof barKinds)[number];

export const barWords: { readonly [K in BarKind]: string } = {
  required: 'Required',
  forecast: 'Forecast',
  achieved: 'Achieved',
};

export type Bar = {
  readonly kind: BarKind;
  readonly y: number;
  /** Null where the amount is not yet given. */
  readonly bar: { readonly x: number; readonly width: number } | null;
  /** '£1,200,000', or that it is not yet given. */
  readonly words: string;
  readonly wordsAt: number;
};

export const barHeight = 14;
const barStep = 22;
export const barsHeight = barStep * barKinds.length;
/** Room for the bar's name before it and its amount after it. */
const before = 76;
const after = 104;

/** The least and most pounds any bar stands for; nought is always on the scale. */
export const savingsScale = (
  lines: readonly SavingLine[],
): { readonly least: number; readonly most: number } => {
  const given = lines.flatMap((line) =>
    barKinds.flatMap((kind) => (line[kind] ? [line[kind].pounds] : [])),
  );
  return { least: Math.min(0, ...given), most: Math.max(0, ...given) };
};

export const savingBars = (
  line: SavingLine,
  { least, most }: { readonly least: number; readonly most: number },
  width: number,
): readonly Bar[] => {
  const room = Math.max(40, width - before - after);
  const at = (pounds: number) => before + (room * (pounds - least)) / (most - least || 1);
  return barKinds.map((kind, index) => ({
    kind,
    y: index * barStep,
    ...placed(line[kind], at),
  }));
};

const placed = (amount: Amount, at: (pounds: number) => number) => {
  if (!amount) return { bar: null, words: 'not yet given', wordsAt: at(0) };
  const [from, to] = [at(Math.min(0, amount.pounds)), at(Math.max(0, amount.pounds))];
  return {
    bar: { x: rounded(from), width: rounded(Math.max(1, to - from)) },
    words: amount.words,
    wordsAt: rounded(to) + 6,
  };
};

const rounded = (length: number): number => Math.round(length * 10) / 10;

/** What the bars say to someone who cannot see them. */
export const savingWords = (line: SavingLine): string =>
  barKinds.map((kind) => `${barWords[kind]} ${line[kind]?.words ?? 'not yet given'}`).join(', ');

/** Where the bar of what is live ends, and the guide it is held against. */
export const guideShape = (
  { live, guide }: { readonly live: number; readonly guide: number | null },
  width: number,
): { readonly bar: number; readonly mark: number | null } => {
  const most = Math.max(live, guide ?? 0, 1);
  return {
    bar: rounded((live / most) * width),
    mark: guide === null ? null : rounded((guide / most) * width),
  };
};
