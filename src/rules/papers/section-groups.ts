// How measures stand by priority, objective or any other group: a bar and a row each, with how the quarter
// before stood beside it, then the measures of each.
import type { GroupScope } from '../../registers/report-lines.ts';
import type { Group } from '../dataset/dataset.ts';
import { none, numberCell, textCell } from './cells.ts';
import {
  type Answers,
  answersOf,
  barLabel,
  type Counts,
  countsOf,
  isWeighted,
  missingWords,
  shareWords,
  wholePercent,
} from './counted.ts';
import type { Facts, ToldMeasure } from './facts.ts';
import { few, leftOutNote, nameOf } from './measure-words.ts';
import type { Block, Cell, PaperSection } from './paper.ts';
import { measuresTable, number, tableBlock, text } from './tables.ts';
import type { Told } from './told.ts';

/** A group with those of its measures that are told of. */
export type Filled = { readonly group: Group; readonly measures: readonly ToldMeasure[] };

/** In the dataset's order; a group of which nothing is told is not named. */
export const groupsFilled = (facts: Facts, scope: GroupScope): readonly Filled[] =>
  facts.groups
    .filter((group) => group.scope === scope)
    .map((group) => ({ group, measures: measuresIn(facts, group) }))
    .filter(({ measures }) => measures.length > 0);

const measuresIn = ({ measures }: Facts, { key }: Group): readonly ToldMeasure[] =>
  measures.filter(({ groups }) => groups.includes(key));

type Asked = {
  readonly scope: GroupScope;
  readonly id: string;
  /** 'priority', 'directorate'. */
  readonly one: string;
  /** Left out is true. */
  readonly chart?: boolean;
};

/** Empty where no group of this scope holds a measure. */
export const groupBlocks = (
  told: Told,
  { scope, id, one, chart = true }: Asked,
): readonly Block[] => {
  const filled = groupsFilled(told.facts, scope);
  if (filled.length === 0) return [];
  const caption = `How measures stand by ${one}, ${told.facts.periodWords}`;
  const rows = filled.map(({ group, measures }) => ({
    label: nameOf(headed(group)),
    counts: countsOf(measures),
    answers: answersOf(measures),
    before: told.before === null ? null : rowBefore(measuresIn(told.before, group)),
  }));
  const isThin = rows.some(({ answers }) => answers.isThin);
  const compares = told.before !== null && !isThin;
  const weighted = filled.some(({ measures }) => isWeighted(measures));
  const isAnyLeftOut = rows.some(({ counts }) => counts.leftOut > 0);
  return [
    ...(chart ? [barsOf(rows, { id, caption })] : []),
    ...tableBlock({
      id: `table ${id}`,
      caption,
      columns: [
        text(one.charAt(0).toUpperCase() + one.slice(1)),
        number('Measures'),
        number('On target or better'),
        number('Within tolerance'),
        number('Off target'),
        number(weighted ? 'On target, by weight (%)' : 'On target (%)'),
        ...(isAnyLeftOut ? [number('Left out')] : []),
        ...(isThin ? [number('Missing')] : []),
        ...(compares ? [number('Last time (%)')] : []),
      ],
      rows: rows.map((row) => [
        textCell(row.label),
        ...countCells(row.counts),
        row.answers.isThin ? none : shareCell(row.counts, weighted),
        ...(isAnyLeftOut ? [numberCell(row.counts.leftOut)] : []),
        ...(isThin ? [numberCell(row.answers.missing)] : []),
        ...(compares ? [shareCell(row.before, weighted)] : []),
      ]),
      notes: [
        'Percentages are of measures with a figure and a target.',
        ...(isThin
          ? [
              'No percentage where more than a fifth of the figures asked for are missing, and none is compared with last time.',
            ]
          : []),
        ...(isAnyLeftOut ? [leftOutNote] : []),
      ],
    }),
  ];
};

/** Nothing is compared with a quarter that was itself hardly answered. */
const rowBefore = (measures: readonly ToldMeasure[]): Counts | null =>
  answersOf(measures).isThin ? null : countsOf(measures);

/** A code that says no more than its title is not printed twice. */
const headed = ({ code, title, scope }: Group): { code: string; title: string } =>
  scope === 'priority' || scope === 'objective' ? { code, title } : { code: '', title };

const countCells = (counts: Counts): readonly Cell[] => [
  numberCell(counts.measures),
  numberCell(counts.met),
  numberCell(counts.by['within tolerance']),
  numberCell(counts.by['off target']),
];

/** Of equal weights the two are one. */
const shareCell = (counts: Counts | null, weighted: boolean): Cell => {
  if (counts === null || counts.rated === 0) return none;
  const share = weighted ? counts.weighted : (100 * counts.met) / counts.rated;
  return numberCell(share === null ? null : wholePercent(share));
};

type Row = { readonly label: string; readonly counts: Counts; readonly answers: Answers };

const barWords = ({ label, counts, answers }: Row): string => {
  const { met, rated, by } = counts;
  const share = answers.isThin ? '' : ` (${shareWords(met, rated)})`;
  const missing = answers.isThin ? `, and ${missingWords(answers)}` : '';
  return `${barLabel(label, counts)}, ${met} of ${rated} on target${share} and ${by['off target']} off${missing}`;
};

const barsOf = (
  rows: readonly Row[],
  { id, caption }: { readonly id: string; readonly caption: string },
): Block => ({
  kind: 'chart',
  chart: {
    kind: 'standings',
    id: `chart ${id}`,
    title: caption,
    alt: `${caption}: ${few(rows.map(barWords))}.`,
    rows: rows.map(({ label, counts }) => ({ label: barLabel(label, counts), counts: counts.by })),
  },
});

/** Each priority with its bar; where more is wanted each objective and directorate, in a table alone. */
export const prioritySection = (
  told: Told,
  { also = [] }: { readonly also?: readonly ('objective' | 'directorate')[] } = {},
): PaperSection | null => {
  const blocks = [
    ...groupBlocks(told, { scope: 'priority', id: 'priorities', one: 'priority' }),
    ...also.flatMap((scope) =>
      groupBlocks(told, { scope, id: `by ${scope}`, one: scope, chart: false }),
    ),
  ];
  return blocks.length === 0
    ? null
    : { id: 'priorities', heading: 'How each priority stands', blocks, sections: [] };
};

/** Every measure with its figure, in a table for each priority; those of none come last. */
export const everyMeasureSection = (told: Told): PaperSection | null => {
  const { facts } = told;
  if (facts.measures.length === 0) return null;
  const filled = groupsFilled(facts, 'priority');
  const placed = new Set(filled.flatMap(({ measures }) => measures));
  const rest = facts.measures.filter((each) => !placed.has(each));
  const tables = [
    ...filled.map(({ group, measures }) => ({ of: nameOf(headed(group)), measures })),
    { of: filled.length === 0 ? 'All measures' : 'Other measures', measures: rest },
  ].filter(({ measures }) => measures.length > 0);
  return {
    id: 'measures',
    heading: 'Every measure',
    blocks: [],
    sections: tables.map(({ of, measures }, at) => ({
      id: `measures ${at + 1}`,
      heading: of,
      blocks: measuresTable(measures, {
        id: `table measures ${at + 1}`,
        caption: `${of}: how each measure stands, ${facts.periodWords}`,
        periodWords: facts.periodWords,
      }),
      sections: [],
    })),
  };
};

/** What no one priority can mend alone: how its measures stand, and which of them are off target. */
export const crossCuttingSection = (told: Told): PaperSection | null => {
  const blocks = groupBlocks(told, {
    scope: 'cross-cutting issue',
    id: 'issues',
    one: 'issue',
    chart: false,
  });
  if (blocks.length === 0) return null;
  const off = groupsFilled(told.facts, 'cross-cutting issue').flatMap(({ group, measures }) =>
    measures
      .filter(({ now }) => now.standing === 'off target')
      .map((measure) => `${group.title}: ${nameOf(measure)} is off target.`),
  );
  return {
    id: 'issues',
    heading: 'Issues that cut across priorities',
    blocks: [...blocks, ...(off.length === 0 ? [] : [{ kind: 'list', items: off } as const])],
    sections: [],
  };
};
