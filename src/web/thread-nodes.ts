// The lines a plan's thread is made of: its own, whatever serves them and whatever they serve in any
// plan, and the people who carry them; only those the person asking may read.
import { foldLine, type Line, lineName } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import type { RegisterName, Registers, Row } from '../registers/registers.ts';
import type { Standing } from '../registers/words.ts';
import { mayRead } from '../rules/access.ts';
import { above } from '../rules/golden-thread.ts';
import { newestReturn } from '../rules/history.ts';
import { personalObjectivesFor } from '../rules/personal-objectives.ts';
import { inPlanOrder } from '../rules/plan-order.ts';
import { aboveAppetite, riskScores } from '../rules/risk-score.ts';
import { standingAt } from '../rules/standings.ts';
import type { ThreadColumn, ThreadNode } from './api-registers.ts';

type Place = { readonly column: ThreadColumn; readonly kind: string };

/** In the order they stand within their columns. */
const places = {
  priorities: { column: 'Priorities', kind: 'Priority' },
  crossCuttingIssues: { column: 'Priorities', kind: 'Cross-cutting issue' },
  plans: { column: 'Priorities', kind: 'Section' },
  values: { column: 'Vision', kind: 'Value' },
  objectives: { column: 'Objectives', kind: 'Objective' },
  outcomes: { column: 'Outcomes', kind: 'Outcome' },
  measures: { column: 'Measures', kind: 'Measure' },
  benchmarks: { column: 'Measures', kind: 'Benchmark' },
  actions: { column: 'Work', kind: 'Action' },
  projects: { column: 'Work', kind: 'Project' },
  savings: { column: 'Work', kind: 'Saving' },
  budgets: { column: 'Work', kind: 'Budget' },
  partnerships: { column: 'Work', kind: 'Partnership' },
  risks: { column: 'Risks', kind: 'Risk' },
  personalObjectives: { column: 'People', kind: 'Personal objective' },
  people: { column: 'People', kind: 'Person' },
} as const satisfies { readonly [N in RegisterName]?: Place };
type Threaded = keyof typeof places;

const isThreaded = (name: RegisterName): name is Threaded => Object.hasOwn(places, name);
const ofPlans = (Object.keys(places) as readonly Threaded[]).filter(
  (name) => name !== 'people' && name !== 'personalObjectives',
);

/** Figures beside the thread: shown where they hang from something, never missed where they do not. */
const onlyWhereTied: ReadonlySet<RegisterName> = new Set(['benchmarks', 'budgets']);

type Reading = {
  readonly registers: Registers;
  readonly person: Person;
  readonly plan: string;
  readonly joins: Joins;
};

export const threadNodes = (
  registers: Registers,
  person: Person,
  plan: string,
): readonly ThreadNode[] => {
  const joins = joinsOf(registers);
  const reading = { registers, person, plan, joins };
  const own = [...ofPlans.flatMap((name) => linesOf(reading, name)), ...aimsOf(reading)];
  const served = everyStep(own, (line) => joins.below.get(foldLine(line)) ?? []);
  const lines = everyStep(served, (line) => joins.above.get(foldLine(line)) ?? []).filter((line) =>
    isShown(reading, line),
  );
  const nodes = lines.map((line) => nodeOf(reading, line));
  const known = new Set(nodes.map(({ id }) => id));
  return [
    ...nodes.map((node) => ({ ...node, above: node.above.filter((id) => known.has(id)) })),
    ...peopleWho(registers, lines),
  ];
};

/** By lines as foldLine tells them. */
type Joins = {
  readonly above: ReadonlyMap<string, readonly Line[]>;
  readonly below: ReadonlyMap<string, readonly Line[]>;
};

/** What serves what, in every plan, found in one pass. */
const joinsOf = (registers: Registers): Joins => {
  const uppers = new Map<string, readonly Line[]>();
  const lowers = new Map<string, Line[]>();
  for (const register of [...ofPlans, 'personalObjectives'] as const)
    for (const { key } of registers[register].values()) {
      const line = { register, key };
      const serves = upward(registers, line);
      uppers.set(foldLine(line), serves);
      for (const upper of serves) {
        const lines = lowers.get(foldLine(upper));
        if (lines) lines.push(line);
        else lowers.set(foldLine(upper), [line]);
      }
    }
  return { above: uppers, below: lowers };
};

type Ordered = { readonly key: string; readonly position: number | null; readonly code: string };

const linesOf = ({ registers, plan }: Reading, name: Threaded): readonly Line[] => {
  // Each of these registers is looked up by its plan; they differ in all else.
  const rows = registers[name as 'objectives'].where('plan', plan);
  return (rows as readonly Ordered[])
    .toSorted(inPlanOrder)
    .map(({ key }) => ({ register: name, key }));
};

/** The reader's own objectives and those of the people they manage; nobody else's. */
const aimsOf = ({ registers, person, plan }: Reading): readonly Line[] =>
  personalObjectivesFor(registers, person)
    .filter((each) => each.plan === null || each.plan === plan)
    .map(({ key }) => ({ register: 'personalObjectives', key }));

/** All of them and whatever is reached from them, each once. */
const everyStep = (
  from: readonly Line[],
  next: (line: Line) => readonly Line[],
): readonly Line[] => {
  const reached = new Map<string, Line>();
  const waiting = [...from];
  for (let at = 0; at < waiting.length; at += 1) {
    const line = waiting[at] as Line;
    const folded = foldLine(line);
    if (reached.has(folded)) continue;
    reached.set(folded, line);
    waiting.push(...next(line));
  }
  return [...reached.values()];
};

type AnyRow = Row<RegisterName> & {
  readonly plan?: string | null;
  readonly code?: string;
  readonly owner?: string | null;
  readonly person?: string | null;
  readonly status?: string | null;
};

const rowAt = (registers: Registers, { register, key }: Line): AnyRow | undefined =>
  registers[register].get(key) as AnyRow | undefined;

const isShown = ({ registers, person, joins }: Reading, line: Line): boolean => {
  const row = rowAt(registers, line);
  if (!row || !isThreaded(line.register)) return false;
  if (onlyWhereTied.has(line.register) && !joins.above.get(foldLine(line))?.length) return false;
  return mayRead(registers, person, { register: line.register, row });
};

/** A plan may say that it serves its own priorities: its thread begins with it all the same. */
const upward = (registers: Registers, line: Line): readonly Line[] => {
  const lines = above(registers, line);
  if (line.register !== 'plans' || lines.length === 0) return lines;
  const row = rowAt(registers, line);
  if (row?.plan !== row?.key) return lines;
  return lines.filter((upper) => rowAt(registers, upper)?.plan !== row?.plan);
};

/** What a line serves; past a row the reader may not see, what that row serves. */
const shownAbove = (reading: Reading, line: Line): readonly Line[] => {
  const past = new Set<string>();
  const climb = (from: Line): readonly Line[] =>
    (reading.joins.above.get(foldLine(from)) ?? []).flatMap((upper) => {
      if (isShown(reading, upper)) return [upper];
      if (past.has(foldLine(upper))) return [];
      past.add(foldLine(upper));
      return climb(upper);
    });
  return climb(line);
};

const nodeOf = (reading: Reading, line: Line): ThreadNode => {
  const { registers, plan } = reading;
  const row = rowAt(registers, line);
  const register = line.register as Threaded;
  const isWhole = register === 'plans' && row?.plan === row?.key;
  const other = row?.plan && row.plan !== plan ? registers.plans.get(row.plan) : undefined;
  const place: Place = isWhole ? { column: 'Vision', kind: 'Plan' } : places[register];
  const serves = shownAbove(reading, line);
  const code = isWhole || row?.code === row?.key ? '' : (row?.code ?? '');
  const vision = isWhole ? registers.plans.get(line.key)?.vision : null;
  return {
    id: lineName(line),
    ...place,
    code,
    title: vision ?? row?.title ?? line.key,
    otherPlan: other ? other.title : null,
    standing: register === 'measures' ? standingOf(registers, line.key) : null,
    ...stateOf(registers, line),
    isLoose: other === undefined && isLoose(place.column, serves),
    above: [...new Set(serves.map(lineName))],
  };
};

/** To stand in a section of the plan is not yet to serve anything. */
const isLoose = (column: ThreadColumn, serves: readonly Line[]): boolean =>
  column !== 'Vision' &&
  column !== 'Priorities' &&
  serves.every(({ register }) => register === 'plans');

const standingOf = (registers: Registers, key: string): Standing => {
  const measure = registers.measures.get(key);
  const newest = measure && newestReturn(registers, measure, null);
  if (!measure || !newest) return 'not yet available';
  return standingAt(registers, measure, newest.period, newest.row).standing;
};

type State = Pick<ThreadNode, 'state' | 'isSerious'>;
const serious: readonly unknown[] = ['delayed', 'at risk'];

const stateOf = (registers: Registers, line: Line): State => {
  if (line.register === 'risks') return riskState(registers, line.key);
  const status = rowAt(registers, line)?.status;
  if (typeof status !== 'string' || places[line.register as Threaded].column !== 'Work')
    return { state: null, isSerious: false };
  const words = status.charAt(0).toUpperCase() + status.slice(1);
  return { state: words, isSerious: serious.includes(status) };
};

/** With the controls there are; before them, where that is all there is. */
const riskState = (registers: Registers, key: string): State => {
  const risk = registers.risks.get(key);
  if (!risk) return { state: null, isSerious: false };
  const { residual, gross } = riskScores(risk);
  const isSerious = aboveAppetite(risk) === true;
  const score = residual ?? gross;
  if (score === null) return { state: null, isSerious };
  const which = residual === null ? 'Gross score' : 'Score';
  return { state: `${which} ${score} of 25${isSerious ? ', above appetite' : ''}`, isSerious };
};

/** Whoever owns a line carries it, and whoever's objective it is. */
const peopleWho = (registers: Registers, lines: readonly Line[]): readonly ThreadNode[] => {
  const carried = new Map<string, string[]>();
  for (const line of lines) {
    const row = rowAt(registers, line);
    const key = registers.people.get(row?.owner ?? row?.person ?? '')?.key;
    if (key === undefined) continue;
    const carries = carried.get(key);
    if (carries) carries.push(lineName(line));
    else carried.set(key, [lineName(line)]);
  }
  return [...carried].map(([key, ids]) => ({
    id: lineName({ register: 'people', key }),
    ...places.people,
    code: '',
    title: registers.people.get(key)?.title ?? key,
    otherPlan: null,
    standing: null,
    state: null,
    isSerious: false,
    isLoose: false,
    above: ids,
  }));
};
