// What papers for residents say: how many promises of the plan are kept, what goes well and what does not, and
// where the money goes; in plain words, without codes.
import { numberCell, poundsCell, textCell } from './cells.ts';
import { answersOf, barLabel, countsOf, missingWords, shareWords } from './counted.ts';
import type { ToldMeasure } from './facts.ts';
import { counted, few, pounds } from './measure-words.ts';
import { exceptionsIn, unansweredIn } from './order-of-exceptions.ts';
import type { Block, PaperSection } from './paper.ts';
import { plainWords } from './plain-words.ts';
import { paragraph } from './said.ts';
import { groupsFilled } from './section-groups.ts';
import { totalOf } from './section-money.ts';
import { number, tableBlock, text } from './tables.ts';
import type { Told } from './told.ts';

/** 'We met 34 of the 54 targets we could measure (63%).' Without the share where too many figures are missing. */
export const atAGlance = (told: Told): PaperSection => {
  const { measures, periodWords } = told.facts;
  const { met, rated, by, leftOut } = countsOf(measures);
  const answers = answersOf(measures);
  // Where many are missing the sentence itself says how many.
  const waiting = answers.isThin ? 0 : by['not yet available'];
  const apart = [
    ...(waiting > 0
      ? [`${counted(waiting, 'figure')} ${waiting === 1 ? 'has' : 'have'} not come yet.`]
      : []),
    ...(leftOut > 0
      ? [
          `${counted(leftOut, 'number')} cannot be printed: ${leftOut === 1 ? 'it' : 'each'} is not for publication, would tell of single people, or give back another that is not told.`,
        ]
      : []),
  ];
  const share = answers.isThin ? '' : ` (${shareWords(met, rated)})`;
  const missing = answers.isThin ? `; ${missingWords(answers)}` : '';
  const kept =
    rated === 0
      ? `There are no figures to hold against a target yet${missing}.`
      : `We met ${met} of the ${rated} targets we can measure in ${periodWords}${share}, and missed ${rated === met ? 'none' : rated - met}${missing}.`;
  return {
    id: 'glance',
    heading: 'At a glance',
    blocks: [
      paragraph(kept, { lead: true }),
      ...(apart.length === 0 ? [] : [paragraph(apart.join(' '))]),
      ...keptBars(told),
    ],
    sections: [],
  };
};

const keptBars = ({ facts }: Told): readonly Block[] => {
  const rows = groupsFilled(facts, 'priority').map(({ group, measures }) => ({
    label: group.title,
    counts: countsOf(measures),
  }));
  if (rows.length === 0) return [];
  const title = 'How each priority stands';
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'standings',
        id: 'chart priorities',
        title,
        alt: `${title}: ${few(rows.map(({ label, counts }) => `${label}, ${counts.met} of ${counts.rated} targets met`))}.`,
        rows: rows.map(({ label, counts }) => ({
          label: barLabel(label, counts),
          counts: counts.by,
        })),
      },
    },
  ];
};

/** Where we fall short comes first, the longest first; what goes well after it. */
export const shortAndWell = (
  told: Told,
  { most }: { readonly most: number },
): readonly PaperSection[] => {
  const { measures } = told.facts;
  const short = exceptionsIn(measures);
  // The council tax summary is one sheet, and has no such table.
  const end = told.ordered.kind === 'council tax' ? '' : ': the table at the end has all of them';
  const well = measures
    .filter(({ now }) => now.standing === 'on target' || now.standing === 'better than target')
    .toSorted((one, other) => Number(other.short === 'better') - Number(one.short === 'better'));
  return [
    listSection({ id: 'short', heading: 'Where we fall short', of: short, most, end }),
    listSection({
      id: 'unanswered',
      heading: 'Off target last time, no figure this time',
      of: told.ordered.kind === 'council tax' ? [] : unansweredIn(measures),
      most,
      end,
    }),
    listSection({ id: 'well', heading: 'What goes well', of: well, most, end }),
  ].filter((each) => each !== null);
};

type Listed = {
  readonly id: string;
  readonly heading: string;
  readonly of: readonly ToldMeasure[];
  readonly most: number;
  readonly end: string;
};

const listSection = ({ id, heading, of, most, end }: Listed): PaperSection | null => {
  if (of.length === 0) return null;
  const more = of.length - most;
  return {
    id,
    heading,
    blocks: [
      { kind: 'list', items: of.slice(0, most).map(plainWords) },
      ...(more > 0
        ? [paragraph(`${more} more ${more === 1 ? 'is' : 'are'} not listed here${end}.`)]
        : []),
    ],
    sections: [],
  };
};

/** What each priority is to cost this year, beside how many of its targets are met. Null without a budget. */
export const whereMoneyGoes = ({ facts }: Told): PaperSection | null => {
  const revenue = facts.money.filter(({ kind }) => kind === 'revenue');
  const rows = groupsFilled(facts, 'priority').flatMap(({ group, measures }) => {
    const budgets = revenue.filter(({ isTotal, groups }) => !isTotal && groups.includes(group.key));
    if (budgets.length === 0 || budgets.some(({ budget }) => budget === null)) return [];
    const { met, rated } = countsOf(measures);
    const budget = budgets.reduce((sum, each) => sum + (each.budget ?? 0), 0);
    return [{ title: group.title, budget, met, rated }];
  });
  if (rows.length === 0) return null;
  const cost = revenue.some(({ isTotal }) => isTotal) ? totalOf(revenue, 'budget') : null;
  return {
    id: 'money',
    heading: 'Where the money goes',
    blocks: [
      ...(cost === null ? [] : [paragraph(`Running services costs ${pounds(cost)} this year.`)]),
      ...tableBlock({
        id: 'table money',
        caption: 'What each priority costs, and how many of its targets are met',
        columns: [
          text('Priority'),
          number('Budget this year'),
          number('Targets met'),
          number('Targets'),
        ],
        rows: rows.map(({ title, budget, met, rated }) => [
          textCell(title),
          poundsCell(budget),
          numberCell(met),
          numberCell(rated),
        ]),
        notes: [],
      }),
    ],
    sections: [],
  };
};
