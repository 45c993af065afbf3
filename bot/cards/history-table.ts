// The past beside a question: period, value, target and status, newest first.
import type { Standing } from '../../src/registers/words.ts';
import { standingWords } from '../../src/registers/words.ts';
import type { Element, TableCell } from './adaptive-card.ts';
import { quiet, run, small, smallStatus } from './card-parts.ts';

export type HistoryLine = {
  readonly period: string;
  /** "–" where there is none. */
  readonly figure: string;
  readonly target: string;
  readonly standing: Standing;
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
    {
      type: 'Table',
      firstRowAsHeader: true,
      showGridLines: false,
      spacing: 'Small',
      columns: [
        { width: 6 },
        { width: 4, horizontalCellContentAlignment: 'Right' },
        { width: 4, horizontalCellContentAlignment: 'Right' },
        { width: 6 },
      ],
      rows: [headerRow(unit), ...lines.map((each) => historyRow(each, made > 0 && !allMade))],
    },
    ...footnotes(lines, allMade),
  ];
};

const footnotes = (lines: readonly HistoryLine[], allMade: boolean): Element[] => {
  const notes = [
    ...(allMade ? ['These earlier figures are illustrative.'] : []),
    ...(lines.some((each) => each.provisional) ? ['p: provisional.'] : []),
  ];
  return notes.length === 0 ? [] : [small(notes.join(' '))];
};

const headerRow = (unit: string) => ({
  type: 'TableRow' as const,
  cells: [
    textCell('Period'),
    textCell(unit === '' ? 'Value' : `Value, ${unit}`, 'Right'),
    textCell('Target', 'Right'),
    textCell('Status'),
  ],
});

const historyRow = (line: HistoryLine, markMade: boolean) => ({
  type: 'TableRow' as const,
  cells: [
    cell([
      run(line.period, { size: 'Small' }),
      ...(line.yearAgo ? [quiet(' a year ago')] : []),
      ...(markMade && line.illustrative ? [quiet(' illustrative')] : []),
    ]),
    textCell(line.provisional ? `${line.figure} p` : line.figure, 'Right', false),
    textCell(line.target, 'Right', false),
    cell([smallStatus(line.standing)]),
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
  `${line.period}: ${line.figure}, ${standingWords[line.standing].words.toLowerCase()}`;
