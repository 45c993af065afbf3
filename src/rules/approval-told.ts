// What was said of an answer, as whoever is to approve it reads it: on the card and in the tab.
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { measureOf } from './about.ts';
import { type NotPlain, notPlain } from './approval.ts';
import { dateWords } from './date-words.ts';
import { figureWords } from './escalation-figure-words.ts';

export type Told = { readonly label: string; readonly words: string };

/** What is doubted comes first; what was not said is left out. */
export const answerTold = (registers: Registers, asked: Return): readonly Told[] => {
  const until = asked.noDataUntil;
  const all: readonly (readonly [string, string | null])[] = [
    ['Doubted', asked.doubted],
    ['Right all the same because', asked.confirmedBecause],
    ['Provisional', asked.finality === 'provisional' ? 'a final figure is to come' : null],
    ['No figure until', until && `${dateWords(until)}. ${asked.noDataReason ?? ''}`.trim()],
    ['Commentary', asked.commentary],
    ['Action', actionWords(registers, asked)],
    ['No further action because', asked.noActionBecause],
    ['Year-end forecast', forecastWords(registers, asked)],
    ['Source', asked.source],
    ['Known limits', asked.limits],
    ['Changed after the close because', asked.changedBecause],
  ];
  return all.flatMap(([label, words]) => (words ? [{ label, words }] : []));
};

/** "Agency staff until both posts are filled, Head of Voids, by Fri 30 October 2020" */
const actionWords = (registers: Registers, { action: key }: Return): string | null => {
  const action = key === null ? undefined : registers.actions.get(key);
  if (action === undefined) return null;
  const who = action.owner === null ? undefined : registers.people.get(action.owner)?.title;
  const by = action.dueOn && `by ${dateWords(action.dueOn)}`;
  return [action.title.replace(/[.\s]+$/, ''), who, by].filter((each) => each).join(', ');
};

const forecastWords = (registers: Registers, asked: Return): string | null => {
  const measure = measureOf(registers, asked);
  return measure === undefined || asked.forecast === null
    ? null
    : figureWords(measure, asked.forecast);
};

/** Why it is to be opened first. That it is off target is said by its status. */
export const notPlainWords = (registers: Registers, asked: Return): readonly string[] =>
  notPlain(registers, asked).flatMap((why: NotPlain) => {
    if (why === 'doubted') return [`doubted: ${asked.doubted}`];
    if (why === 'provisional') return ['provisional'];
    if (why === 'off target' || asked.noDataUntil === null) return [];
    return [`until ${dateWords(asked.noDataUntil)}: ${asked.noDataReason ?? 'no reason given'}`];
  });

/**
 * What stands beside a figure for good: that it was changed after the close and why, and that nobody
 * approved it in time, or not yet. None of most.
 */
export const figureMarks = ({
  changedBecause,
  approval,
}: Pick<Return, 'changedBecause' | 'approval'>): readonly string[] => [
  ...(changedBecause === null ? [] : [`Changed after the close: ${changedBecause}`]),
  ...(approval === 'not in time' ? ['Not approved in time.'] : []),
  ...(approval === 'awaiting' ? ['Waits for approval.'] : []),
];
