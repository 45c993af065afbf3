// What a report writes: the lines that moved, and no others.
import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../src/registers/cycles.ts';
import type { Row } from '../../src/registers/registers.ts';
import { sheetOf } from '../../src/rules/export/export-sheet.ts';
import { buildReport } from '../../src/use-cases/build-report.ts';
import { change } from '../../src/use-cases/change.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { asPending } from '../pending.ts';
import { council, cycleKey } from '../rules/given-council.ts';
import { registersOf, rowOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();
const boards: readonly Row<'boards'>[] = [
  rowOf('boards', { key: 'scrutiny', title: 'Scrutiny', kind: 'scrutiny' }),
];

/** Five returns due of three teams in two directorates, and a committee that hears of all. */
const open = () => {
  const given = council();
  const rows = registersOf({ boards });
  const ports = councilWith(own.outbox, { ...given, boards: rows.boards }) as Ports;
  let sequence = 2_000_000;
  const set = (
    name: 'returns' | 'measures' | 'reportLines' | 'cycles' | 'journal',
    key: string,
    cells: object,
  ) => {
    sequence += 1;
    ports.replica.lay([asPending(change(name, key, cells), sequence)]);
  };
  const cycle = () => ports.replica.registers().cycles.get(cycleKey) as Cycle;
  const line = (name: string) => ports.replica.registers().reportLines.get(`${cycleKey}|${name}`);
  return { ports, set, line, build: () => buildReport(ports, cycle()) };
};

describe('a report', () => {
  it('has a line a measure and a group, and is not written again where nothing moved', async () => {
    const { build, line } = open();
    expect(await build()).toBe(5 + 3 + 2 + 1 + 1 + 1);
    expect(await build()).toBe(0);
    expect(line('committee|scrutiny')).toMatchObject({ measures: 5, notYet: 5, weighted: null });
  });
  it('writes for one return its measure’s line and those of the groups it is counted in', async () => {
    const { build, set, line } = open();
    await build();
    set('returns', 'plan|1|2020-21 Q2', { state: 'Returned', value: 1 });
    expect(await build()).toBe(1 + 5);
    expect(line('team|needs')).toMatchObject({ returned: 1, dataOnly: 1, notYet: 1 });
    expect(line('team|repairs')).toMatchObject({ returned: 0 });
  });
  it('has noughts for a team that its last measure has left, which nothing else would say', async () => {
    const { build, set, line } = open();
    await build();
    set('measures', 'plan|5', { team: 'needs' });
    await build();
    expect(line('team|streets')).toMatchObject({ measures: 0, due: 0, notYet: 0 });
    expect(line('directorate|place')).toMatchObject({ measures: 0 });
    expect(line('team|needs')).toMatchObject({ measures: 3 });
    expect(await build()).toBe(0);
  });
  it('has no line of an exempt measure that is not as exempt, though the line is from before', async () => {
    const { build, set, line } = open();
    await build();
    expect(line('measure|1')).toMatchObject({ access: null });
    set('measures', 'plan|1', { access: 'exempt', exemptUnder: '3' });
    expect(await build()).toBe(1);
    expect(line('measure|1')).toMatchObject({ access: 'exempt', exemptUnder: '3' });
    expect(line('measure|2')).toMatchObject({ access: null });
    expect(await build()).toBe(0);
  });
  it('is as exempt as the figure it shows, where that alone is exempt', async () => {
    const { build, set, line } = open();
    const exempt = { access: 'exempt', exemptUnder: '3' } as const;
    set('returns', 'plan|1|2020-21 Q2', { state: 'Returned', value: 1, ...exempt });
    await build();
    expect(line('measure|1')).toMatchObject({ ...exempt, value: 1 });
    expect(line('measure|2')).toMatchObject({ access: null });
  });
  it('keeps what a person has marked, where the measure is not exempt', async () => {
    const { build, set, line } = open();
    await build();
    set('reportLines', `${cycleKey}|measure|1`, { access: 'public' });
    expect(await build()).toBe(0);
    expect(line('measure|1')).toMatchObject({ access: 'public' });
  });
  it('of a cycle that has closed marks the line of a measure that is exempt now, and nothing else', async () => {
    const { build, set, line } = open();
    set('cycles', cycleKey, { state: 'Closed' });
    await build();
    set('returns', 'plan|1|2020-21 Q2', { state: 'Returned', value: 1 });
    set('measures', 'plan|1', { access: 'exempt', exemptUnder: '3' });
    expect(await build()).toBe(1);
    expect(line('measure|1')).toMatchObject({ access: 'exempt', exemptUnder: '3', value: null });
    expect(line('team|needs')).toMatchObject({ returned: 0 });
    expect(await build()).toBe(0);
  });
  it('of a cycle that has closed marks it again where the mark was taken off by hand meanwhile', async () => {
    const { build, set } = open();
    set('cycles', cycleKey, { state: 'Closed' });
    await build();
    const exempt = { access: 'exempt', exemptUnder: '3' };
    set('measures', 'plan|1', exempt);
    await build();
    const key = `${cycleKey}|measure|1`;
    set('reportLines', key, { access: null, exemptUnder: null });
    set('journal', 'by hand|1', {
      register: 'Report lines',
      row: `Report lines: ${key}`,
      at: '2021-03-10T09:00:00Z',
    });
    expect(await build()).toBe(1);
    expect((await own.outbox.pending(1_000)).at(-1)).toMatchObject({ key, set: exempt });
  });
  it('gives an exempt measure to an export only where exempt rows are asked for', async () => {
    const { ports, build, set } = open();
    set('measures', 'plan|1', { access: 'exempt', exemptUnder: '3' });
    await build();
    const held = ports.replica.registers();
    const lines = [...held.reportLines.values()];
    const keys = [...sheetOf('reportLines', lines, { held }).rows].map(([key]) => key);
    expect(keys).not.toContain(`${cycleKey}|measure|1`);
    expect(keys).toContain(`${cycleKey}|measure|2`);
  });
});
