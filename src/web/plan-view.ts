// The team plan in a quarter: a title that answers, five figures, what needs you, every measure.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { cycleCalendar } from '../rules/calendar.ts';
import { dateWords, momentWords } from '../rules/date-words.ts';
import { owedBy } from '../rules/owed.ts';
import { periodText } from '../rules/period.ts';
import { asksForTarget } from '../rules/targets-due.ts';
import { closedDates } from '../rules/working-days.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { MeasureRow, PlanView, Strip } from './api.ts';
import { type Asked, type Chosen, chosenBy } from './chosen.ts';
import { freshness } from './freshness.ts';
import { measureRow, type Setting } from './measure-row.ts';
import { needsOf, type OwedHere } from './needs.ts';
import { counted } from './words.ts';

export const planView = (ports: Ports, person: Person, asked: Asked): PlanView => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const chosen = chosenBy(registers, asked, { person, today });
  if (!chosen) return { ...nothingLoaded, freshness: freshness(ports.replica) };
  const { quarter, cycle } = chosen;
  const setting = { quarter, cycle, today, closed: closedDates(registers) };
  const rows = chosen.measures.map((measure) => measureRow(registers, measure, setting));
  const strip = stripOf(rows);
  return {
    title: asksNothing(chosen) ?? cycleTitle(setting, strip) ?? titleOf(strip, dueWords(setting)),
    planName: chosen.plan.title,
    plan: chosen.plan.key,
    team: chosen.team,
    quarter: periodText(quarter),
    plans: chosen.plans,
    teams: chosen.teams,
    quarters: chosen.quarters,
    strip,
    ...needsOf(rows, owedHere(registers, person, setting)),
    measures: rows,
    freshness: freshness(ports.replica),
  };
};

const owedHere = (registers: Registers, person: Person, setting: Setting): OwedHere => {
  const { cycle, today } = setting;
  if (!cycle) return { rows: [], cardSent: false };
  const rows = owedBy(registers, person, today)
    .filter(({ return: asked }) => sameKey(asked.cycle, cycle.key) && !asksForTarget(asked))
    .flatMap(({ about }) => (about.of === 'measure' ? [about.row] : []))
    .map((measure) => measureRow(registers, measure, setting));
  const cardSent = registers.notifications
    .where('cycle', cycle.key)
    .some((sent) => sent.state === 'Sent' && sameKey(sent.person, person.key));
  return { rows, cardSent };
};

const stripOf = (rows: readonly MeasureRow[]): Strip => {
  const standing = (...wanted: MeasureRow['standing'][]) =>
    rows.filter((row) => wanted.includes(row.standing)).length;
  const returns = (...wanted: MeasureRow['return']['state'][]) =>
    rows.filter((row) => wanted.includes(row.return.state)).length;
  return {
    due: returns('due', 'late', 'never answered', 'returned', 'no data until'),
    returned: returns('returned'),
    noData: returns('no data until'),
    late: returns('late'),
    neverAnswered: returns('never answered'),
    onTarget: standing('on target', 'better than target'),
    within: standing('within tolerance'),
    off: standing('off target'),
    notYet: standing('not yet available'),
    notAgreed: standing('target not yet agreed'),
    dataOnly: standing('data only'),
    illustrativeFigures: rows.filter((row) => row.figure?.illustrative).length,
    illustrativeTargets: rows.filter((row) => row.figure?.targetIllustrative).length,
  };
};

/** A plan whose lines are kept and whose figures nobody is asked for. */
const asksNothing = ({ measures, teams, plan }: Chosen): string | null =>
  measures.length === 0 && teams.length === 1 ? `${plan.title} has no measures to return` : null;

/** A cycle that asks nothing yet, or no longer, says so; null where returns are what matters. */
const cycleTitle = ({ cycle, closed, quarter }: Setting, strip: Strip): string | null => {
  if (cycle?.state === 'Planned')
    return `Returns open ${momentWords(cycleCalendar(cycle, closed).opens)}`;
  if (cycle?.state === 'Closed' && quarter.kind === 'quarter' && strip.neverAnswered > 0) {
    const never = counted(strip.neverAnswered, 'return was', 'returns were');
    return `Quarter ${quarter.number} is closed: ${never} never answered`;
  }
  return cycle?.state === 'Withdrawn' ? 'This quarter’s collection was withdrawn' : null;
};

const dueWords = ({ cycle, closed }: Setting): string | null =>
  cycle && dateWords(cycleCalendar(cycle, closed).dueOn);

/** What is late, else what is due and when, else what is off target. */
const titleOf = (strip: Strip, dueOn: string | null): string => {
  const waiting = strip.due - strip.returned - strip.noData;
  const due = waiting - strip.late;
  const by = dueOn ? ` by ${dueOn}` : '';
  if (strip.late > 0 && due > 0) return `${lateWords(strip.late)}, ${due} more due${by}`;
  if (strip.late > 0) return `${lateWords(strip.late)}${dueOn ? `, due ${dueOn}` : ''}`;
  if (due > 0) return `${counted(due, 'return')} due${by}`;
  const off = strip.off > 0 ? `${counted(strip.off, 'measure')} off target` : '';
  if (strip.due > 0) return `Every return is in${off ? `, ${off}` : ''}`;
  return off || 'Nothing is due';
};

const lateWords = (late: number): string =>
  late === 1 ? '1 return is late' : `${late} returns are late`;

/** Before any plan has been loaded. */
const nothingLoaded = {
  title: 'No plan has been loaded yet',
  planName: '',
  plan: '',
  team: '',
  quarter: '',
  plans: [],
  teams: [],
  quarters: [],
  strip: {
    due: 0,
    returned: 0,
    noData: 0,
    late: 0,
    neverAnswered: 0,
    onTarget: 0,
    within: 0,
    off: 0,
    notYet: 0,
    notAgreed: 0,
    dataOnly: 0,
    illustrativeFigures: 0,
    illustrativeTargets: 0,
  },
  needs: [],
  needsNone: 'Nothing needs you.',
  needsMore: [],
  measures: [],
} as const;
