// All that somebody typed of what a dataset holds: commentary, reasons, sources, titles given on a card. Which of
// it a paper is told, and so may be changed through its clearance, is decided in paper-worded.ts.
import { type Line, lineName, readLine } from '../registers/line-name.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Classified, Dataset, MeasureFact, QuestionFact } from './dataset/dataset.ts';
import { wordingName } from './paper-wordings.ts';
import { promisePart, rebasedPart, wordedParts } from './papers/cleared-words.ts';
import type { Restated } from './papers/ordered.ts';

export type TypedLine = {
  /** 'Measures: plan|code', or with what of it was typed: 'Measures: plan|code (source)'. */
  readonly line: string;
  /** The same in two; a null part is its commentary. */
  readonly of: Line;
  readonly part: string | null;
  readonly name: string;
  /** What stands over or beside its words; '' where nothing need. */
  readonly title: string;
  /** As its owner wrote it. */
  readonly written: string;
  readonly isExempt: boolean;
  readonly exemptUnder: string | null;
};

/** `part`: what is looked at of the `whole` dataset. `restatements`: corrections of it since, each with a reason. */
type Looking = {
  readonly part: Dataset;
  readonly whole: Dataset;
  readonly restatements: readonly Restated[];
};

/** Each once, in the order of the dataset; nothing of what was left blank. */
export const typedLines = (looking: Looking): readonly TypedLine[] => {
  const { measures, actions, projects, savings, risks, questions } = looking.part;
  return [
    ...measures.flatMap(measureLines),
    ...commentaries('actions', actions),
    ...commentaries('projects', projects),
    ...commentaries('savings', savings),
    ...commentaries('risks', risks),
    ...titleLines(looking),
    ...questions.flatMap(questionLines),
    ...reasonLines(looking),
  ];
};

type Named = Classified & {
  readonly key: string;
  readonly code?: string;
  readonly title: string;
};

type What = Pick<TypedLine, 'of' | 'part'> & Partial<Pick<TypedLine, 'title'>>;

/** None where nothing was written. */
const lineOf = (row: Named, what: What, written: string | null): readonly TypedLine[] => {
  if (written === null || written.trim() === '') return [];
  const { of, part, title = row.title } = what;
  const name = [row.code ?? '', row.title].filter((each) => each !== '').join(' ');
  return [
    {
      line: wordingName({ line: lineName(of), part }),
      of,
      part,
      title,
      name: part === null ? name : `${name}: ${part}`,
      written,
      isExempt: row.access === 'exempt',
      exemptUnder: row.exemptUnder,
    },
  ];
};

const commentaries = (
  register: Line['register'],
  rows: readonly (Named & { readonly commentary: string | null })[],
): readonly TypedLine[] =>
  rows.flatMap((row) =>
    lineOf(row, { of: { register, key: row.key }, part: null }, row.commentary),
  );

const measureLines = (measure: MeasureFact): readonly TypedLine[] => {
  const of = { register: 'measures', key: measure.key } as const;
  const { noAction, noFigure, source, limits } = wordedParts;
  const row = asReturned(measure);
  return [
    ...lineOf(row, { of, part: null }, measure.commentary),
    ...lineOf(row, { of, part: noAction }, measure.noActionBecause),
    ...lineOf(row, { of, part: noFigure }, measure.now.noDataReason),
    ...lineOf(row, { of, part: source }, measure.source),
    ...lineOf(row, { of, part: limits }, measure.limits),
    ...measure.rebasings.flatMap(({ period, because }) =>
      lineOf(measure, { of, part: rebasedPart(period) }, because),
    ),
  ];
};

/** A return may be exempt where its measure is not: what was said with its figure is then. */
const asReturned = (measure: MeasureFact): MeasureFact => {
  const marked = measure.marked?.find(
    ({ register, period, access }) =>
      register === 'returns' && access === 'exempt' && period === measure.now.period,
  );
  return marked === undefined
    ? measure
    : { ...measure, access: 'exempt', exemptUnder: marked.exemptUnder ?? measure.exemptUnder };
};

const questionLines = (row: QuestionFact): readonly TypedLine[] => {
  const of = { register: 'questions', key: row.key } as const;
  const { answer, because } = wordedParts;
  return [
    ...lineOf(row, { of, part: answer }, row.answer),
    ...lineOf(row, { of, part: because }, row.because),
  ];
};

const typedKinds: ReadonlySet<string> = new Set(['corrective action', 'recovery plan']);

/** Titles typed on a card, each once, however often it is named: an activity's own is the plan's. */
const titleLines = ({ part, whole }: Looking): readonly TypedLine[] => {
  const promised = new Set(
    part.measures.flatMap(({ promises }) => promises.map(({ title }) => title)),
  );
  const seen = new Set<string>();
  const isNew = ({ title }: { readonly title: string }) => {
    if (seen.has(title)) return false;
    seen.add(title);
    return true;
  };
  return [
    ...part.actions
      .filter(({ kind, title }) => typedKinds.has(kind) || promised.has(title))
      .filter(isNew)
      .flatMap((row) => {
        const of = { register: 'actions', key: row.key } as const;
        return lineOf(row, { of, part: wordedParts.title, title: '' }, row.title);
      }),
    ...part.measures.flatMap((row) => {
      const of = { register: 'measures', key: row.key } as const;
      // Counted as the whole dataset has them: a part may hold fewer, and would number them otherwise.
      const all = whole.measures.find(({ key }) => key === row.key)?.promises ?? row.promises;
      return row.promises.filter(isNew).flatMap(({ title }) => {
        const nth = all.findIndex((each) => each.title === title) + 1;
        return lineOf(row, { of, part: promisePart(nth), title: '' }, title);
      });
    }),
  ];
};

/** Of corrections of the measures looked at. An exempt one of a measure that is not is told with what is exempt. */
const reasonLines = ({ part, restatements }: Looking): readonly TypedLine[] =>
  restatements.flatMap(({ key, line, because, access }) => {
    const of = readLine(line);
    const row = part.measures.find(
      (each) => of?.register === 'measures' && sameKey(each.key, of.key),
    );
    if (key === undefined || row === undefined) return [];
    if (access === 'exempt' && row.access !== 'exempt') return [];
    const what = { of: { register: 'restatements', key }, part: wordedParts.because } as const;
    return lineOf(row, what, because);
  });
