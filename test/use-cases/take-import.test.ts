// A file that was shown and agreed: taken whole, once, by those who may.
import { afterEach, describe, expect, it } from 'vitest';
import { takeImport } from '../../src/use-cases/take-import.ts';
import { preview, sheet } from '../rules/import-given.ts';
import { givenCouncil } from './import-council.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const remove of open.splice(0)) remove();
});
const council = () => {
  const given = givenCouncil();
  open.push(given.remove);
  return given;
};

const impact = (value: number) => [
  sheet('Risks', [
    ['Key', 'Name', 'Gross impact'],
    ['plan|R1', 'Fire', value],
  ]),
];

const agree = (shown: ReturnType<typeof preview>, by: string | null = 'p-1') => ({
  by,
  preview: shown,
  agreed: shown.fingerprint,
  source: 'import' as const,
  why: null,
});

describe('a file that was agreed', () => {
  it('is taken whole, and told to the Journal with who took it', async () => {
    const { ports, registers } = council();
    const shown = preview(registers(), impact(5));
    expect(await takeImport(ports, agree(shown))).toEqual({ outcome: 'taken', rows: 1 });
    expect(registers().risks.get('plan|R1')?.grossImpact).toBe(5);
    expect([...registers().journal.values()]).toMatchObject([
      { by: 'p-1', source: 'import', why: 'From returns.xlsx.', from: 'Gross impact: 4' },
    ]);
  });

  it('taken twice changes nothing the second time, also when pressed twice at once', async () => {
    const { ports, registers } = council();
    const shown = preview(registers(), impact(5));
    const both = await Promise.all([
      takeImport(ports, agree(shown)),
      takeImport(ports, agree(shown)),
    ]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['taken', 'nothing to change']);
    expect(await takeImport(ports, agree(shown))).toEqual({ outcome: 'nothing to change' });
    const again = preview(registers(), impact(5));
    expect(again.changesToTake).toEqual([]);
    expect(await takeImport(ports, agree(again))).toEqual({ outcome: 'nothing to change' });
    expect(ports.outbox.depth().changes).toBe(2);
  });

  it('is refused where a row changed since it was shown', async () => {
    const { ports, registers, lay } = council();
    const shown = preview(registers(), impact(5));
    lay([{ register: 'risks', key: 'plan|R1', set: { grossImpact: 3 } }]);
    expect(await takeImport(ports, agree(shown))).toMatchObject({ reason: 'changed meanwhile' });
    expect(registers().risks.get('plan|R1')?.grossImpact).toBe(3);
  });

  it('can be taken again after its row was put back by hand', async () => {
    const { ports, registers, lay } = council();
    const shown = preview(registers(), impact(5));
    await takeImport(ports, agree(shown));
    lay([{ register: 'risks', key: 'plan|R1', set: { grossImpact: 4 } }]);
    const again = preview(registers(), impact(5));
    expect(again.fingerprint).toBe(shown.fingerprint);
    expect(await takeImport(ports, agree(again))).toEqual({ outcome: 'taken', rows: 1 });
  });

  it('is the performance team’s to take, or the command line’s', async () => {
    const { ports, registers } = council();
    const shown = preview(registers(), impact(5));
    expect(await takeImport(ports, agree(shown, 'p-2'))).toMatchObject({ reason: 'not allowed' });
    expect(await takeImport(ports, agree(shown, 'nobody'))).toMatchObject({
      reason: 'not allowed',
    });
    expect(await takeImport(ports, agree(shown, null))).toMatchObject({ outcome: 'taken' });
  });

  it('is refused while a doubt stops it, or when something else was agreed', async () => {
    const { ports, registers } = council();
    const other = preview(registers(), impact(3));
    const shown = preview(registers(), impact(5));
    expect(await takeImport(ports, { ...agree(shown), agreed: other.fingerprint })).toMatchObject({
      reason: 'not what was shown',
    });
    const doubtful = preview(registers(), [
      sheet('Risks', [
        ['Key', 'Name', 'Gross impact'],
        ['plan|R1', 'Fire', 5],
        ['plan|R2', 'Flood', 5],
      ]),
    ]);
    expect(await takeImport(ports, agree(doubtful))).toMatchObject({ reason: 'doubts stop it' });
    expect(registers().risks.get('plan|R1')?.grossImpact).toBe(4);
  });

  it('signs a figure with who brought it and when, which is no part of what was agreed', async () => {
    const { ports, registers } = council();
    const shown = preview(registers(), [
      sheet('Returns', [
        ['Key', 'Name', 'Value'],
        ['plan|M1|2019-20 Q4', 'M1', 5.5],
      ]),
    ]);
    await takeImport(ports, agree(shown));
    expect(registers().returns.get('plan|M1|2019-20 Q4')).toMatchObject({
      value: 5.5,
      returnedBy: 'p-1',
      returnedAt: Temporal.Instant.from('2020-10-05T08:30:00Z'),
    });
  });

  it('taken by two processes at once is taken once, though neither has heard of the other', async () => {
    const { ports, registers } = council();
    const before = registers();
    const shown = preview(before, impact(5));
    expect(await takeImport(ports, agree(shown))).toEqual({ outcome: 'taken', rows: 1 });
    const other = {
      clock: ports.clock,
      outbox: ports.outbox,
      replica: { registers: () => before, lay: () => {}, heardAt: () => null, takeEdits: () => [] },
    };
    expect(await takeImport(other, agree(shown))).toEqual({ outcome: 'nothing to change' });
    expect(registers().journal.size).toBe(1);
  });
});
