// Datasets for tests of papers: a small one with every case in it, and one of many measures. What is in
// them is made up; nobody's name is.
import {
  type Dataset,
  datasetVersion,
  type MeasureFact,
} from '../../../src/rules/dataset/dataset.ts';
import {
  givenAction,
  givenBefore,
  givenBoard,
  givenFigure,
  givenGroup,
  givenMeasure,
  givenMoney,
  givenProject,
  givenQuestion,
  givenRisk,
  givenSaving,
  plan,
  quarterBefore,
  standingOf,
} from './given-facts.ts';
import {
  groupsOfEveryScope,
  housing,
  keyOf,
  measuresOfEveryCase,
  place,
} from './given-measures.ts';

export const givenDataset = (said: Partial<Dataset> = {}): Dataset => ({
  version: datasetVersion,
  cycle: `${plan}|2020-21 Q2`,
  plan,
  planTitle: 'Stronger Together',
  period: quarterBefore(0).period,
  periodWords: quarterBefore(0).words,
  asAt: '2020-10-30',
  isFrozen: true,
  measures: [],
  groups: [],
  actions: [],
  projects: [],
  savings: [],
  risks: [],
  money: [],
  questions: [],
  boards: [],
  ratedHow: ['Amber is a miss of no more than 10% of target.'],
  ...said,
});

export const scrutinyBoard = givenBoard({
  key: 'housing-scrutiny',
  title: 'Housing Scrutiny Committee',
  hearsOf: [keyOf('priority', '1')],
});

/** Every case there is, each once. */
export const smallDataset = (said: Partial<Dataset> = {}): Dataset =>
  givenDataset({
    measures: measuresOfEveryCase.map((each) =>
      each.code === '1' || each.code === '3'
        ? { ...each, groups: [...each.groups, keyOf('cross-cutting issue', 'x1')] }
        : each,
    ),
    groups: groupsOfEveryScope,
    actions: [
      givenAction({ code: 'A1', groups: housing, status: 'complete', completedOn: '2020-08-01' }),
      givenAction({
        code: 'A2',
        groups: housing,
        status: 'delayed',
        dueOn: '2020-09-30',
        percent: 40,
        overdueBy: 22,
        commentary: 'The builder withdrew.',
      }),
      givenAction({
        code: 'A3',
        groups: place,
        status: 'on track',
        dueOn: '2021-03-31',
        percent: 60,
      }),
      givenAction({ code: 'A4', groups: place }),
      givenAction({ code: 'A5', groups: place, access: 'exempt', exemptUnder: '3', overdueBy: 5 }),
      givenAction({ code: 'A6', groups: place, kind: 'milestone', status: 'at risk' }),
    ],
    projects: [
      givenProject({
        code: 'P1',
        title: 'New housing system',
        groups: housing,
        status: 'delayed',
        late: true,
        dueOn: '2020-08-31',
        holdsUp: ['Self-service for tenants', 'Paperless lettings'],
      }),
      givenProject({ code: 'P2', groups: place, status: 'on track' }),
    ],
    savings: [
      givenSaving({
        code: 'S1',
        title: 'Fewer agency staff',
        groups: housing,
        required: 400_000,
        achieved: 100_000,
        forecast: 250_000,
        atRisk: 150_000,
        status: 'at risk',
      }),
      givenSaving({
        code: 'S2',
        groups: place,
        required: 50_000,
        achieved: 50_000,
        forecast: 50_000,
        atRisk: 0,
      }),
      givenSaving({ code: 'S3', groups: place }),
    ],
    risks: [
      givenRisk({
        code: 'R1',
        title: 'Homelessness outgrows what can be spent',
        groups: housing,
        gross: 25,
        residual: 16,
        target: 9,
        likelihood: 4,
        impact: 4,
        appetite: 12,
        aboveAppetite: true,
        movement: 'worse',
        reviewedOn: '2020-09-15',
      }),
      givenRisk({
        code: 'R2',
        groups: place,
        residual: 6,
        likelihood: 2,
        impact: 3,
        appetite: 12,
        aboveAppetite: false,
        movement: 'same',
      }),
      givenRisk({ code: 'R3', groups: place }),
    ],
    money: [
      givenMoney({
        code: 'B1',
        title: 'Homes for all',
        groups: housing,
        budget: 12_000_000,
        forecast: 12_600_000,
        variance: 600_000,
        savingsRequired: 400_000,
        savingsAchieved: 100_000,
      }),
      givenMoney({
        code: 'B2',
        title: 'A clean city',
        groups: place,
        budget: 8_000_000,
        forecast: 7_900_000,
        variance: -100_000,
      }),
      givenMoney({
        code: 'BT',
        title: 'All services',
        budget: 20_000_000,
        forecast: 20_500_000,
        variance: 500_000,
        isTotal: true,
      }),
      givenMoney({
        code: 'C1',
        title: 'New homes',
        kind: 'capital',
        budget: 5_000_000,
        groups: housing,
      }),
    ],
    questions: [
      givenQuestion({
        key: 'Q1',
        kind: 'question',
        title: 'Why do homes stand empty for longer?',
        board: 'housing-scrutiny',
        askedOn: '2020-07-14',
        answerDueOn: '2020-08-14',
      }),
      givenQuestion({
        key: 'Q2',
        kind: 'question',
        title: 'How many advisers are there?',
        board: 'housing-scrutiny',
        askedOn: '2020-07-14',
        answer: 'Nine, of whom two are part time.',
        answeredOn: '2020-08-03',
      }),
      givenQuestion({
        key: 'Q3',
        kind: 'recommendation',
        title: 'Publish the waiting list by ward',
        board: 'housing-scrutiny',
        askedOn: '2020-01-20',
        response: 'accepted',
        because: 'It is ready to be published.',
        actions: [{ title: 'Publish each month', status: 'on track' }],
      }),
      givenQuestion({
        key: 'Q4',
        kind: 'spotlight',
        board: 'housing-scrutiny',
        askedOn: '2020-06-01',
      }),
      givenQuestion({
        key: 'Q5',
        kind: 'recommendation',
        board: 'place-scrutiny',
        response: 'rejected',
        because: 'It would cost more than it saves.',
      }),
    ],
    boards: [
      givenBoard({ key: 'directors-board', title: 'Corporate Directors Board', kind: 'directors' }),
      givenBoard({ key: 'portfolio', title: 'Portfolio briefings', kind: 'portfolio' }),
      givenBoard({ key: 'cabinet', title: 'Cabinet', kind: 'Cabinet' }),
      scrutinyBoard,
    ],
    ...said,
  });

/** So many measures in ten priorities, with their past, commentary and work: how long a paper takes. */
export const manyMeasures = (count = 400): Dataset =>
  givenDataset({
    measures: Array.from({ length: count }, (_, at) => manyth(at)),
    groups: [
      ...Array.from({ length: 10 }, (_, at) =>
        givenGroup({ scope: 'priority', code: `${at}`, title: `Priority ${at}` }),
      ),
      ...Array.from({ length: 40 }, (_, at) =>
        givenGroup({
          scope: 'objective',
          code: `${at}`,
          title: `Objective ${at}`,
          parent: keyOf('priority', `${at % 10}`),
        }),
      ),
      givenGroup({ scope: 'council', code: 'council', title: 'Council' }),
    ],
    actions: Array.from({ length: count }, (_, at) =>
      givenAction({
        code: `A${at}`,
        groups: [keyOf('priority', `${at % 10}`)],
        status: (['on track', 'delayed', 'complete', null] as const)[at % 4] ?? null,
        overdueBy: at % 4 === 1 ? at % 30 : 0,
      }),
    ),
    savings: Array.from({ length: 60 }, (_, at) =>
      givenSaving({ code: `S${at}`, required: 10_000 + at, forecast: 9_000, atRisk: 1_000 + at }),
    ),
    risks: Array.from({ length: 60 }, (_, at) => {
      const [likelihood, impact] = [(at % 5) + 1, (Math.floor(at / 5) % 5) + 1];
      const residual = likelihood * impact;
      return givenRisk({
        code: `R${at}`,
        residual,
        likelihood,
        impact,
        appetite: 12,
        aboveAppetite: residual > 12,
      });
    }),
    boards: smallDataset().boards,
  });

const manyth = (at: number): MeasureFact => {
  const past = Array.from({ length: 19 }, (_, back) => 85 + ((at * 7 + back * 13) % 150) / 10);
  const value = at % 17 === 0 ? null : 85 + ((at * 11) % 150) / 10;
  return givenMeasure({
    code: `${at + 1}`,
    title: `Measure ${at + 1} of what the council does for residents`,
    countsPeople: at % 10 === 0,
    groups: [keyOf('priority', `${at % 10}`), keyOf('objective', `${at % 40}`)],
    now: givenFigure({ value, standing: standingOf(value, 95) }),
    before: givenBefore(past),
    short: value === null ? null : 'worse',
    long: value === null ? null : 'better',
    commentary:
      value === null ? null : `What was done about measure ${at + 1}, and why. `.repeat(6),
    forecast: at % 3 === 0 ? 94 : null,
    due: true,
    returned: value !== null,
  });
};
