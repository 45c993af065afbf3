// A measure that the registers have not, from what its row says of it. What the row does not say is
// set to a stated default and said; a measure without a code, a name or a team cannot be begun.
import { type Measure, periodBases, polarities } from '../../registers/measures.ts';
import { newRow } from '../../registers/new-row.ts';
import { sameKey } from '../../registers/same-key.ts';
import type { Cell } from '../workbook.ts';
import { isMarked, valueOfCell } from '../workbook.ts';
import { quoted, textOfCell } from './cell-text.ts';
import type { Fact } from './heading-meaning.ts';
import { frequencyWords, noTargetWords, polarityWords } from './heading-words.ts';
import type { MeasureRow } from './measure-rows.ts';
import type { PeriodSaid } from './period-words.ts';
import { plainName } from './plain-name.ts';
import { percentOf } from './read-column.ts';

export type ToDeclare = {
  readonly plan: string;
  readonly row: MeasureRow;
  /** The cells of figures and targets, with the period each is of. */
  readonly told: readonly {
    readonly what: string;
    readonly cell: Cell;
    readonly said: PeriodSaid | null;
  }[];
  readonly priority: string | null;
  readonly owner: string | null;
  readonly team: string | null;
};

export type Declared =
  | { readonly measure: Measure; readonly defaults: string }
  | { readonly stops: readonly { readonly fact: Fact; readonly words: string }[] };

export const declareMeasure = (asked: ToDeclare): Declared => {
  const { plan, row, told, team } = asked;
  const { key = '', code: written = '', name = '', definition = '' } = row.facts;
  const code = written || key.slice(key.lastIndexOf('|') + 1);
  const stops: { fact: Fact; words: string }[] = [];
  if (code === '')
    stops.push({
      fact: 'code',
      words: `${quoted(name)} is no measure of ${plan}: a new one needs a code.`,
    });
  if (name === '')
    stops.push({
      fact: 'code',
      words: `${quoted(code)} is no measure of ${plan}: a new one needs a name.`,
    });
  if (code.length > 60)
    stops.push({ fact: 'code', words: `${quoted(code)} is too long to be a code.` });
  if (name.length > 255)
    stops.push({
      fact: 'name',
      words: `This name has ${name.length} characters; a name holds 255.`,
    });
  if (key !== '' && !sameKey(key, `${plan}|${code}`))
    stops.push({
      fact: 'key',
      words: `Key ${quoted(key)} does not fit its row: plan|code makes "${plan}|${code}".`,
    });
  if (team === null)
    stops.push({
      fact: row.facts.team ? 'team' : 'name',
      words: `A new measure needs a team: ${row.facts.team ? `${quoted(row.facts.team)} is none we know` : 'this row names none'}.`,
    });
  if (stops.length > 0 || team === null) return { stops };
  const said = wordsFor(asked);
  const percentage = said.unit.startsWith('%');
  const measure = newRow('measures', {
    key: `${plan}|${code}`,
    title: name,
    plan,
    code,
    team,
    priority: asked.priority,
    owner: asked.owner,
    ...said,
    decimals: decimalsOf(row.facts.decimals, told, percentage),
    publicationLag: 0,
    asksFor: told.some(({ what }) => what === 'denominator')
      ? 'numerator and denominator'
      : 'value',
    definition: definition || null,
    dataOnly: told.some(
      ({ what, cell }) =>
        what === 'target' && noTargetWords.slice(0, 7).includes(textOfCell(cell).toLowerCase()),
    ),
  });
  return { measure, defaults: defaultsSaid(asked, measure) };
};

type Said = Pick<Measure, 'unit' | 'polarity' | 'frequency' | 'periodBasis'>;

const wordsFor = ({ row, told }: ToDeclare): Said => {
  const kinds = new Set(told.flatMap(({ said }) => (said ? [said.kind] : [])));
  const byShape = kinds.has('month')
    ? 'monthly'
    : kinds.has('quarter')
      ? 'quarterly'
      : kinds.has('year')
        ? 'annual'
        : 'quarterly';
  const frequency = wordIn(frequencyWords, row.facts.frequency) ?? byShape;
  const basis = row.facts.basis?.toLowerCase();
  return {
    unit: unitOf(row.facts.unit, told),
    polarity: polarityOf(row.facts) ?? 'none',
    frequency,
    periodBasis: periodBases.find((each) => each === basis) ?? basisOf(frequency, told),
  };
};

const basisOf = (
  frequency: Measure['frequency'],
  told: ToDeclare['told'],
): Measure['periodBasis'] => {
  const years = told.flatMap(({ said }) => (said?.kind === 'year' ? [said] : []));
  if (frequency !== 'annual' || years.length === 0) return 'financial';
  if (years.every(({ academic }) => academic)) return 'academic';
  return years.every(({ year }) => year.kind === 'single') ? 'calendar' : 'financial';
};

const wordIn = <K extends string>(
  table: { readonly [N in K]: readonly string[] },
  text = '',
): K | null => {
  const word = text.trim().toLowerCase();
  const plain = plainName(text);
  const found = Object.entries<readonly string[]>(table).find(
    ([meaning, all]) =>
      word !== '' && (meaning === word || all.includes(word) || all.includes(plain)),
  );
  return (found?.[0] as K | undefined) ?? null;
};

/** Null where the row does not say, or says it in words we do not know. */
export const polarityOf = (facts: MeasureRow['facts']): Measure['polarity'] | null => {
  const bigger = yesOrNo(facts.biggerIsBetter);
  if (bigger !== null) return bigger ? 'maximise' : 'minimise';
  const smaller = yesOrNo(facts.smallerIsBetter);
  if (smaller !== null) return smaller ? 'minimise' : 'maximise';
  const typed = facts.polarity ?? facts.biggerIsBetter;
  return (
    polarities.find((each) => sameKey(each, typed?.trim() ?? '')) ?? wordIn(polarityWords, typed)
  );
};

const yesOrNo = (text = ''): boolean | null => {
  if (/^(?:y|yes|true|✓)$/i.test(text.trim())) return true;
  return /^(?:n|no|false|✗|x)$/i.test(text.trim()) ? false : null;
};

const unitOf = (text = '', told: ToDeclare['told']): string => {
  const word = plainName(text);
  if (/^(?:%|percent|per cent|percentage|percentages)$/.test(word)) return '%';
  if (/^(?:£|pound|pounds|gbp|currency|money)$/.test(word)) return '£';
  if (/^(?:number|no|num|count|integer|numeric|numbers)$/.test(word)) return 'number';
  if (text.trim() !== '') return text.trim().slice(0, 255);
  if (told.some(({ cell }) => (isMarked(cell) && cell.percent) || textOfCell(cell).includes('%')))
    return '%';
  return told.some(({ cell }) => textOfCell(cell).startsWith('£')) ? '£' : 'number';
};

const mostDecimals = 3;

const decimalsOf = (text = '', told: ToDeclare['told'], percentage: boolean): number => {
  if (/^\d$/.test(text.trim())) return Number(text);
  return told.reduce((most, { cell }) => {
    const value = valueOfCell(cell);
    const shown =
      typeof value === 'number'
        ? String(isMarked(cell) && cell.percent && percentage ? percentOf(value) : value)
        : textOfCell(cell);
    const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
    return Math.max(most, Math.min(mostDecimals, decimals));
  }, 0);
};

const defaultsSaid = ({ row, owner, told }: ToDeclare, measure: Measure): string => {
  const facts = row.facts;
  const missing = [
    ...(polarityOf(facts) === null
      ? [`Good is: ${measure.polarity} (no RAG until it is said)`]
      : []),
    ...(facts.unit ? [] : [`Unit: ${measure.unit}`]),
    ...(facts.decimals ? [] : [`Decimals: ${measure.decimals}`]),
    ...(wordIn(frequencyWords, facts.frequency) === null
      ? [`Frequency: ${measure.frequency}`]
      : []),
    ...(facts.basis ? [] : [`Period basis: ${measure.periodBasis}`]),
    `Publication lag: ${measure.publicationLag} days`,
    ...(owner === null
      ? [`Owner: blank${facts.owner ? `, ${quoted(facts.owner)} is nobody we know` : ''}`]
      : []),
    ...(measure.priority === null
      ? [`Priority: blank${facts.priority ? `, ${quoted(facts.priority)} is none we know` : ''}`]
      : []),
  ];
  return `${measure.code} is new. What the sheet does not say is set: ${missing.join('; ')}.${fractionsSaid(told, measure)}`;
};

/** Nothing shows whether 0.83 of a new percentage is 83%: it is taken as written, and said. */
const fractionsSaid = (told: ToDeclare['told'], { unit }: Measure): string => {
  if (!unit.startsWith('%') || told.some(({ cell }) => isMarked(cell) && cell.percent)) return '';
  const numbers = told.flatMap(({ what, cell }) =>
    (what === 'figure' || what === 'target') && textOfCell(cell) !== ''
      ? [Number(textOfCell(cell))].filter(Number.isFinite)
      : [],
  );
  const first = numbers.find((value) => value !== 0);
  return first !== undefined && numbers.every((value) => Math.abs(value) <= 1)
    ? ` Its figures are read as they stand: ${first}%, not ${percentOf(first)}%.`
    : '';
};
