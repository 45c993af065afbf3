// What `new-year` says: what it would do, and everything that stops it. Each reason has its words here.
import { registers as declared, type Registers } from '../registers/registers.ts';
import type { NewYear } from '../rules/new-year/new-year.ts';
import type { ReviewFault } from '../rules/new-year/review.ts';
import type { NewYearOutcome } from '../use-cases/new-year.ts';

export const whatItDoes = ({ title, counts, begins }: NewYear): readonly string[] => [
  `${title}: ${counted(counts.kept, 'measure')} kept, ${counts.changed} changed, ${counts.retired} retired${
    counts.operational > 0 ? `, ${counts.operational} operational kept` : ''
  }.`,
  ...begins.map(
    ({ register, rows }) => `${declared[register].list}: ${counted(rows, 'row')} begun.`,
  ),
  ...(begins.some(({ register }) => register === 'cycles')
    ? []
    : ['No quarter is planned: the plan has none to take the settings from.']),
];

type Refused = Extract<NewYearOutcome, { readonly outcome: 'refused' }>;

export const refusedWords = (registers: Registers, refused: Refused): string => {
  switch (refused.reason) {
    case 'not allowed':
      return 'Only one of the performance team may do this. Nothing was changed.';
    case 'no such plan':
      return 'No whole plan has that code in Plans. Nothing was changed.';
    case 'not a plan of one year':
      return 'The plan has no one financial year in its code and Year, so it has no next. Nothing was changed.';
    case 'exists already':
      return `${refused.title} exists already. Nothing was changed.`;
    case 'review stops it':
      return [
        `The review is not complete: ${counted(refused.faults.length, 'thing')} to mend. Nothing was changed.`,
        ...refused.faults.map(
          (each) => `${nameOf(registers, each.measure)}: ${faultWords[each.fault]}.`,
        ),
      ].join('\n');
  }
};

const nameOf = (registers: Registers, key: string): string => {
  const measure = registers.measures.get(key);
  return measure ? `${measure.code} ${measure.title}` : key;
};

const faultWords: { readonly [F in ReviewFault['fault']]: string } = {
  'no verdict': 'has no verdict',
  'reviewed twice': 'has two verdicts',
  'not a strategic measure of the plan': 'is not a strategic measure of this plan in use',
  'no reason': 'its verdict has no reason',
  'no decision': 'its verdict names no Decision',
  'decision not in the register': 'its Decision is not in Decisions',
  'changed, but nothing says how': 'is to change, but nothing says how',
  'kept, but something says how it changes': 'has new columns, but its verdict is not change',
  'owner not in People': 'its new owner is not in People',
};

export const counted = (count: number, one: string): string =>
  `${count} ${count === 1 ? one : `${one}s`}`;
