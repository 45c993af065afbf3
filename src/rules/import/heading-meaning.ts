// What one column means, from the words that head it.
import { factWords, neverWords, perPeriodWords } from './heading-words.ts';
import {
  type PeriodSaid,
  periodSaidWords,
  readPeriodWords,
  type YearSaid,
} from './period-words.ts';

export type Fact = keyof typeof factWords;
export type PerPeriod = Exclude<keyof typeof perPeriodWords, 'annualTarget'>;

export type Meaning =
  | { readonly is: 'fact'; readonly fact: Fact }
  | {
      readonly is: 'per period';
      readonly what: PerPeriod;
      /** Null: the row's period, or the sheet's. */
      readonly period: PeriodSaid | null;
      /** Of a target: for the year, whatever quarter stands above it. */
      readonly annual: boolean;
    }
  | { readonly is: 'left'; readonly because: string };

const lookUp = <K extends string>(table: { readonly [N in K]: readonly string[] }) =>
  new Map(
    Object.entries<readonly string[]>(table).flatMap(([meaning, all]) =>
      all.map((words) => [words, meaning as K] as const),
    ),
  );

const facts = lookUp<Fact>(factWords);
const perPeriod = lookUp<PerPeriod | 'annualTarget'>(perPeriodWords);
const never = lookUp<string>(neverWords);

const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

/** Null where the words are none we know. */
export const meaningOf = (heading: string): Meaning | null => {
  const whole = plainWords(heading);
  if (whole === '') return null;
  const fact = facts.get(whole);
  if (fact) return { is: 'fact', fact };
  const { said, rest } = readPeriodWords(heading);
  const words = withoutAsides(plainWords(rest));
  const because = never.get(words) ?? never.get(whole);
  if (because !== undefined) return { is: 'left', because };
  if (words === '' && said === null) return null;
  const what = perPeriod.get(words);
  if (what === 'annualTarget')
    return { is: 'per period', what: 'target', period: yearOnly(said), annual: true };
  if (what) return { is: 'per period', what, period: said, annual: false };
  // 'Priority 2020-24' and 'Tolerance 2020/21' are what they are without the year.
  const dated = facts.get(words);
  return dated ? { is: 'fact', fact: dated } : null;
};

/** 'Target (%)' and 'Actual £' are of a unit, not of another meaning. */
const withoutAsides = (words: string): string =>
  words.replace(/ ?(?:%|£|\b(?:number|p|cumulative)\b)$/u, '').trim();

const yearOnly = (said: PeriodSaid | null): PeriodSaid | null =>
  said?.year ? { kind: 'year', year: said.year, academic: false } : null;

const factNames: { readonly [F in Fact]: string } = {
  key: 'Key',
  code: "The measure's code",
  name: "The measure's name",
  polarity: 'Good is',
  biggerIsBetter: 'Good is (yes: maximise)',
  smallerIsBetter: 'Good is (yes: minimise)',
  unit: 'Unit',
  decimals: 'Decimals',
  frequency: 'Frequency',
  basis: 'Period basis',
  tolerance: 'Tolerance',
  owner: 'Owner',
  team: 'Team',
  directorate: 'Directorate',
  priority: 'Priority',
  definition: 'Definition',
  period: 'Period',
  year: 'Year',
};

const perPeriodNames: { readonly [P in PerPeriod]: string } = {
  figure: 'Figure',
  target: 'Target',
  numerator: 'Numerator',
  denominator: 'Denominator',
  finality: 'Provisional or final',
  commentary: 'Commentary',
  decision: 'Decision',
};

/** As the preview says it; null for a column that is left. */
export const meaningWords = (
  meaning: Meaning | null,
  sheetYear: YearSaid | null,
): string | null => {
  if (meaning === null || meaning.is === 'left') return null;
  if (meaning.is === 'fact') return factNames[meaning.fact];
  const of = meaning.period ? ` of ${periodSaidWords(meaning.period, sheetYear)}` : '';
  return `${meaning.annual ? 'Target of the year' : perPeriodNames[meaning.what]}${of}`;
};
