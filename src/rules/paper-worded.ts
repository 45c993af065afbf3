// The lines of a paper whose words may be changed through clearance: all that somebody typed of what it is told,
// with what they wrote.
import { type Line, lineName, readLine } from '../registers/line-name.ts';
import type { PaperKind } from '../registers/papers.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Classified, Dataset, MeasureFact } from './dataset/dataset.ts';
import { wordingName } from './paper-wordings.ts';
import { promisePart, rebasedPart, wordedParts } from './papers/cleared-words.ts';
import { heardBy, strategicPart } from './papers/heard.ts';
import { exemptPart, openPart } from './papers/kept-apart.ts';
import {
  hasAppendix,
  isOfStrategicMeasures,
  isReadInPublic,
  type Ordered,
} from './papers/ordered.ts';

export type WordedLine = {
  /** 'Measures: plan|code', or with what of it was typed: 'Measures: plan|code (source)'. */
  readonly line: string;
  /** The same in two; null is its commentary. */
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

/** Of exempt rows those that whoever asks may read, where the paper has an appendix. */
export const wordedLines = (dataset: Dataset, ordered: Ordered): readonly WordedLine[] => {
  const { kind, board } = ordered;
  const levelled = (of: Dataset) => (isOfStrategicMeasures(kind) ? strategicPart(of) : of);
  const readsExempt = ordered.mayReadExempt && hasAppendix(kind);
  const linesOf = (of: Dataset) =>
    linesIn({ part: heardBy(levelled(of), board), whole: dataset, ordered });
  const open = linesOf(openPart(dataset, isReadInPublic(ordered))).filter(
    ({ isExempt }) => readsExempt || !isExempt,
  );
  const shut = readsExempt ? linesOf(exemptPart(dataset)) : [];
  const lines = [...open, ...shut.filter((each) => !isAmong(open, each))].filter((line) =>
    mayPrint(kind, line),
  );
  // Commentary first: it is most of what is read, and what is changed most.
  return [...lines.filter(isCommentary), ...lines.filter((line) => !isCommentary(line))];
};

const isCommentary = ({ part }: WordedLine): boolean => part === null;

/** Whether a kind of paper prints such words at all: residents are told why there is no figure, and little else. */
const mayPrint = (kind: PaperKind, { of: { register }, part }: WordedLine): boolean => {
  if (kind === 'council tax') return false;
  if (kind === 'delivery plan')
    return register !== 'measures' && register !== 'questions' && register !== 'restatements';
  if (kind !== 'public') return true;
  const { noFigure, source, limits } = wordedParts;
  return register === 'restatements' || part === noFigure || part === source || part === limits;
};

/** Whether a paper that is told these lines is told what this one is of: an action goes by its title. */
export const isAmong = (lines: readonly WordedLine[], of: WordedLine): boolean =>
  lines.some(
    ({ line, part, written }) =>
      line === of.line || (isOfTitle(part) && isOfTitle(of.part) && written === of.written),
  );

export const isOfTitle = (part: string | null): boolean =>
  part === wordedParts.title || part?.startsWith('promise ') === true;

type Looking = { readonly part: Dataset; readonly whole: Dataset; readonly ordered: Ordered };

const linesIn = (looking: Looking): readonly WordedLine[] => {
  const { measures, actions, projects, savings, risks, questions } = looking.part;
  const { answer, because } = wordedParts;
  return [
    ...measures.flatMap(measureLines),
    ...said('actions', actions),
    ...said('projects', projects),
    ...said('savings', savings),
    ...said('risks', risks),
    ...titleLines(looking),
    ...questions.flatMap((row) => [
      ...lineOf(row, { of: { register: 'questions', key: row.key }, part: answer }, row.answer),
      ...lineOf(row, { of: { register: 'questions', key: row.key }, part: because }, row.because),
    ]),
    ...reasonLines(looking),
  ];
};

type Named = Classified & {
  readonly key: string;
  readonly code?: string;
  readonly title: string;
};

const said = (
  register: Line['register'],
  rows: readonly (Named & { readonly commentary: string | null })[],
): readonly WordedLine[] =>
  rows.flatMap((row) =>
    lineOf(row, { of: { register, key: row.key }, part: null }, row.commentary),
  );

type What = Pick<WordedLine, 'of' | 'part'> & Partial<Pick<WordedLine, 'title'>>;

/** None where nothing was written. */
const lineOf = (row: Named, what: What, written: string | null): readonly WordedLine[] => {
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

const measureLines = (measure: MeasureFact): readonly WordedLine[] => {
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

const typedKinds: ReadonlySet<string> = new Set(['corrective action', 'recovery plan']);

/** Titles typed on a card, each once, however often it is named: an activity's own is the plan's. */
const titleLines = ({ part, whole }: Looking): readonly WordedLine[] => {
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
      const all = whole.measures.find(({ key }) => key === row.key)?.promises ?? row.promises;
      return row.promises.filter(isNew).flatMap(({ title }) => {
        const nth = all.findIndex((each) => each.title === title) + 1;
        return lineOf(row, { of, part: promisePart(nth), title: '' }, title);
      });
    }),
  ];
};

const reasonLines = ({ part, ordered }: Looking): readonly WordedLine[] =>
  ordered.restatements.flatMap(({ key, line, because, access }) => {
    const of = readLine(line);
    const row = part.measures.find(
      (each) => of?.register === 'measures' && sameKey(each.key, of.key),
    );
    if (key === undefined || row === undefined) return [];
    if (access === 'exempt' && row.access !== 'exempt') return [];
    return lineOf(
      row,
      { of: { register: 'restatements', key }, part: wordedParts.because },
      because,
    );
  });
