// A dataset parted by who may read it: what any reader of a paper may, and what is exempt. Neither part holds
// what would give the other's figures back.
import type { Classified, Dataset, MoneyFact, QuestionFact } from '../dataset/dataset.ts';
import { exemptMeasure, openMeasure } from './open-measure.ts';

type Wanted = (row: Classified) => boolean;

/** Papers anybody may read hold what is marked public alone: nothing is until somebody says so. */
export const openPart = (dataset: Dataset, readInPublic: boolean): Dataset => {
  const wanted: Wanted = readInPublic
    ? ({ access }) => access === 'public'
    : ({ access }) => access !== 'exempt';
  const part = partOf(dataset, wanted);
  const secret = titlesOf(dataset, ({ access }) => access === 'exempt');
  const known = titlesOf(dataset, wanted);
  const untold = titlesOf(dataset, (row) => !wanted(row));
  const isExempt = (title: string) => secret.has(title);
  const isPublic = (title: string) => known.has(title) && !untold.has(title);
  return {
    ...part,
    money: withoutTotals(dataset, part.money),
    ratedHow: ratedHowFor(dataset, readInPublic).filter(
      (each) => !namesUntold(each, dataset, wanted),
    ),
    projects: part.projects.map((project) => ({
      ...project,
      holdsUp: ((readInPublic ? project.holdsUpInPublic : null) ?? project.holdsUp).filter(
        (title) => !secret.has(title) && (known.has(title) || !untold.has(title)),
      ),
    })),
    questions: part.questions.map((question) => {
      const open = question.actions.filter(
        ({ title, access }) => access !== 'exempt' && !isExempt(title),
      );
      const actions = readInPublic
        ? open.filter((action) => isPublicAction(action, isPublic))
        : open;
      return { ...question, actions, ...(actions.length < open.length && { isBegun: true }) };
    }),
    measures: part.measures.map((measure) =>
      openMeasure(measure, { readInPublic, isPublic, isExempt }),
    ),
  };
};

/** Measures with a return or a target that is exempt by itself are among those that are exempt whole. */
export const exemptPart = (dataset: Dataset): Dataset => ({
  ...partOf(dataset, ({ access }) => access === 'exempt'),
  measures: dataset.measures.flatMap(exemptMeasure),
});

/** Where it is not known how an action is marked, by the row of the dataset that has its title. */
const isPublicAction = (
  { title, access }: QuestionFact['actions'][number],
  isPublic: (title: string) => boolean,
): boolean => (access === undefined ? isPublic(title) : access === 'public');

/** A dataset that does not say which decisions are public names none of them in public. */
const ratedHowFor = (
  { ratedHow, ratedHowInPublic }: Dataset,
  readInPublic: boolean,
): readonly string[] => {
  if (!readInPublic) return ratedHow;
  return ratedHowInPublic ?? ratedHow.filter((each) => !each.includes('by a decision of'));
};

/** A sentence about a rule of its own names its measure. */
const namesUntold = (words: string, { measures }: Dataset, wanted: Wanted): boolean =>
  measures.some((measure) => !wanted(measure) && words.includes(measure.title));

/** Groups that are not exempt are headings: a directorate or the council is no row that anybody marks. */
const partOf = (dataset: Dataset, wanted: Wanted): Dataset => ({
  ...dataset,
  measures: dataset.measures.filter(wanted),
  groups: dataset.groups.filter(({ access }) => access !== 'exempt'),
  actions: dataset.actions.filter(wanted),
  projects: dataset.projects.filter(wanted),
  savings: dataset.savings.filter(wanted),
  risks: dataset.risks.filter(wanted),
  money: dataset.money.filter(wanted),
  questions: dataset.questions.filter(wanted),
});

const titlesOf = (
  { measures, actions, projects, savings, risks, questions }: Dataset,
  which: Wanted,
): ReadonlySet<string> =>
  new Set(
    [...measures, ...actions, ...projects, ...savings, ...risks, ...questions]
      .filter(which)
      .map(({ title }) => title),
  );

/**
 * A total printed beside all its lines but one gives that one back: where a line of its kind is exempt, its
 * totals are not told; nor, where a saving is, what the budget's lines say of savings.
 */
const withoutTotals = (whole: Dataset, told: readonly MoneyFact[]): readonly MoneyFact[] => {
  const secret = whole.money.filter(({ access }) => access === 'exempt');
  const kinds = new Set(secret.map(({ kind }) => kind));
  const isSavingSecret = whole.savings.some(({ access }) => access === 'exempt');
  return told
    .filter(({ kind, isTotal }) => !isTotal || !kinds.has(kind))
    .map((line) =>
      isSavingSecret ? { ...line, savingsRequired: null, savingsAchieved: null } : line,
    );
};
