// A council whose fourth quarter has closed, with all that a paper tells of: so many measures of forty
// quarters with commentary, work, savings, risks, money, questions and the boards that hear of them. The
// figures of its last two quarters are frozen as the product freezes them. All of it is made up.
import type { RegisterName, Registers, Row } from '../../src/registers/registers.ts';
import { fold } from '../../src/registers/same-key.ts';
import { canonical, type Json } from '../../src/rules/dataset/canonical.ts';
import { gatherDataset } from '../../src/rules/dataset/gather.ts';
import { cutInParts, partKey } from '../../src/rules/dataset/parts.ts';
import type { RowTable } from '../../src/sharepoint/replica/table.ts';
import { sha256 } from '../../src/use-cases/sha-256.ts';
import { rowOf } from '../rules/table-of.ts';
import { plan } from './given-council.ts';
import { cycles, numbersFor, priorities, registersOf, teams } from './given-returns.ts';

export const closedCycle = cycles.at(-1) as Row<'cycles'>;
const before = cycles.at(-2) as Row<'cycles'>;
export const today = Temporal.PlainDate.from('2020-04-30');
const open = { plan, access: 'public' } as const;

export const closedCouncil = async (measures: number): Promise<Registers> => {
  const registers = registersOf(numbersFor(measures));
  put(registers, 'plans', [rowOf('plans', { key: plan, title: 'Bench plan', code: plan, plan })]);
  openToAll(registers);
  put(registers, 'cycles', [closedCycle, before]);
  put(registers, 'actions', made(measures, actionOf));
  put(registers, 'projects', made(measures / 5, projectOf));
  put(registers, 'savings', made(measures / 5, savingOf));
  put(registers, 'risks', made(measures / 6, riskOf));
  put(registers, 'budgets', made(measures / 10, budgetOf));
  put(registers, 'questions', made(measures / 12, questionOf));
  put(registers, 'boards', boards);
  for (const cycle of [before, closedCycle]) await freeze(registers, cycle);
  return registers;
};

const put = <N extends RegisterName>(
  registers: Registers,
  name: N,
  rows: Iterable<Row<N>>,
): void => {
  const table = registers[name] as unknown as RowTable;
  for (const row of rows) table.put(fold(row.key), row as Row<RegisterName>);
};

const made = <T>(count: number, row: (n: number) => T): readonly T[] =>
  Array.from({ length: Math.ceil(count) }, (_, n) => row(n));

/** Most rows may be read by anybody, one in fifty is exempt; the newest returns say why they are as they are. */
const openToAll = (registers: Registers): void => {
  const opened = <N extends 'measures' | 'priorities' | 'objectives'>(name: N) =>
    [...registers[name].values()].map((row, n) => ({
      ...row,
      access: n % 50 === 49 && name === 'measures' ? ('exempt' as const) : ('public' as const),
    })) as Row<N>[];
  for (const name of ['measures', 'priorities', 'objectives'] as const)
    put(registers, name, opened(name));
  put(
    registers,
    'returns',
    registers.returns
      .where('cycle', closedCycle.key)
      .map((row, n) => ({ ...row, commentary: commentary(n) })),
  );
};

const commentary = (n: number): string =>
  `Demand rose by a tenth in the quarter, and ${n % 7} posts were vacant until its last month. `.repeat(
    (n % 4) + 1,
  );

const priorityOf = (n: number) => `Priorities: ${plan}|${priorities[n % priorities.length]}`;
const teamOf = (n: number) => teams[n % teams.length] as string;
const dayOf = (n: number) => Temporal.PlainDate.from('2019-09-01').add({ days: (n * 7) % 400 });

const actionOf = (n: number): Row<'actions'> =>
  rowOf('actions', {
    ...open,
    key: `${plan}|A${n}`,
    code: `A${n}`,
    title: `Action ${n} that the plan promises`,
    kind:
      (['activity', 'milestone', 'corrective action', 'recovery plan'] as const)[n % 4] ??
      'activity',
    serves: [n % 3 === 0 ? `Measures: ${plan}|${n}` : priorityOf(n)],
    team: teamOf(n),
    dueOn: dayOf(n),
    status: (['on track', 'delayed', 'complete', 'at risk'] as const)[n % 4] ?? null,
    completedOn: n % 4 === 2 ? dayOf(n) : null,
  });

const projectOf = (n: number): Row<'projects'> =>
  rowOf('projects', {
    ...open,
    key: `${plan}|P${n}`,
    code: `P${n}`,
    title: `Project ${n} that changes a service`,
    kind: 'improvement project',
    serves: [priorityOf(n)],
    team: teamOf(n),
    dependsOn: n > 2 ? [`Projects: ${plan}|P${n - 2}`] : [],
    dueOn: dayOf(n * 3),
    status: (['on track', 'delayed', 'at risk'] as const)[n % 3] ?? null,
  });

const savingOf = (n: number): Row<'savings'> =>
  rowOf('savings', {
    ...open,
    key: `${plan}|S${n}`,
    code: `S${n}`,
    title: `Saving ${n}`,
    serves: [priorityOf(n)],
    team: teamOf(n),
    year: '2019-20',
    required: 20_000 + n * 1_000,
    achieved: n * 700,
    forecast: 15_000 + n * 900,
  });

const riskOf = (n: number): Row<'risks'> =>
  rowOf('risks', {
    ...open,
    key: `${plan}|R${n}`,
    code: `R${n}`,
    title: `Risk ${n} that a service runs`,
    serves: [priorityOf(n)],
    team: teamOf(n),
    state: 'open',
    grossLikelihood: 5,
    grossImpact: (n % 5) + 1,
    residualLikelihood: (n % 5) + 1,
    residualImpact: ((n >> 1) % 5) + 1,
    appetite: 10,
  });

const budgetOf = (n: number): Row<'budgets'> =>
  rowOf('budgets', {
    ...open,
    key: `${plan}|B${n}`,
    code: `B${n}`,
    title: `Budget ${n}`,
    kind: (['revenue', 'capital'] as const)[n % 2] ?? 'revenue',
    priority: `${plan}|${priorities[n % priorities.length]}`,
    year: '2019-20',
    amount: 1_000_000 + n * 10_000,
    forecast: 1_020_000 + n * 9_500,
  });

const committees = ['people', 'homes', 'streets', 'money'];

const questionOf = (n: number): Row<'questions'> =>
  rowOf('questions', {
    ...open,
    key: `Q${n}`,
    title: `Why is measure ${n} as it is?`,
    kind: (['question', 'recommendation'] as const)[n % 2] ?? 'question',
    board: committees[n % committees.length] as string,
    about: [`Measures: ${plan}|${n}`],
    askedOn: dayOf(n),
    response: n % 4 === 1 ? 'accepted' : null,
  });

/** Four committees, four portfolios, the directors, Cabinet and the public. */
const boards: readonly Row<'boards'>[] = [
  ...committees.map((key, n) => boardOf({ key, kind: 'scrutiny', heard: n, inPublic: true })),
  ...committees.map((key, n) => boardOf({ key: `portfolio ${key}`, kind: 'portfolio', heard: n })),
  boardOf({ key: 'directors', kind: 'directors' }),
  boardOf({ key: 'cabinet', kind: 'Cabinet', inPublic: true }),
  boardOf({ key: 'public', kind: 'public', inPublic: true }),
];

function boardOf({
  key,
  kind,
  heard,
  inPublic = false,
}: Pick<Row<'boards'>, 'key' | 'kind'> & { heard?: number; inPublic?: boolean }): Row<'boards'> {
  return rowOf('boards', {
    key,
    kind,
    title: `Board of ${key}`,
    inPublic,
    hearsOf:
      heard === undefined
        ? []
        : priorities
            .filter((_, n) => n % committees.length === heard)
            .map((code) => `Priorities: ${plan}|${code}`),
  });
}

const freeze = async (registers: Registers, cycle: Row<'cycles'>): Promise<void> => {
  const dataset = gatherDataset(registers, cycle, { asAt: today, isFrozen: true });
  const text = canonical(dataset as unknown as Json);
  const [hash, parts] = [await sha256(text), cutInParts(text)];
  const row = { plan, dataset: cycle.key };
  put(
    registers,
    'datasetParts',
    parts.map((content, n) =>
      rowOf('datasetParts', { ...row, key: partKey(cycle.key, hash, n + 1), part: n + 1, content }),
    ),
  );
  const head = { key: cycle.key, plan, cycle: cycle.key, hash, parts: parts.length };
  put(registers, 'datasets', [rowOf('datasets', head)]);
};
