// Writes a cycle's roll-up to Reports and Report lines: only the lines whose figures have moved.
import type { Cycle } from '../registers/cycles.ts';
import type { Change, Registers } from '../registers/registers.ts';
import type { ReportLine } from '../registers/report-lines.ts';
import type { Report } from '../registers/reports.ts';
import { fold } from '../registers/same-key.ts';
import { rollUp } from '../rules/roll-up.ts';
import type { RollUpLine } from '../rules/roll-up-line.ts';
import { tallyOf } from '../rules/roll-up-tally.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Ports } from './ports.ts';

/**
 * Answers how many lines were written; none when every figure stands as it did. Once its cycle is
 * closed or withdrawn a report is built a last time, and stays as it was from then on.
 */
export const buildReport = async (ports: Ports, cycle: Cycle): Promise<number> => {
  const registers = ports.replica.registers();
  const report = registers.reports.get(cycle.key);
  const state = stateOf(cycle);
  if (state !== 'Live' && report?.state === state) return 0;
  const rolled = rollUp(registers, cycle);
  const lines = [
    ...rolled.flatMap((line) => moved(registers, line)),
    ...emptied(registers, cycle, rolled),
  ];
  if (lines.length === 0 && report?.state === state) return 0;

  await write(ports, cycle, { state, lines, build: (report?.build ?? 0) + 1 });
  return lines.length;
};

/** A suspended cycle may go on again, so its report is no less live. */
const stateOf = ({ state }: Cycle): Report['state'] =>
  state === 'Closed' || state === 'Withdrawn' ? state : 'Live';

type Built = Pick<Report, 'state'> & { readonly lines: readonly Change[]; readonly build: number };

/**
 * Its number is part of the key: of two builds from the same state one is kept. A report deleted by
 * hand begins again at a number that was taken, and goes on to the next that was not.
 */
const write = async (ports: Ports, cycle: Cycle, { state, lines, build }: Built): Promise<void> => {
  const at = ports.clock.now().toInstant();
  const head = change('reports', cycle.key, {
    title: `${cycle.title}: ${cycle.plan}`,
    plan: cycle.plan,
    cycle: cycle.key,
    state,
    builtAt: at,
    build,
  });
  const entry = { by: null, at, changes: [head, ...lines], message: null };
  const [kept] = await accept(ports, [{ ...entry, key: `report|${cycle.key}|${build}` }]);
  if (kept?.outcome === 'already') await write(ports, cycle, { state, lines, build: build + 1 });
};

/** What of this line differs from the register: nothing, or one change. */
const moved = (registers: Registers, { key, ...line }: RollUpLine): Change[] => {
  const standing = registers.reportLines.get(key);
  if (standing === undefined) return [change('reportLines', key, line)];
  const differs = Object.entries(line).filter(
    ([name, value]) => standing[name as keyof ReportLine] !== value,
  );
  return differs.length === 0 ? [] : [change('reportLines', key, Object.fromEntries(differs))];
};

/** Of a group that held measures and holds none any more, the counts are nought: nothing else would say so. */
const emptied = (
  registers: Registers,
  cycle: Cycle,
  rolled: readonly RollUpLine[],
): readonly Change[] => {
  const counts = registers.reportLines
    .where('report', cycle.key)
    .filter(({ measures }) => measures !== null && measures > 0);
  const still = new Set(rolled.map(({ key }) => fold(key)));
  const gone = counts.filter(({ key }) => !still.has(fold(key)));
  return gone.map(({ key }) => change('reportLines', key, tallyOf([])));
};
