// Savings: what is required, achieved, expected and at risk, the most at risk first.
import type { SavingFact } from '../dataset/dataset.ts';
import { poundsCell, statusCell, textCell } from './cells.ts';
import { counted, few, nameOf, pounds } from './measure-words.ts';
import type { Block, PaperSection } from './paper.ts';
import { paragraph } from './said.ts';
import { unknownWords } from './section-money.ts';
import { filledTableBlock, number, status, text } from './tables.ts';
import type { Told } from './told.ts';

/** Null where no saving is told. `most`: how many rows; the rest are counted in the sentence. */
export const savingsSection = (
  { facts }: Told,
  { most = 20 }: { readonly most?: number } = {},
): PaperSection | null => {
  if (facts.savings.length === 0) return null;
  const savings = facts.savings
    .filter(isKnown)
    .toSorted(
      (one, other) =>
        (other.atRisk ?? -1) - (one.atRisk ?? -1) || (other.required ?? 0) - (one.required ?? 0),
    );
  return {
    id: 'savings',
    heading: 'Savings',
    blocks: [
      paragraph(savingsSentence(facts.savings)),
      ...bars(savings),
      ...filledTableBlock({
        id: 'table savings',
        caption: 'Savings, the most at risk first',
        columns: [
          text('Saving'),
          number('Required'),
          number('Achieved'),
          number('Forecast'),
          number('At risk'),
          status('Status'),
        ],
        rows: savings
          .slice(0, most)
          .map((saving) => [
            textCell(nameOf(saving)),
            poundsCell(saving.required),
            poundsCell(saving.achieved),
            poundsCell(saving.forecast),
            poundsCell(saving.atRisk),
            statusCell(saving.status),
          ]),
        notes: [
          'At risk is what is required less the larger of what is achieved and what is forecast.',
          ...(savings.length > most ? [`The first ${most} of ${savings.length}.`] : []),
        ],
      }),
    ],
    sections: [],
  };
};

/** Something is said of it, in pounds or in words. */
const isKnown = ({ required, achieved, forecast, status: of }: SavingFact): boolean =>
  required !== null || achieved !== null || forecast !== null || of !== null;

type Known = { readonly sum: number; readonly unknown: number };

const knownOf = (
  savings: readonly SavingFact[],
  column: 'required' | 'achieved' | 'forecast' | 'atRisk',
): Known => ({
  sum: savings.reduce((sum, saving) => sum + (saving[column] ?? 0), 0),
  unknown: savings.filter((saving) => saving[column] === null).length,
});

/** Each sum is of those that are known, and says how many are not. */
export const savingsSentence = (savings: readonly SavingFact[]): string => {
  const required = knownOf(savings, 'required');
  const [achieved, forecast, atRisk] = (['achieved', 'forecast', 'atRisk'] as const).map((column) =>
    knownOf(savings, column),
  ) as [Known, Known, Known];
  if (required.unknown === savings.length)
    return savings.length === 1
      ? 'The one saving does not say how much it is to save.'
      : `None of the ${savings.length} savings says how much it is to save.`;
  const silent = savings.filter((each) => each.required !== null && each.atRisk === null).length;
  const unsaid = silent === 0 ? '' : `; of ${counted(silent, 'saving')} it is not known how much`;
  const risk =
    atRisk.unknown === savings.length ? '' : ` ${pounds(atRisk.sum)} is at risk${unsaid}.`;
  return `${pounds(required.sum)} is required of savings this year.${unknownWords(required.unknown)} ${pounds(achieved.sum)} is achieved and ${pounds(forecast.sum)} forecast, as far as is known.${risk}`;
};

const mostBars = 12;

const bars = (savings: readonly SavingFact[]): readonly Block[] => {
  const drawn = savings.filter(({ required }) => required !== null).slice(0, mostBars);
  if (drawn.length < 2) return [];
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'bars',
        id: 'chart savings',
        title: 'Savings: required, forecast and achieved',
        alt: `Savings: ${few(drawn.map((each) => `${each.title}, required ${pounds(each.required)}, forecast ${pounds(each.forecast)}, achieved ${pounds(each.achieved)}`))}.`,
        unit: '£',
        series: ['Required', 'Forecast', 'Achieved'],
        rows: drawn.map(({ title, required, forecast, achieved }) => ({
          label: title,
          values: [required, forecast, achieved],
        })),
      },
    },
  ];
};
