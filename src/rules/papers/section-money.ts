// Finance beside performance: what each priority costs beside how it stands, then revenue, capital, reserves
// and known gaps. A sum is printed only where every part of it is known.
import type { MoneyFact } from '../dataset/dataset.ts';
import { numberCell, poundsCell, textCell } from './cells.ts';
import { countsOf } from './counted.ts';
import { counted, few, nameOf, pounds } from './measure-words.ts';
import type { Block, Cell, PaperSection } from './paper.ts';
import { paragraph } from './said.ts';
import { groupsFilled } from './section-groups.ts';
import { filledTableBlock, number, tableBlock, text } from './tables.ts';
import type { Told } from './told.ts';

/** Null where the budget has no line that is told. */
export const moneySection = (told: Told): PaperSection | null => {
  const { money } = told.facts;
  if (money.length === 0) return null;
  const of = (kind: MoneyFact['kind']) => money.filter((line) => line.kind === kind);
  const revenue = of('revenue');
  return {
    id: 'money',
    heading: 'Money beside performance',
    blocks: [
      ...forecastSentence('Revenue', revenue),
      ...besideTable(told, revenue),
      ...budgetTable(revenue, { id: 'revenue', caption: 'Revenue: budget and forecast' }),
      ...budgetBars(revenue),
      ...requiredTable(revenue),
      ...forecastSentence('Capital', of('capital')),
      ...budgetTable(of('capital'), { id: 'capital', caption: 'Capital: budget and forecast' }),
      ...balances(of('reserves'), { id: 'reserves', caption: 'Reserves', heading: 'Balance' }),
      ...balances(of('known gap'), {
        id: 'gaps',
        caption: 'Known gaps in the budgets of later years',
        heading: 'Gap',
      }),
    ],
    sections: [],
  };
};

type Sums = { readonly budget: number; readonly forecast: number };

/** Null where one of the two is not known. */
export const sumsOf = (lines: readonly MoneyFact[]): Sums | null => {
  const [budget, forecast] = [totalOf(lines, 'budget'), totalOf(lines, 'forecast')];
  return budget === null || forecast === null ? null : { budget, forecast };
};

/**
 * A total as printed goes before a sum of ours. Null where there are several, since nobody has said which of
 * them is of all, and where a line is not known.
 */
export const totalOf = (
  lines: readonly MoneyFact[],
  column: 'budget' | 'forecast',
): number | null => {
  const totals = lines.filter(({ isTotal }) => isTotal);
  if (totals.length > 1) return null;
  return sumOf(totals.length === 1 ? totals : lines, column);
};

/** Null where one is not known, or there are none. */
const sumOf = (lines: readonly MoneyFact[], column: 'budget' | 'forecast'): number | null => {
  let sum = 0;
  for (const line of lines) {
    const amount = line[column];
    if (amount === null) return null;
    sum += amount;
  }
  return lines.length === 0 ? null : sum;
};

/** Where no total is told, what the lines come to is not all there is: it says so. */
const forecastSentence = (kind: string, lines: readonly MoneyFact[]): readonly Block[] => {
  const sums = sumsOf(lines);
  const what = lines.some(({ isTotal }) => isTotal) ? kind : `${kind}, by the lines below,`;
  return sums === null ? [] : [paragraph(`${what} ${againstBudget(sums)}.`)];
};

/** 'is forecast at £20,500,000, £500,000 over its budget of £20,000,000'. */
export const againstBudget = ({ budget, forecast }: Sums): string => {
  const variance = Math.round(forecast - budget);
  const off =
    variance === 0
      ? 'on its budget'
      : `${pounds(Math.abs(variance))} ${variance > 0 ? 'over' : 'under'} its budget`;
  return `is forecast at ${pounds(forecast)}, ${off} of ${pounds(budget)}`;
};

/** The two columns a council reads together: how a priority stands, and how its money does. */
const besideTable = ({ facts }: Told, revenue: readonly MoneyFact[]): readonly Block[] => {
  const rows = groupsFilled(facts, 'priority').flatMap(({ group, measures }) => {
    const lines = revenue.filter(({ isTotal, groups }) => !isTotal && groups.includes(group.key));
    const [budget, forecast] = [sumOf(lines, 'budget'), sumOf(lines, 'forecast')];
    if (budget === null) return [];
    const { met, rated, by } = countsOf(measures);
    const cells: readonly Cell[] = [
      textCell(nameOf(group)),
      { text: `${met} of ${rated}` },
      numberCell(by['off target']),
      poundsCell(budget),
      poundsCell(forecast),
      poundsCell(forecast === null ? null : forecast - budget),
    ];
    return [cells];
  });
  return filledTableBlock({
    id: 'table money beside',
    caption: 'Each priority: how it stands beside what it costs',
    columns: [
      text('Priority'),
      text('On target'),
      number('Off target'),
      number('Net budget'),
      number('Forecast'),
      number('Over or under'),
    ],
    rows,
    notes: rows.some((row) => row[5]?.value !== undefined) ? [overAndUnder] : [],
  });
};

const overAndUnder = 'Over budget is above nought, under budget below it.';

type Named = Pick<{ readonly id: string; readonly caption: string }, 'id' | 'caption'>;

const budgetTable = (lines: readonly MoneyFact[], { id, caption }: Named): readonly Block[] =>
  filledTableBlock({
    id: `table ${id}`,
    caption,
    columns: [text('Budget line'), number('Budget'), number('Forecast'), number('Over or under')],
    rows: totalsLast(lines).map((line) => [
      textCell(line.isTotal ? `Total: ${line.title}` : line.title),
      poundsCell(line.budget),
      poundsCell(line.forecast),
      poundsCell(line.variance),
    ]),
    notes: lines.some(({ variance }) => variance !== null) ? [overAndUnder] : [],
  });

const totalsLast = (lines: readonly MoneyFact[]): readonly MoneyFact[] =>
  lines.toSorted((one, other) => Number(one.isTotal) - Number(other.isTotal));

const mostBars = 12;

const budgetBars = (lines: readonly MoneyFact[]): readonly Block[] => {
  const known = lines.filter(
    (line) => !line.isTotal && line.budget !== null && line.forecast !== null,
  );
  if (known.length < 2 || known.length > mostBars) return [];
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'bars',
        id: 'chart revenue',
        title: 'Revenue: budget and forecast',
        alt: `Revenue: ${few(known.map(({ title, budget, forecast }) => `${title}, budget ${pounds(budget)}, forecast ${pounds(forecast)}`))}.`,
        unit: '£',
        series: ['Budget', 'Forecast'],
        rows: known.map(({ title, budget, forecast }) => ({
          label: title,
          values: [budget, forecast],
        })),
      },
    },
  ];
};

/** What budgets say of savings; the savings themselves have a section of their own. */
const requiredTable = (lines: readonly MoneyFact[]): readonly Block[] =>
  filledTableBlock({
    id: 'table budget savings',
    caption: 'Savings in the budget: required and achieved',
    columns: [text('Budget line'), number('Required'), number('Achieved')],
    rows: totalsLast(lines)
      .filter(
        ({ savingsRequired, savingsAchieved }) =>
          savingsRequired !== null || savingsAchieved !== null,
      )
      .map((line) => [
        textCell(line.isTotal ? `Total: ${line.title}` : line.title),
        poundsCell(line.savingsRequired),
        poundsCell(line.savingsAchieved),
      ]),
  });

const balances = (
  lines: readonly MoneyFact[],
  { id, caption, heading }: Named & { readonly heading: string },
): readonly Block[] => {
  const isDated = lines.some(({ year }) => year !== null);
  return tableBlock({
    id: `table ${id}`,
    caption,
    columns: [text(caption), ...(isDated ? [text('Year')] : []), number(heading)],
    rows: totalsLast(lines).map((line) => [
      textCell(line.title),
      ...(isDated ? [textCell(line.year)] : []),
      poundsCell(line.budget),
    ]),
  });
};

/** How many have no figure, said beside a sum that leaves them out; empty where all have. */
export const unknownWords = (unknown: number): string =>
  unknown === 0
    ? ''
    : ` ${counted(unknown, 'saving')} with no such figure ${unknown === 1 ? 'is' : 'are'} not among them.`;
