// Work, money and risk have owners who leave, and who say that it is not theirs: another is named for them
// as for a measure.
import { describe, expect, it } from 'vitest';
import { leaversToHandOver, toBeNamedBy } from '../../src/rules/hand-over.ts';
import { nameOwner } from '../../src/use-cases/name-owner.ts';
import { notMine } from '../../src/use-cases/not-mine.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { ownOutbox } from './own-outbox.ts';
import {
  type Asked,
  cycle,
  day,
  lines,
  opened,
  registers,
  report,
  returnOf,
} from './reporting-council.ts';

const own = ownOutbox();
const today = day('2020-10-01');
const because = 'I moved to housing in September.';

const letGo = (ports: Ports, of: Asked, by = 'ann') =>
  notMine(ports, { by, return: returnOf[of], because });
const name = (ports: Ports, measure: string, owner = 'dee', by = 'head') =>
  nameOwner(ports, { by, cycle, measure, owner });
const person = (ports: Ports, key: string) => {
  const found = registers(ports).people.get(key);
  if (found === undefined) throw new Error(`${key} is nobody here.`);
  return found;
};
const toName = (ports: Ports, key = 'head') =>
  toBeNamedBy(registers(ports), person(ports, key), { plan: 'plan', today }).map(
    (each) => each.key,
  );

/** Ann has left. */
const without = () =>
  opened(own.outbox, {
    rows: {
      people: lines.people.map((each) =>
        each.key === 'ann' ? { ...each, leftOn: day('2020-09-30') } : each,
      ),
    },
  });

describe('a line whose owner says it is not theirs', () => {
  it.each<Asked>(['action', 'project', 'saving', 'risk'])(
    'is the manager’s to find another for: of the %s',
    async (of) => {
      const ports = await opened(own.outbox);
      expect(await letGo(ports, of)).toMatchObject({ outcome: 'let go', asked: ['head'] });
      expect(await letGo(ports, of)).toMatchObject({ outcome: 'already' });
      expect(registers(ports).returns.get(returnOf[of])?.owner).toBeNull();
      expect(toName(ports)).toHaveLength(1);
      // Until then the manager may answer, and is asked.
      expect(await report(ports, of, undefined, { by: 'head' })).toMatchObject({
        outcome: 'reported',
      });
    },
  );
  it('goes to whoever is named, with what is due of it, once', async () => {
    const ports = await opened(own.outbox);
    await letGo(ports, 'saving');
    expect(await name(ports, 'Savings: plan|S1')).toMatchObject({ outcome: 'named' });
    expect(await name(ports, 'Savings: plan|S1')).toMatchObject({ outcome: 'already' });
    expect(await name(ports, 'Savings: plan|S1', 'chief')).toMatchObject({
      reason: 'answered meanwhile',
      by: 'dee',
    });
    expect(registers(ports).savings.get('plan|S1')?.owner).toBe('dee');
    expect(registers(ports).returns.get(returnOf.saving)?.owner).toBe('dee');
    expect(toName(ports)).toEqual([]);
    const why = [...registers(ports).journal.values()].map((each) => each.why);
    expect(why).toContain(because);
    expect(why).toContain(`Not theirs any more: ${because}`);
  });
  it('is nobody else’s to let go of, or to name another for', async () => {
    const ports = await opened(own.outbox);
    expect(await letGo(ports, 'saving', 'dee')).toMatchObject({ reason: 'not yours' });
    await letGo(ports, 'saving');
    expect(await name(ports, 'Savings: plan|S1', 'dee', 'dee')).toMatchObject({
      reason: 'not allowed',
    });
  });
  it('is a post’s own where it is assurance or money: those cannot be let go of', async () => {
    const ports = await opened(own.outbox);
    expect(await letGo(ports, 'assurance', 'head')).toMatchObject({ reason: 'unknown return' });
    expect(await letGo(ports, 'finance', 'chief')).toMatchObject({ reason: 'unknown return' });
  });
});

describe('lines whose owner has left', () => {
  it('are the manager’s to find others for, and all can be named at once', async () => {
    const ports = await without();
    const told = leaversToHandOver(registers(ports), { plan: 'plan' }, today);
    expect(told.map(({ about, to }) => [about.key, to.key])).toEqual([['ann', 'head']]);
    expect(toName(ports)).toEqual(['plan|1', 'plan|A1', 'plan|P1', 'plan|S1', 'plan|R1']);
    expect(toName(ports, 'chief')).toEqual([]);
    expect(await name(ports, 'all')).toMatchObject({ outcome: 'named' });
    expect(toName(ports)).toEqual([]);
    for (const of of ['action', 'project', 'saving', 'risk'] as const)
      expect(registers(ports).returns.get(returnOf[of])?.owner).toBe('dee');
  });
  it('leave in peace what nobody owns by its nature, and what is finished', async () => {
    const [a1, milestone] = lines.actions;
    const ports = await opened(own.outbox, {
      rows: {
        people: lines.people.filter(({ key }) => key !== 'ann'),
        actions: [{ ...a1, status: 'complete' }, milestone],
        risks: lines.risks.map((each) => ({ ...each, state: 'closed' as const })),
      },
    });
    expect(toName(ports)).toEqual(['plan|1', 'plan|P1', 'plan|S1']);
  });
});
