// Two who act at one moment, each on the registers as they were: whoever comes second has not heard of the first.
// Whatever the order, every list takes what was accepted, no row goes back on what it had come to, and who was
// told that it is done finds it so.
import { describe, expect, it } from 'vitest';
import type { Registers } from '../../src/registers/registers.ts';
import { stageNow } from '../../src/use-cases/paper-act.ts';
import { paperOrder } from '../../src/use-cases/paper-orders.ts';
import { tick } from '../../src/use-cases/tick.ts';
import { times } from '../counts.ts';
import { registersOf } from '../rules/table-of.ts';
import { returnOf } from './approving-council.ts';
import { ownTargets } from './own-targets.ts';
import {
  cabinet,
  clear,
  clearAll,
  issue,
  ownPapers,
  paperRow,
  refusedFor,
  word,
} from './papers-council.ts';
import { acts, type Doing, rows, together } from './same-moment-council.ts';
import { agree, back, endorse, propose, value } from './targets-council.ts';
import { type Act, race, wentBack, writtenTwice } from './two-hands.ts';

const before = registersOf(rows);
const council = { registers: before, moment: '2020-10-21T12:00' };
const cycle = 'plan|2020-21 Q2';

type Told = { readonly outcome?: string; readonly approved?: readonly string[] };

/** Whether it stands at the end, of one who was told that it is done; of others it is their history that says so. */
const stands: { readonly [D in Doing]?: (registers: Registers, told: Told) => boolean } = {
  'a figure is given': ({ returns }) => returns.get(returnOf('1'))?.value === 400,
  'another figure is given': ({ returns }) => returns.get(returnOf('1'))?.value === 300,
  'an answer is approved': ({ returns }, { approved = [] }) =>
    approved.length === 0 || returns.get(returnOf('2'))?.approval === 'approved',
  'it is sent back': ({ returns }) => returns.get(returnOf('2'))?.approval === 'sent back',
  'it is given anew': ({ returns }) => returns.get(returnOf('2'))?.value === 300,
  'the quarter is signed': ({ signOffs }) => signOffs.get(`${cycle}|Housing`)?.state === 'Signed',
  'the quarter is suspended': ({ cycles }) => cycles.get(cycle)?.state === 'Suspended',
  'the quarter is closed': ({ cycles }) => cycles.get(cycle)?.state === 'Closed',
  'the quarter is withdrawn': ({ cycles }) => cycles.get(cycle)?.state === 'Withdrawn',
  'a late figure is put down': ({ returns }) => returns.get('plan|3|2020-21 Q1')?.value === 450,
};

const isDone = ({ outcome }: Told): boolean => outcome !== 'refused' && outcome !== 'already';

/** What a quarter that was withdrawn, or has closed, still asks for or chases. */
const leftOver = ({ cycles, returns, escalations }: Registers): readonly string[] => {
  const isOver = (each: { readonly cycle: string | null }, ...states: readonly string[]) =>
    states.includes(cycles.get(each.cycle ?? '')?.state ?? '');
  const chased = [...escalations.values()].filter(
    (each) => each.rule === null && each.state !== 'Closed' && isOver(each, 'Closed', 'Withdrawn'),
  );
  const due = [...returns.values()].filter(
    (each) => each.state === 'Due' && isOver(each, 'Withdrawn'),
  );
  return [...chased, ...due].map(({ key }) => `${key} goes on`);
};

/** What is amiss, in words; none where it is not held up so late. */
const amiss = async (
  held: Doing,
  other: Doing,
  hold: number,
): Promise<readonly string[] | null> => {
  let found: readonly string[] | null = null;
  const doing = { held: acts[held], other: acts[other], before: hold };
  await race(council, doing, async ({ told, ports, wasHeld }) => {
    if (!wasHeld) return;
    const registers = ports.replica.registers();
    const untrue = [held, other].filter((each, at) => {
      const said = (told[at] ?? {}) as Told;
      return isDone(said) && stands[each]?.(registers, said) === false;
    });
    // What is put right by the next tick is right.
    await tick(ports);
    const all = await ports.outbox.pending(Number.MAX_SAFE_INTEGER);
    found = [
      ...writtenTwice(all),
      ...wentBack(before, all),
      ...leftOver(ports.replica.registers()),
      ...untrue.map((each) => `told that ${each}, and it is not so`),
    ];
  });
  return found;
};

const latest = 20;
/** A tick accepts a dozen times, and is held up before every other but in the long tests. */
const stepOf = (held: Doing): number =>
  acts[held] === acts['the clock ticks'] ? times({ reduced: 2, full: 1 }) : 1;

const pairsOf = <One>(some: readonly One[]): readonly (readonly [One, One])[] =>
  some.flatMap((held) => some.map((other) => [held, other] as const));

describe.each(together.map((group) => [group.at(0), group] as const))('where %s', (_, group) => {
  it('or another of its kind at the same moment', async () => {
    const found: string[] = [];
    await Promise.all(
      pairsOf(group).map(async ([held, other]) => {
        for (let hold = 1; hold < latest; hold += stepOf(held)) {
          const wrong = await amiss(held, other, hold);
          if (wrong === null) return;
          found.push(...wrong.map((each) => `${held} (${hold}), and meanwhile ${other}: ${each}`));
        }
      }),
    );
    expect(found).toEqual([]);
  }, 60_000);
});

describe('a target that was proposed', () => {
  const given = ownTargets();
  const steps: readonly Act[] = [
    (ports) => propose(ports, '1', { answer: value('90') }),
    (ports) => endorse(ports, 'director', '1'),
    (ports) => back(ports, 'director', '1'),
    (ports) => agree(ports, ['1'], { because: 'Cabinet met.' }),
  ];
  const isTaken = (told: unknown): boolean => {
    const { outcome, done = [] } = told as { outcome: string; done?: readonly unknown[] };
    return outcome === 'set' || done.length > 0;
  };
  it('is moved by one of two at the same moment, and the other is told so', async () => {
    const ports = given();
    await propose(ports, '1');
    const registers = ports.replica.registers();
    for (const [held, other] of pairsOf(steps))
      await race({ registers, moment: '2021-07-08T10:00' }, { held, other }, (raced) => {
        expect(raced.told.map(isTaken)).toEqual([false, true]);
        expect(wentBack(registers, raced.changes)).toEqual([]);
      });
  });
});

describe('a paper in clearance', () => {
  const { open } = ownPapers();
  const doings: readonly Act[] = [
    (ports) => clear(ports, 'treasurer', 'finance'),
    (ports) => clear(ports, 'solicitor', 'legal'),
    (ports) => clear(ports, 'pat', 'portfolio'),
    (ports) => word(ports),
    (ports) => issue(ports),
  ];
  it.each([true, false])('says how far it has come (cleared before: %s)', async (isCleared) => {
    const council = await open();
    if (isCleared) await clearAll(council);
    const registers = council.replica.registers();
    const moment = '2020-10-21T10:00';
    await Promise.all(
      pairsOf(doings).map(([held, other]) =>
        race({ registers, moment }, { held, other }, ({ ports, changes }) => {
          expect(writtenTwice(changes)).toEqual([]);
          const row = paperRow(ports, cabinet);
          const order = paperOrder(ports.replica.registers(), cabinet);
          if (row && order) expect(row.state).toBe(stageNow(ports, order, row));
        }),
      ),
    );
  });
  it('issued while its words are being changed is issued with those of before, and whoever changed them is told', async () => {
    const ports = await open();
    await clearAll(ports);
    const [worded, issued] = await Promise.all([word(ports), issue(ports)]);
    expect(issued).toMatchObject({ outcome: 'issued' });
    expect(worded).toMatchObject(refusedFor('issued'));
    expect(ports.replica.registers().paperWords.size).toBe(0);
  });
});
