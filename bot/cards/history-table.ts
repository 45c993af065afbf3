// The past beside a question: period, value, target and status, newest first.
import type { RatedAgainst, Standing } from '../../src/registers/words.ts';
import { wordsOfStanding } from '../../src/registers/words.ts';
import type { Element, TableCell } from './adaptive-card.ts';
import { quiet, run, small, smallStatus } from './card-parts.ts';

export type HistoryLine = {
  readonly period: string;
  /** "–" where there is none. */
  readonly figure: string;
  readonly target: string;
  readonly standing: Standing;
  /** Left out where it stands to its target. */
  readonly against?: RatedAgainst;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  /** The same period a year before the one asked for. */
  readonly yearAgo: boolean;
};

/** Says so instead where there is no past. */
export const historyTable = (lines: readonly HistoryLine[], unit: string): Element[] => {
  if (lines.length === 0) return [small('No earlier figures: this is the first.', 'Default')];
  const made = lines.filter((each) => each.illustrative).length;
  const allMade = made === lines.length;
  return [
    ...caption(lines, unit, allMade),
    {
      type: 'Table',
      firstRowAsHeader: true,
      showGridLines: false,
      spacing: 'Small',
      columns: columnsFor(lines),
      rows: [headerRow(), ...lines.map((each) => historyRow(each, made > 0 && !allMade))],
    },
  ];
};

/** As wide as what stands in them, so that a phone breaks neither a figure nor a unit. */
const columnsFor = (lines: readonly HistoryLine[]) => {
  const right = { horizontalCellContentAlignment: 'Right' as const };
  const longest = (heading: string, texts: readonly string[]) =>
    Math.max(...[heading, ...texts].map((text) => text.length));
  return [
    { width: Math.min(longest('A year ago', lines.map(periodShown)), 14) },
    { width: longest('Target', lines.map(figureShown)), ...right },
    {
      width: longest(
        'Target',
        lines.map((each) => `${each.target}  `),
      ),
      ...right,
    },
    {
      width: longest(
        'Status',
        lines.map((each) => `${wordsOfStanding(each.standing, each.against).words}  `),
      ),
    },
  ];
};

/** Columns stand close together: a figure set right would touch the status set left. */
const gap = '\u2002';

/** What holds for every line, said once. */
const caption = (lines: readonly HistoryLine[], unit: string, allMade: boolean): Element[] => {
  const notes = [
    ...(unit === '' ? [] : [`Earlier figures, ${unit}.`]),
    ...(allMade ? [unit === '' ? 'Earlier figures are illustrative.' : 'All illustrative.'] : []),
    ...(lines.some((each) => each.provisional) ? ['p: provisional.'] : []),
  ];
  return notes.length === 0 ? [] : [small(notes.join(' '))];
};

const headerRow = () => ({
  type: 'TableRow' as const,
  cells: [
    textCell('Period'),
    textCell('Value', 'Right'),
    textCell(`Target${gap}`, 'Right'),
    textCell('Status'),
  ],
});

/** The same period a year before is the one asked for, a year ago: it needs no other name. */
const periodShown = ({ period, yearAgo }: HistoryLine): string => (yearAgo ? 'A year ago' : period);

const figureShown = ({ figure, provisional }: HistoryLine): string =>
  provisional ? `${figure} p` : figure;

const historyRow = (line: HistoryLine, markMade: boolean) => ({
  type: 'TableRow' as const,
  cells: [
    cell([
      run(periodShown(line), { size: 'Small' }),
      ...(markMade && line.illustrative ? [quiet(' illustrative')] : []),
    ]),
    textCell(figureShown(line), 'Right', false),
    textCell(`${line.target}${gap}`, 'Right', false),
    cell([smallStatus(line.standing, line.against)]),
  ],
});

const textCell = (
  text: string,
  horizontalAlignment: 'Left' | 'Right' = 'Left',
  header = true,
): TableCell =>
  cell(
    [run(text, { size: 'Small', ...(header ? { weight: 'Bolder' as const } : {}) })],
    horizontalAlignment,
  );

const cell = (
  inlines: ReturnType<typeof run>[],
  horizontalAlignment: 'Left' | 'Right' = 'Left',
): TableCell => ({
  type: 'TableCell',
  items: [{ type: 'RichTextBlock', inlines, horizontalAlignment }],
});

/** One line of the past in a sentence, for those who hear the card. */
export const spokenHistory = (line: HistoryLine): string =>
  `${line.period}: ${line.figure}, ${wordsOfStanding(line.standing, line.against).words.toLowerCase()}`;
