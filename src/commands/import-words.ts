// What `golden-thread import` says of a file: the sheets as they were understood, the changes, the
// doubts, and why it was not taken.
import { registers } from '../registers/registers.ts';
import type { ChangeShown, Doubt, ImportPreview, SheetSeen } from '../rules/import/preview.ts';
import type { ImportRefused } from '../use-cases/take-import.ts';

const changesShown = 20;
const doubtsShown = 50;

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

export const previewWords = (preview: ImportPreview): string =>
  [
    `${preview.file}, for plan ${preview.plan}`,
    ...preview.sheets.flatMap(sheetWords),
    '',
    ...countWords(preview),
    ...changeWords(preview),
    ...doubtWords(preview),
  ].join('\n');

const sheetWords = (sheet: SheetSeen): readonly string[] => {
  const hidden = sheet.hidden ? ' (hidden)' : '';
  const taken = sheet.taken
    ? `${counted(sheet.rows, 'row')}, headings in row ${sheet.headingRow}`
    : 'not taken';
  const columns = sheet.columns
    .filter(({ means }) => means !== null)
    .map(({ heading, at, means }) =>
      means === heading ? `${at} ${heading}` : `${at} ${heading} = ${means}`,
    );
  return [
    '',
    `Sheet ${sheet.name}${hidden}: ${taken}. ${sheet.understood ?? ''}`.trimEnd(),
    ...(columns.length > 0 ? [`  ${columns.join('; ')}`] : []),
  ];
};

const countWords = ({ counts }: ImportPreview): readonly string[] =>
  counts.map(
    (each) =>
      `${registers[each.register].list}: ${each.new.toLocaleString('en-GB')} new, ${each.changed.toLocaleString('en-GB')} changed, ${each.same.toLocaleString('en-GB')} the same`,
  );

const changeWords = ({ changes }: ImportPreview): readonly string[] => {
  if (changes.length === 0) return [];
  const more = changes.length - changesShown;
  return [
    '',
    'What it would change:',
    ...changes.slice(0, changesShown).map(oneChange),
    ...(more > 0 ? [`  and ${counted(more, 'more row')}`] : []),
  ];
};

const oneChange = ({ register, key, title, state, was, becomes }: ChangeShown): string => {
  const cells = Object.entries(becomes).map(([words, to]) =>
    state === 'new'
      ? `${words}: ${line(to)}`
      : `${words}: ${line(was[words] ?? '–')} -> ${line(to)}`,
  );
  const named = title === key ? key : `${key}, ${line(title)}`;
  return `  ${state === 'new' ? 'new' : 'changed'} in ${registers[register].list}: ${named}: ${cells.join('; ')}`;
};

const line = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 59)}…` : flat;
};

const doubtWords = ({ doubts, moreDoubts, stops }: ImportPreview): readonly string[] => {
  if (doubts.length === 0) return [];
  const inOrder = [...doubts.filter((each) => each.stops), ...doubts.filter((each) => !each.stops)];
  const more = doubts.length + moreDoubts - Math.min(doubts.length, doubtsShown);
  return [
    '',
    stops > 0
      ? `${counted(stops, 'doubt')} to mend before it can be taken in, marked ■; the others are only said:`
      : 'Doubts, none of which stops it:',
    ...inOrder.slice(0, doubtsShown).map(oneDoubt),
    ...(more > 0 ? [`  and ${counted(more, 'more doubt')}`] : []),
  ];
};

const oneDoubt = ({ sheet, cell, words, stops }: Doubt): string =>
  `  ${stops ? '■' : '–'} ${sheet} ${cell}: ${words}`;

/** In a sentence: why what was shown was not taken. */
export const refusedWords = (refused: ImportRefused): string => {
  switch (refused.reason) {
    case 'not allowed':
      return 'Only the performance team takes a file in: nothing was taken.';
    case 'doubts stop it':
      return `${counted(refused.doubts, 'doubt')} in the file to mend first: nothing was taken.`;
    case 'not what was shown':
      return 'What was agreed is not what this file says now: nothing was taken. Look at it again.';
    case 'changed meanwhile':
      return 'A row this file changes was changed meanwhile: nothing was taken. Look at it again.';
  }
};
