// The pieces a dataset is built of in tests: each fact plain and complete, changed where a test says so.
import type {
  ActionFact,
  BoardFact,
  FigureFact,
  Group,
  MeasureFact,
  MoneyFact,
  ProjectFact,
  QuestionFact,
  RiskFact,
  SavingFact,
  Tally,
} from '../../../src/rules/dataset/dataset.ts';
import { figure } from '../../../src/rules/number-words.ts';

export const plan = 'plan';
const open = { access: 'public', exemptUnder: null } as const;

/** '2020-21 Q2' less so many quarters. */
export const quarterBefore = (back: number): { period: string; words: string } => {
  const at = 2020 * 4 + 1 - back;
  const year = Math.floor(at / 4);
  const pair = `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
  const number = (((at % 4) + 4) % 4) + 1;
  return { period: `${pair} Q${number}`, words: `Q${number} ${pair}` };
};

export const givenFigure = (said: Partial<FigureFact> = {}): FigureFact => ({
  ...quarterBefore(0),
  value: 93.1,
  numerator: null,
  denominator: null,
  target: 95,
  rangeLow: null,
  rangeHigh: null,
  targetWords: '95%',
  standing: 'within tolerance',
  provisional: false,
  illustrative: false,
  noDataUntil: null,
  noDataReason: null,
  ...said,
});

/** Figures of the quarters before, oldest first, held against one target; null is a gap. */
export const givenBefore = (
  values: readonly (number | null)[],
  said: (value: number | null) => Partial<FigureFact> = () => ({}),
): readonly FigureFact[] =>
  values.map((value, at) =>
    givenFigure({
      ...quarterBefore(values.length - at),
      value,
      standing: standingOf(value, 95),
      ...said(value),
    }),
  );

/** More is better: amber to five under. */
export const standingOf = (value: number | null, target: number): FigureFact['standing'] => {
  if (value === null) return 'not yet available';
  if (value >= target) return 'on target';
  return value >= target - 5 ? 'within tolerance' : 'off target';
};

export const givenMeasure = (said: Partial<MeasureFact> = {}): MeasureFact => {
  const code = said.code ?? '1';
  return {
    ...open,
    key: `${plan}|${code}`,
    code,
    title: `Measure ${code}`,
    unit: '%',
    decimals: 1,
    polarity: 'maximise',
    frequency: 'quarterly',
    level: 'strategic',
    weight: 1,
    countsPeople: false,
    definition: null,
    groups: [],
    team: 'Housing needs',
    directorate: 'Housing',
    now: givenFigure(),
    before: [],
    short: null,
    long: null,
    running: 1,
    commentary: null,
    source: null,
    limits: null,
    forecast: null,
    noActionBecause: null,
    benchmark: [],
    quartile: null,
    rebasings: [],
    due: true,
    returned: said.now?.value !== null,
    ...said,
    inPublic: said.inPublic ?? {
      benchmark: said.benchmark ?? [],
      quartile: said.quartile ?? null,
    },
    promises: (said.promises ?? []).map((promise) => ({ access: null, ...promise })),
  };
};

export const emptyTally: Tally = {
  measures: 0,
  due: 0,
  returned: 0,
  better: 0,
  onTarget: 0,
  within: 0,
  off: 0,
  notYet: 0,
  notAgreed: 0,
  dataOnly: 0,
  weighted: null,
};

export const givenGroup = (said: Partial<Group> & Pick<Group, 'scope' | 'code'>): Group => ({
  ...open,
  key: `${said.scope}|${said.code}`,
  title: said.code,
  parent: null,
  now: emptyTally,
  before: null,
  ...said,
});

const work = {
  ...open,
  team: 'Housing needs',
  directorate: 'Housing',
  groups: [],
  status: null,
  commentary: null,
};
type Coded = { readonly code: string };

export const givenAction = (said: Partial<ActionFact> & Coded): ActionFact => ({
  ...work,
  key: `${plan}|${said.code}`,
  title: `Action ${said.code}`,
  kind: 'activity',
  dueOn: null,
  completedOn: null,
  percent: null,
  overdueBy: 0,
  ...said,
});

export const givenProject = (said: Partial<ProjectFact> & Coded): ProjectFact => ({
  ...work,
  key: `${plan}|${said.code}`,
  title: `Project ${said.code}`,
  kind: 'project',
  stage: 'live',
  dueOn: null,
  percent: null,
  holdsUp: [],
  late: false,
  ...said,
});

export const givenSaving = (said: Partial<SavingFact> & Coded): SavingFact => ({
  ...work,
  key: `${plan}|${said.code}`,
  title: `Saving ${said.code}`,
  category: null,
  required: null,
  achieved: null,
  forecast: null,
  atRisk: null,
  ...said,
});

export const givenRisk = (said: Partial<RiskFact> & Coded): RiskFact => ({
  ...work,
  key: `${plan}|${said.code}`,
  title: `Risk ${said.code}`,
  gross: null,
  residual: null,
  target: null,
  likelihood: null,
  impact: null,
  appetite: null,
  aboveAppetite: null,
  movement: null,
  reviewedOn: null,
  ...said,
});

export const givenMoney = (said: Partial<MoneyFact> & Coded): MoneyFact => ({
  ...open,
  key: `${plan}|${said.code}`,
  title: `Budget ${said.code}`,
  kind: 'revenue',
  year: '2020-21',
  groups: [],
  budget: null,
  forecast: null,
  variance: null,
  savingsRequired: null,
  savingsAchieved: null,
  isTotal: false,
  ...said,
});

export const givenQuestion = (
  said: Partial<QuestionFact> & Pick<QuestionFact, 'key' | 'kind'>,
): QuestionFact => ({
  ...open,
  title: `Question ${said.key}`,
  board: null,
  askedOn: null,
  answerDueOn: null,
  answer: null,
  answeredOn: null,
  response: null,
  because: null,
  ...said,
  actions: (said.actions ?? []).map((action) => ({ access: 'public', ...action })),
});

export const givenBoard = (said: Partial<BoardFact> & Pick<BoardFact, 'key'>): BoardFact => ({
  title: said.key,
  kind: 'scrutiny',
  inPublic: true,
  hearsOf: [],
  ...said,
});

/** A target as it reads beside the figures of a unit. */
export const asTarget = (target: number, unit: string, decimals = 0) => ({
  target,
  targetWords: figure({ unit, decimals }, target),
});
