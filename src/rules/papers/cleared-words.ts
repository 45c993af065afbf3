// What people typed as a paper prints it: as its owner wrote it, or as it was changed through clearance. Which
// of it a paper is told is decided in paper-worded.ts.
import { foldLine, type Line, lineName, readLine } from '../../registers/line-name.ts';
import type { RegisterName } from '../../registers/registers.ts';
import type { Dataset, MeasureFact, PromiseFact } from '../dataset/dataset.ts';
import { wordingName } from '../paper-wordings.ts';
import type { Ordered } from './ordered.ts';

/** What of a line was typed besides its commentary, as the list Paper words names it. */
export const wordedParts = {
  noAction: 'why nothing more is promised',
  noFigure: 'why there is no figure',
  source: 'source',
  limits: 'known limits',
  title: 'title',
  answer: 'answer in writing',
  because: 'reason given',
} as const;

/** What was promised of a measure, counted from 1 as the dataset has it: newest first. */
export const promisePart = (nth: number): string => `promise ${nth}`;

/** Whether a part is a title: an action's own, or what was promised of a measure. */
export const isOfTitle = (part: string | null): boolean =>
  part === wordedParts.title || part?.startsWith('promise ') === true;

/** Why limits begin again from a period. */
export const rebasedPart = (period: string): string => `why limits begin again from ${period}`;

/** Null where its owner's words stand; '' where they were cleared as blank. */
type Cleared = (of: Line & { readonly part?: string }) => string | null;

const clearedIn = (words: ReadonlyMap<string, string>): Cleared => {
  const cleared = new Map([...words].map(([name, text]) => [folded(name), text]));
  return ({ part = null, ...line }) => {
    const text = cleared.get(folded(wordingName({ line: lineName(line), part })));
    if (text === undefined) return null;
    return text.trim() === '' ? '' : text;
  };
};

/** Two spellings of a line are one; what names no register is as it is written. */
const folded = (text: string): string => {
  const line = readLine(text);
  return line === null ? text : foldLine(line);
};

/** Words cleared as blank are '', and print nothing; null is that nobody said anything. */
export const withClearedWords = (dataset: Dataset, words: ReadonlyMap<string, string>): Dataset => {
  if (words.size === 0) return dataset;
  const cleared = clearedIn(words);
  const reworded =
    (register: RegisterName) =>
    <Row extends Said>(row: Row): Row => ({
      ...row,
      commentary: cleared({ register, key: row.key }) ?? row.commentary,
    });
  const retitled = titlesCleared(dataset, cleared);
  return {
    ...dataset,
    measures: dataset.measures
      .map(reworded('measures'))
      .map(withParts(cleared))
      .map((measure) => ({ ...measure, promises: measure.promises.map(retitled) })),
    actions: dataset.actions.map(reworded('actions')).map(retitled),
    projects: dataset.projects.map(reworded('projects')),
    savings: dataset.savings.map(reworded('savings')),
    risks: dataset.risks.map(reworded('risks')),
    questions: dataset.questions.map((row) => {
      const { answer, because } = wordedParts;
      const of = { register: 'questions', key: row.key } as const;
      return {
        ...row,
        answer: cleared({ ...of, part: answer }) ?? row.answer,
        because: cleared({ ...of, part: because }) ?? row.because,
        actions: row.actions.map(retitled),
      };
    }),
  };
};

type Said = { readonly key: string; readonly commentary: string | null };

const withParts =
  (cleared: Cleared) =>
  (measure: MeasureFact): MeasureFact => {
    const now = (part: string) => cleared({ register: 'measures', key: measure.key, part });
    return {
      ...measure,
      now: {
        ...measure.now,
        noDataReason: now(wordedParts.noFigure) ?? measure.now.noDataReason,
      },
      noActionBecause: now(wordedParts.noAction) ?? measure.noActionBecause,
      source: now(wordedParts.source) ?? measure.source,
      limits: now(wordedParts.limits) ?? measure.limits,
      rebasings: measure.rebasings.map(({ period, because }) => ({
        period,
        because: titleOr(now(rebasedPart(period))) ?? because,
      })),
    };
  };

/** What stands where a title was cleared as blank: its row is counted, so it stays. So does a mark in a chart. */
const notPrinted = 'Not printed';

const titleOr = (cleared: string | null): string | null => (cleared === '' ? notPrinted : cleared);

type Titled = Pick<PromiseFact, 'title'>;

/**
 * An action is known by its title wherever a paper names it: as a promise, in the plan, under a recommendation.
 * So a title that is changed is changed in all of them, and what is exempt is found by it as before.
 */
const titlesCleared = (
  { actions, measures }: Dataset,
  cleared: Cleared,
): (<Row extends Titled>(row: Row) => Row) => {
  const named: readonly (readonly [string, string | null])[] = [
    ...measures.flatMap(({ key, promises }) =>
      promises.map(({ title }, at) => {
        const part = promisePart(at + 1);
        return [title, cleared({ register: 'measures', key, part })] as const;
      }),
    ),
    ...actions.map(({ key, title }) => {
      const { title: part } = wordedParts;
      return [title, cleared({ register: 'actions', key, part })] as const;
    }),
  ];
  const known = new Map(
    named.flatMap(([title, text]) => (text === null ? [] : [[title, text || notPrinted]])),
  );
  return (row) => {
    const title = known.get(row.title);
    return title === undefined ? row : { ...row, title };
  };
};

/** The reasons of corrections, as they were changed through clearance. */
export const withClearedReasons = (ordered: Ordered): Ordered => {
  const cleared = clearedIn(ordered.words);
  const reasonOf = ({ key, because }: Ordered['restatements'][number]) =>
    (key === undefined
      ? null
      : cleared({ register: 'restatements', key, part: wordedParts.because })) ?? because;
  return ordered.words.size === 0
    ? ordered
    : {
        ...ordered,
        restatements: ordered.restatements.map((each) => ({ ...each, because: reasonOf(each) })),
      };
};
