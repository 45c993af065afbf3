// Writes a cycle's roll-up to Reports and Report lines: only the lines whose figures have moved. The line of what is
// exempt is marked as exempt, whenever it came to be.
import type { Cycle } from '../registers/cycles.ts';
import type { Change, Registers } from '../registers/registers.ts';
import type { ReportLine } from '../registers/report-lines.ts';
import type { Report } from '../registers/reports.ts';
import { fold } from '../registers/same-key.ts';
import { returnFor } from '../rules/history.ts';
import { parsePeriod } from '../rules/period.ts';
import { targetFor } from '../rules/rating.ts';
import { rollUp, stillCounted } from '../rules/roll-up.ts';
import type { RollUpLine } from '../rules/roll-up-line.ts';
import { tallyOf } from '../rules/roll-up-tally.ts';
import { accept } from './accept.ts';
import { asExempt } from './as-exempt.ts';
import { change } from './change.ts';
import { changesToldOf } from './changes-told.ts';
import type { Ports } from './ports.ts';

/**
 * Answers how many lines were written; none when every figure stands as it did. Once its cycle is
 * closed or withdrawn a report is built a last time, and its figures stay as they were from then on; who may
 * read them does not, nor the council's counts while another plan of the period goes on.
 */
export const buildReport = async (ports: Ports, cycle: Cycle): Promise<number> => {
  const registers = ports.replica.registers();
  const report = registers.reports.get(cycle.key);
  const state = stateOf(cycle);
  if (state !== 'Live' && report?.state === state)
    return (await markExempt(ports, cycle)) + (await countOn(ports, cycle, report));
  const rolled = rollUp(registers, cycle).map((line) => ({
    ...line,
    ...exemptAsIs(registers, line),
  }));
  const lines = [
    ...rolled.flatMap((line) => moved(registers, line)),
    ...emptied(registers, cycle, rolled),
  ];
  if (lines.length === 0 && report?.state === state) return 0;

  await write(ports, cycle, { state, lines, build: (report?.build ?? 0) + 1 });
  return lines.length;
};

/** Of a report that has closed what other plans still move. */
const countOn = async (ports: Ports, cycle: Cycle, { state, build }: Report): Promise<number> => {
  const registers = ports.replica.registers();
  const lines = stillCounted(registers, cycle).flatMap((line) => moved(registers, line));
  if (lines.length > 0) await write(ports, cycle, { state, lines, build: (build ?? 0) + 1 });
  return lines.length;
};

type Shown = Pick<RollUpLine, 'measure' | 'period'>;

/** As its measure is, the figure it shows, or what that is held against; nothing of a line that is none of these. */
const exemptAsIs = (
  registers: Registers,
  { measure: key, period: text }: Shown,
): Partial<Pick<ReportLine, 'access' | 'exemptUnder'>> => {
  const measure = key === null ? undefined : registers.measures.get(key);
  if (measure === undefined) return {};
  const period = text === null ? null : parsePeriod(text);
  if (measure.access === 'exempt' || period === null) return asExempt([measure]);
  return asExempt([
    returnFor(registers, measure, period) ?? undefined,
    targetFor(registers, measure.key, period) ?? undefined,
  ]);
};

/** Of a report that is built no more: lines that are exempt by now, each once. */
const markExempt = async (ports: Ports, cycle: Cycle): Promise<number> => {
  const registers = ports.replica.registers();
  const at = ports.clock.now().toInstant();
  const entries = registers.reportLines.where('report', cycle.key).flatMap((line) => {
    if (line.access === 'exempt') return [];
    const marks = exemptAsIs(registers, line);
    if (marks.access !== 'exempt') return [];
    const changes = [change('reportLines', line.key, marks)];
    // A mark that somebody took off by hand does not keep the next from being made.
    const nth = changesToldOf(ports, 'reportLines', line.key);
    return [{ key: `exempt|${line.key}|${nth}`, by: null, at, changes, message: null }];
  });
  if (entries.length === 0) return 0;
  const taken = await accept(ports, entries);
  return taken.filter(({ outcome }) => outcome === 'accepted').length;
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

type Marked = RollUpLine & ReturnType<typeof exemptAsIs>;

/** What of this line differs from the register: nothing, or one change. */
const moved = (registers: Registers, { key, ...line }: Marked): Change[] => {
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
