// The council's line in the report of a plan that has closed: it goes on with the other plans of the period
// until the last of them has closed, and nothing else of the report does.
import { expect, it } from 'vitest';
import type { Cycle } from '../../src/registers/cycles.ts';
import { buildReport } from '../../src/use-cases/build-report.ts';
import { change } from '../../src/use-cases/change.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { asPending } from '../pending.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();
const period = '2020-21 Q2';

const open = (more: Rows = {}) => {
  const registers = registersOf({
    measures: [{ code: '1' }, { key: 'homes|1', plan: 'homes', code: '1' }],
    cycles: [{ period }, { plan: 'homes', period }],
    returns: [
      { measure: 'plan|1', period, state: 'Due' },
      { measure: 'homes|1', plan: 'homes', period, state: 'Due' },
    ],
    ...more,
  });
  const ports = councilWith(own.outbox, registers) as Ports;
  let sequence = 3_000_000;
  const set = (name: 'returns' | 'cycles', key: string, cells: object) => {
    sequence += 1;
    ports.replica.lay([asPending(change(name, key, cells), sequence)]);
  };
  const build = (plan: string) =>
    buildReport(ports, ports.replica.registers().cycles.get(`${plan}|${period}`) as Cycle);
  const returnedIn = (plan: string, scope: 'plan' | 'council') => {
    const code = scope === 'plan' ? plan : 'council';
    const key = `${plan}|${period}|${scope}|${code}`;
    return ports.replica.registers().reportLines.get(key)?.returned;
  };
  const give = (plan: string) =>
    set('returns', `${plan}|1|${period}`, { state: 'Returned', value: 1 });
  const close = (plan: string) => set('cycles', `${plan}|${period}`, { state: 'Closed' });
  return { ports, build, returnedIn, give, close };
};

it('goes on after its own plan has closed, until the last plan of the period has', async () => {
  const { build, returnedIn, give, close } = open();
  await build('plan');
  await build('homes');
  close('plan');
  await build('plan');
  expect(await build('plan')).toBe(0);
  give('homes');
  await build('homes');
  expect(await build('plan')).toBe(1);
  expect([returnedIn('homes', 'council'), returnedIn('plan', 'council')]).toEqual([1, 1]);
  close('homes');
  await build('homes');
  give('plan');
  expect([await build('plan'), await build('homes')]).toEqual([0, 0]);
  expect(returnedIn('plan', 'council')).toBe(1);
});

it('is all that goes on: a figure its own plan was given after the close is in no other line', async () => {
  const { ports, build, returnedIn, give, close } = open();
  await build('homes');
  close('plan');
  await build('plan');
  give('plan');
  expect(await build('plan')).toBe(1);
  expect([returnedIn('plan', 'plan'), returnedIn('plan', 'council')]).toEqual([0, 1]);
  const measure = ports.replica.registers().reportLines.get(`plan|${period}|measure|1`);
  expect(measure?.value).toBeNull();
});

it('of a report that closed before plans had a line stays what it was: its plan’s alone', async () => {
  const report = `plan|${period}`;
  const { build, returnedIn, give } = open({
    cycles: [
      { period, state: 'Closed' },
      { plan: 'homes', period },
    ],
    reports: [{ cycle: report, state: 'Closed' }],
    reportLines: [
      { key: `${report}|council|council`, report, scope: 'council', measures: 1, returned: 0 },
    ],
  });
  give('homes');
  expect(await build('plan')).toBe(0);
  expect(returnedIn('plan', 'council')).toBe(0);
});
