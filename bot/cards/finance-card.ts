// The fields of a Report card for a plan's money: a row to each line of the budget, as many as a card
// holds, and a button that goes on to the lines after them.
import { lineFieldWords } from '../../src/rules/line-fault.ts';
import { type Action, button, type Element } from './adaptive-card.ts';
import { line, quiet, run } from './card-parts.ts';
import { shortened } from './card-text.ts';
import { type Asks, type BudgetLine, moneyField, type ReportView } from './report.ts';
import { amountField, inPounds, wordsField } from './report-fields.ts';
import { fieldLabel } from './report-labels.ts';

type Finance = Extract<Asks, { of: 'finance' }>;

/** The commentary stands on the last page, where it is saved. */
export const financeFields = (view: ReportView, asks: Finance): Element[] => [
  ...asks.lines.flatMap((each) => budgetRow(view, each)),
  ...(isLast(asks)
    ? wordsField(view, {
        id: 'commentary',
        label: fieldLabel('commentary', view),
        placeholder: 'Why? What is being done? By when?',
        error: 'Say why, what is being done, and by when.',
      })
    : []),
];

const isLast = ({ page }: Finance): boolean => page.number >= page.of;

/** Each field says which line it is of: heard by itself, "Forecast" would be any. */
const budgetRow = (view: ReportView, each: BudgetLine): Element[] => {
  const { key, facts, variance, savingsRequired } = each;
  const name = shortened(each.name, 120);
  const [field, ...note] = amountField(view, {
    id: moneyField('forecast', key),
    label: `${name}: ${inSentence(lineFieldWords.forecast)}`,
    placeholder: inPounds,
  });
  const told = variance === null ? [] : [run(variance, { size: 'Small' }), quiet(' · ')];
  return [
    { ...field, separator: true } as Element,
    ...note,
    line([...told, quiet(facts.join(' · '))]),
    ...(savingsRequired === null
      ? []
      : amountField(view, {
          id: moneyField('savingsAchieved', key),
          label: `${name}: ${inSentence(lineFieldWords.savingsAchieved)}, of ${savingsRequired} required`,
          placeholder: inPounds,
        })),
  ];
};

const inSentence = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** Where there are more pages: on to the next, with what was typed kept. */
export const financeNext = ({
  asks,
  cycle,
  return: key,
  revision,
}: ReportView): { readonly first?: Action } => {
  if (asks.of !== 'finance' || isLast(asks)) return {};
  const { number, of } = asks.page;
  return {
    first: button({
      title: `Next lines (page ${number + 1} of ${of})`,
      verb: 'keep-line',
      data: { v: 1, cycle, return: key, revision, to: 'page', page: number + 1 },
      primary: true,
      withInputs: true,
    }),
  };
};
