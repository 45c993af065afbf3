// A plan's improvements: each team's slots for rapid improvements, and every project with what it leans
// on and what a late one holds up.
import { foldLine, type Line, lineName } from '../registers/line-name.ts';
import type { Project } from '../registers/projects.ts';
import { registers as declared, type Registers } from '../registers/registers.ts';
import { dependenciesOf, heldUpIn } from '../rules/dependencies.ts';
import { lineRow } from '../rules/golden-thread.ts';
import { liveRapidImprovements, mayGoLive, mostRapidImprovements } from '../rules/live-projects.ts';
import type { ImprovementsView, Leaning, ProjectLine, TeamSlots } from './api-work.ts';
import { counted } from './words.ts';
import {
  type Asking,
  canRead,
  dayWords,
  isLookedAt,
  isPast,
  linesOf,
  percentOf,
  workLine,
  workRows,
} from './work-lines.ts';

/** `teams`: those of the plan that could be looked at. */
export const improvementsView = (
  asking: Asking,
  teams: readonly { readonly key: string; readonly words: string }[],
): ImprovementsView => {
  const rows = workRows(asking, 'projects');
  const drawn = drawing(asking);
  const rapid = rows.filter(({ kind }) => kind === 'rapid improvement');
  const others = rows.filter(({ kind }) => kind !== 'rapid improvement').map(drawn);
  const slots = slotsOf(asking, teams, drawn);
  return {
    summary: summaryOf(others, slots),
    slots,
    waiting: rapid.filter(({ stage }) => stage !== 'live').map(drawn),
    projects: others.toSorted((one, other) => gravity(other) - gravity(one)),
  };
};

/** Late ones first, those that hold up most before the others. */
const gravity = ({ late, holdsUp, stage }: ProjectLine): number => {
  if (late) return 1000 + holdsUp.length;
  return stage === 'complete' || stage === 'stopped' ? -1 : 0;
};

const slotsOf = (
  asking: Asking,
  teams: readonly { readonly key: string; readonly words: string }[],
  drawn: (project: Project) => ProjectLine,
): readonly TeamSlots[] =>
  teams
    .filter(({ key }) => asking.registers.teams.get(key) && isLookedAt(asking, key))
    .map(({ key, words }) => {
      const live = liveRapidImprovements(asking.registers, key);
      return {
        team: key,
        name: words,
        most: mostRapidImprovements,
        inUse: live.length,
        live: live.filter((row) => canRead(asking, 'projects', row)).map(drawn),
      };
    });

/** Late: said to be delayed, or past its day and neither complete nor stopped. */
const isLate = (asking: Asking, row: Project): boolean => {
  const ended = [row.stage, row.status].some((each) => each === 'complete' || each === 'stopped');
  return !ended && (row.status === 'delayed' || isPast(asking, row.dueOn));
};

const drawing = (asking: Asking): ((row: Project) => ProjectLine) => {
  const holdingUp = heldUpIn(asking.registers);
  const leaning = (lines: readonly Line[]) =>
    lines.flatMap((line) => leaningOf(asking, line) ?? []);
  return (row) => {
    return {
      ...workLine(asking, 'projects', row),
      kind: row.kind,
      stage: row.stage,
      phase: row.phase,
      status: row.status,
      percent: percentOf(row.percent),
      due: dayWords(row.dueOn),
      late: isLate(asking, row),
      agreed: agreedWords(row),
      next: nextWords(asking.registers, row),
      dependsOn: leaning(namedOf(asking, row)),
      dependsOnAll: allWords(row),
      alsoDependsOn: linesOf(row.alsoDependsOn),
      holdsUp: leaning(holdingUp(row)),
    };
  };
};

/**
 * The lines to be named one by one. Of those that 'every other project' takes in, only what is late:
 * that is what matters, and thirteen names are not read.
 */
const namedOf = (asking: Asking, row: Project): readonly Line[] => {
  const lines = dependenciesOf(asking.registers, row);
  if (!row.dependsOnAll) return lines;
  const all = dependenciesOf(asking.registers, { ...row, dependsOn: [] });
  const takenIn = new Set(all.map(foldLine));
  return lines.filter((line) => {
    const other = lineRow(asking.registers, line);
    return !takenIn.has(foldLine(line)) || (other && isLate(asking, other as Project));
  });
};

const allWords = ({ dependsOnAll, phase }: Project): string | null =>
  dependsOnAll ? `every other project of ${phase ?? 'the plan'}` : null;

const leaningOf = (asking: Asking, line: Line): Leaning | null => {
  const row = lineRow(asking.registers, line);
  if (!row || !canRead(asking, line.register, row)) return null;
  const { list } = declared[line.register];
  return {
    kind: list.replace(/ies$/, 'y').replace(/s$/, ''),
    code: 'code' in row && typeof row.code === 'string' ? row.code : null,
    title: row.title,
    line: lineName(line),
    late: line.register === 'projects' && isLate(asking, row as Project),
  };
};

const agreedWords = ({ agreedWith, agreedOn }: Project): string | null => {
  if (!agreedWith?.trim()) return null;
  const on = dayWords(agreedOn);
  return `Agreed with ${agreedWith.trim()}${on ? ` on ${on}` : ''}`;
};

const nextWords = (registers: Registers, row: Project): string | null => {
  if (row.kind !== 'rapid improvement' || row.stage === 'complete' || row.stage === 'stopped')
    return null;
  const may = mayGoLive(registers, row);
  if (row.stage === 'live') return may.may ? null : overWords[may.because];
  return may.may ? 'It may go live.' : waitWords[may.because];
};

const overWords = {
  'no team': 'It is live without a team.',
  'not agreed': 'It is live, but no portfolio holder is recorded as having agreed it.',
  'three are live already': 'It is live beside three others: one more than is allowed.',
} as const;

const waitWords = {
  'no team': 'It needs a team before it may go live.',
  'not agreed': 'It may go live once the portfolio holder has agreed it.',
  'three are live already': 'It waits for a slot: three are live already.',
} as const;

const summaryOf = (projects: readonly ProjectLine[], slots: readonly TeamSlots[]): string => {
  const live = projects.filter(({ stage }) => stage === 'live').length;
  const late = projects.filter((line) => line.late).length;
  const inUse = slots.reduce((sum, each) => sum + each.inUse, 0);
  const most = slots.reduce((sum, each) => sum + each.most, 0);
  const parts = [
    most > 0 && `${inUse} of ${counted(most, 'slot')} for rapid improvements in use`,
    projects.length > 0 &&
      `${counted(projects.length, kindOf(projects))}, ${live === projects.length ? 'all' : live} live`,
    late > 0 && `${late} late`,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join('; ')}.` : '';
};

const kindOf = (projects: readonly ProjectLine[]): string =>
  projects.every(({ kind }) => kind === 'transformation review')
    ? 'transformation review'
    : 'other project';
