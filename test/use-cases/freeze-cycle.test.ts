// What a closed quarter's reports are made from is one dataset, frozen once, whole or not at all.
import { describe, expect, it } from 'vitest';
import { openLaying } from '../../src/instance/laying.ts';
import { gatherDataset } from '../../src/rules/dataset/gather.ts';
import { change } from '../../src/use-cases/change.ts';
import { changeAfterClose } from '../../src/use-cases/change-after-close.ts';
import { freezeCycle } from '../../src/use-cases/freeze-cycle.ts';
import { openLayPending } from '../../src/use-cases/lay-pending.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { readDataset } from '../../src/use-cases/read-dataset.ts';
import { restate } from '../../src/use-cases/restate.ts';
import { tick } from '../../src/use-cases/tick.ts';
import { asPending } from '../pending.ts';
import { closedCouncil, closedRows, cycleOf, forPapers, frozenOf } from './freezing-council.ts';
import { ownOutbox } from './own-outbox.ts';
import { typedAnswer } from './typed-answer.ts';

const own = ownOutbox();

const freeze = (ports: Ports) => freezeCycle(ports, cycleOf(ports));
const heads = (ports: Ports) => [...ports.replica.registers().datasets.values()];
const parts = (ports: Ports) => [...ports.replica.registers().datasetParts.values()];
/** As somebody would in the list: under the product's own changes, whatever may be changed by them. */
const byHand = (ports: Ports, ...changes: Parameters<Ports['replica']['lay']>[0][number][]) =>
  ports.replica.lay(changes);

describe('a cycle that has closed', () => {
  it('is frozen as its figures stood, and read back as it was frozen', async () => {
    const ports = closedCouncil(own.outbox);
    const then = gatherDataset(ports.replica.registers(), cycleOf(ports), {
      asAt: Temporal.PlainDate.from('2020-10-21'),
      isFrozen: true,
    });
    await freeze(ports);
    const { dataset, hash } = await frozenOf(ports);
    expect(dataset).toEqual(JSON.parse(JSON.stringify(then)));
    expect(dataset).toMatchObject({ asAt: '2020-10-21', isFrozen: true, version: 1 });
    expect(dataset.measures.map(({ now }) => now.value)).toEqual([400, 410, null]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(heads(ports)).toMatchObject([
      { cycle: 'plan|2020-21 Q2', plan: 'plan', hash, parts: 1, measures: 3 },
    ]);
  });
  it('is frozen once: what becomes of the registers later is no part of it', async () => {
    const ports = closedCouncil(own.outbox);
    await freeze(ports);
    const first = await frozenOf(ports);
    byHand(ports, asPending(change('returns', 'plan|1|2020-21 Q2', { value: 7 }), 9_000_000));
    byHand(ports, asPending(change('measures', 'plan|1', { title: 'Another' }), 9_000_001));
    await freeze(ports);
    expect(await frozenOf(ports)).toEqual(first);
    expect(heads(ports)).toHaveLength(1);
    expect(await forPapers(ports)).toEqual(first);
  });
  it('changed while its figures are written down, says beside them who changed it, and why', async () => {
    const ports = closedCouncil(own.outbox);
    let now = ports.clock.now();
    const clock = {
      now: () => {
        now = now.add({ milliseconds: 1 });
        return now;
      },
    };
    const [answer, because] = [typedAnswer({ value: '390' }), 'Counted again.'];
    const late = { by: 'pat', return: 'plan|1|2020-21 Q2', revision: 1, answer, because };
    let settles = 0;
    const settle: Outbox['settle'] = async (settled) => {
      settles += 1;
      if (settles === 2) await changeAfterClose({ ...ports, clock }, late);
      return own.outbox.settle(settled);
    };
    await freeze({ ...ports, clock, outbox: { ...own.outbox, settle } });
    await restate(ports);
    const [told] = [...ports.replica.registers().restatements.values()];
    expect(told).toMatchObject({ was: 400, is: 390, by: 'pat', because });
  });
  it('is frozen out of sight of those who may not read a return that is exempt by itself', async () => {
    const exempt = { access: 'exempt', exemptUnder: '3' } as const;
    const ports = closedCouncil(own.outbox, closedRows({ returns: { '1': exempt } }));
    await freeze(ports);
    expect(parts(ports)).toMatchObject([exempt]);
    const { dataset } = await frozenOf(ports);
    expect(dataset.measures.map(({ access, marked }) => [access, marked?.length])).toEqual([
      ['internal', 1],
      ['internal', undefined],
      ['internal', undefined],
    ]);
  });
  it('is frozen with what another instance had accepted before it closed', async () => {
    const ports = closedCouncil(own.outbox);
    const laid = { lay: ports.replica.lay, laid: () => [], landedElsewhere: () => undefined };
    const { outbox } = openLaying({
      outbox: own.outbox,
      log: ports.log,
      isShared: true,
      pending: openLayPending(own.outbox, laid),
      hearAll: () => Promise.resolve(),
      readFrom: performance.now(),
    });
    const at = ports.clock.now().toInstant();
    const changes = [change('returns', 'plan|1|2020-21 Q2', { value: 405 })];
    await own.outbox.accept([{ key: 'return|1|2', by: 'ann', at, changes, message: null }]);
    await freeze({ ...ports, outbox });
    const { dataset } = await frozenOf(ports);
    expect(dataset.measures.map(({ now }) => now.value)).toEqual([405, 410, null]);
  });
  it('is not frozen again where the Outbox that knew of it was lost', async () => {
    const ports = closedCouncil(own.outbox);
    await freeze(ports);
    const first = await frozenOf(ports);
    byHand(ports, asPending(change('returns', 'plan|1|2020-21 Q2', { value: 7 }), 9_000_000));
    own.fresh();
    await freeze({ ...ports, outbox: own.outbox });
    expect(await own.outbox.pending(10)).toEqual([]);
    expect(await frozenOf(ports)).toEqual(first);
  });
  it('is not frozen where it closed long ago, elsewhere: nobody knows its figures of then', async () => {
    const long = closedRows({ cycle: { closedAt: Temporal.Instant.from('2020-07-20T08:00:00Z') } });
    const ports = closedCouncil(own.outbox, long);
    await freeze(ports);
    expect(heads(ports)).toEqual([]);
    expect(await forPapers(ports)).toMatchObject({ hash: null, dataset: { isFrozen: false } });
  });
  it('keeps its exempt measures from whoever may not read them', async () => {
    const rows = closedRows();
    const measures = (rows.measures ?? []).map((each) =>
      each.code === '2' ? { ...each, access: 'exempt' as const, exemptUnder: '3' } : each,
    );
    const ports = closedCouncil(own.outbox, { ...rows, measures });
    await freeze(ports);
    expect(parts(ports)).toMatchObject([{ access: 'exempt', exemptUnder: '3' }]);
  });
});

describe('a tick', () => {
  it('freezes what has closed, and reports it all the same where that cannot be done', async () => {
    const told: string[] = [];
    const ports = {
      ...closedCouncil(own.outbox),
      log: { info: () => undefined, fault: (event: string) => told.push(event) },
    } as Ports;
    const find = (key: string) =>
      key.startsWith('freeze|') ? Promise.reject(new Error('not now')) : own.outbox.find(key);
    await tick({ ...ports, outbox: { ...own.outbox, find } });
    expect(told).toEqual(['figures not frozen']);
    expect(heads(ports)).toEqual([]);
    expect(ports.replica.registers().reports.get('plan|2020-21 Q2')).toMatchObject({
      state: 'Closed',
    });
    await tick(ports);
    expect(heads(ports)).toHaveLength(1);
  });
});

describe('a cycle that goes on', () => {
  it('has a draft, as the registers stand today', async () => {
    const ports = closedCouncil(
      own.outbox,
      closedRows({ cycle: { state: 'Open', closedAt: null } }),
    );
    await freeze(ports);
    expect(heads(ports)).toEqual([]);
    expect(await forPapers(ports)).toMatchObject({
      hash: null,
      dataset: { isFrozen: false, asAt: '2020-10-21' },
    });
  });
});

/** An Outbox that is gone after so many entries, as a process that was killed. */
const dyingAfter = (outbox: Outbox, entries: number): Outbox => {
  let left = entries;
  return {
    ...outbox,
    accept: async (some) => {
      const taken = await outbox.accept(some.slice(0, Math.max(0, left)));
      left -= some.length;
      if (left < 0) throw new Error('killed');
      return taken;
    },
  };
};

/** Commentary enough for several parts. */
const manyParts = () => {
  const rows = closedRows();
  const measures = Array.from({ length: 40 }, (_, n) => ({
    code: `M${n}`,
    title: `Measure ${n}`,
    definition: `${n} `.repeat(900),
    team: 'voids',
  }));
  return { ...rows, measures: [...(rows.measures ?? []), ...measures] };
};

describe('a freezing that is cut short', () => {
  it('is none, and is done again whole, wherever it was cut', async () => {
    const whole = closedCouncil(own.outbox, manyParts());
    await freeze(whole);
    const { hash } = await frozenOf(whole);
    const count = heads(whole)[0]?.parts ?? 0;
    expect(count).toBeGreaterThan(2);

    for (let entries = 0; entries <= count; entries += 1) {
      own.fresh();
      const ports = closedCouncil(own.outbox, manyParts());
      await expect(freeze({ ...ports, outbox: dyingAfter(own.outbox, entries) })).rejects.toThrow(
        'killed',
      );
      const read = await readDataset(ports.replica.registers(), cycleOf(ports));
      expect(read).toMatchObject({ fault: expect.stringMatching(/not frozen|incomplete/) });
      own.reopen();
      // As a process that starts: what the Outbox holds lies over the lists.
      const again = closedCouncil(own.outbox, manyParts());
      again.replica.lay(await own.outbox.pending(1_000));
      await freeze(again);
      expect((await frozenOf(again)).hash).toBe(hash);
      expect(heads(again)).toHaveLength(1);
      expect(parts(again)).toHaveLength(count);
    }
  });
  it('and done again after a figure was corrected meanwhile, it is of the figures of then alone', async () => {
    const ports = closedCouncil(own.outbox, manyParts());
    await expect(freeze({ ...ports, outbox: dyingAfter(own.outbox, 2) })).rejects.toThrow('killed');
    const again = closedCouncil(own.outbox, manyParts());
    again.replica.lay(await own.outbox.pending(1_000));
    byHand(again, asPending(change('returns', 'plan|1|2020-21 Q2', { value: 390 }), 9_000_000));
    await freeze(again);
    const { dataset } = await frozenOf(again);
    expect(dataset.measures.find(({ code }) => code === '1')?.now.value).toBe(390);
  });
});

describe('a frozen dataset that is not what it was', () => {
  const frozen = async (): Promise<Ports> => {
    const ports = closedCouncil(own.outbox, manyParts());
    await freeze(ports);
    return ports;
  };
  /** The registers with the parts as somebody left them. */
  const withParts = (ports: Ports, left: ReturnType<typeof parts>) => {
    const registers = ports.replica.registers();
    const get = (key: string) => left.find((each) => each.key === key);
    return { ...registers, datasetParts: { ...registers.datasetParts, get } };
  };

  it('is not read where a part was changed by one letter', async () => {
    const ports = await frozen();
    await frozenOf(ports);
    const [first, ...rest] = parts(ports);
    if (!first) throw new Error('There are parts.');
    const changed = { ...first, content: first.content.replace('400', '401') };
    const read = await readDataset(withParts(ports, [changed, ...rest]), cycleOf(ports));
    expect(read).toEqual({ fault: 'damaged' });
  });
  it('is not read where a part is gone, and is read again once it is back', async () => {
    const ports = await frozen();
    const all = parts(ports);
    expect(await readDataset(withParts(ports, all.slice(1)), cycleOf(ports))).toEqual({
      fault: 'incomplete',
    });
    expect(await readDataset(withParts(ports, all), cycleOf(ports))).toHaveProperty('dataset');
  });
  it('is never replaced by a draft without a word', async () => {
    const ports = await frozen();
    const registers = ports.replica.registers();
    const headless = { ...registers, datasets: { ...registers.datasets, get: () => undefined } };
    expect(
      await forPapers({ ...ports, replica: { ...ports.replica, registers: () => headless } }),
    ).toEqual({ fault: 'incomplete' });
  });
});
