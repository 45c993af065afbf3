// What a person typed and did not save: kept as typed until the return is answered, and told to nobody.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf, keepDraft, lineTyped, type Typed } from '../../src/use-cases/keep-draft.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { answer, asked, council, rowsOf } from './answering-council.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();

const typed = (set: Partial<Typed>): Typed => ({
  value: '',
  numerator: '',
  denominator: '',
  finality: 'final',
  commentary: '',
  forecast: '',
  limits: '',
  until: '',
  because: '',
  action: '',
  actionOwner: '',
  actionBy: '',
  noAction: '',
  promise: '',
  ...set,
});
const keep = (ports: Ports, set: Partial<Typed>, by = 'ann') =>
  keepDraft(ports, { by, return: asked, typed: typed(set) });
const draft = (ports: Ports, by = 'ann') => draftOf(ports.replica.registers(), by, asked);
const depth = async () => (await own.outbox.pending(1_000)).length;

describe('a draft of what is no measure', () => {
  const keepLine = (ports: Ports, line: Readonly<Record<string, string>>) =>
    keepDraft(ports, { by: 'ann', return: asked, line });
  const left = (ports: Ports) => {
    const kept = draft(ports);
    return kept === null ? null : lineTyped(kept);
  };

  it('is every field as it was typed, in any script, and none that was left alone', async () => {
    const ports = council(own.outbox);
    let revision = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' })),
        async (line) => {
          revision += 1;
          // Another than the one before, or it is kept already.
          const typed = { ...line, status: `so ${revision}` };
          await keepLine(ports, typed);
          const said = Object.entries(typed).filter(([, text]) => text !== '');
          expect(left(ports)).toEqual(Object.fromEntries(said));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is cut to what a cell of the list takes, and never in the middle of a character', async () => {
    const ports = council(own.outbox);
    const long = Array.from({ length: 30 }, (_, at) => [`forecast:${at}`, '🏘️'.repeat(2_500)]);
    expect(await keepLine(ports, Object.fromEntries(long))).toMatchObject({ outcome: 'kept' });
    expect(draft(ports)?.line?.length).toBeLessThan(63_999);
    expect(draft(ports)?.line).not.toMatch(/\\ud[89ab]/);
    expect(Object.keys(left(ports) ?? {}).length).toBeGreaterThan(5);
  });

  it('takes the place of what was typed before, and is nothing where the list was spoiled', async () => {
    const ports = council(own.outbox);
    await keep(ports, { value: '4' });
    await keepLine(ports, { status: 'on track' });
    expect(draft(ports)).toMatchObject({ value: null, line: '{"status":"on track"}' });
    for (const line of ['{"status":', '[]', 'null', '{"status":3}'])
      expect(lineTyped({ line })).toEqual({});
  });
});

describe('a draft', () => {
  it('is what was typed, whatever it is worth', async () => {
    const ports = council(own.outbox);
    const half = { value: '1.234,5', commentary: ' Two sta', actionBy: 'soon', promise: 'delayed' };
    expect(await keep(ports, half)).toMatchObject({ outcome: 'kept' });
    expect(draft(ports)).toMatchObject({ ...half, person: 'ann', return: asked, forecast: null });
  });

  it('is none where nothing was typed; what was typed before and is taken out again is', async () => {
    const ports = council(own.outbox);
    const asItComes = { actionOwner: 'ann' };
    expect(await keep(ports, asItComes)).toEqual({ outcome: 'nothing typed' });
    expect([draft(ports), await depth()]).toEqual([null, 0]);
    await keep(ports, { value: '4' });
    expect(await keep(ports, {})).toEqual({ outcome: 'kept' });
    expect(draft(ports)).toMatchObject({ value: null });
    expect(await keep(council(own.outbox), { finality: 'provisional' })).toEqual({
      outcome: 'kept',
    });
  });

  it('is the last press, in the order pressed', async () => {
    const ports = council(own.outbox);
    const all = Array.from({ length: 12 }, (_, at) => keep(ports, { value: String(at) }));
    expect(new Set((await Promise.all(all)).map(({ outcome }) => outcome))).toEqual(
      new Set(['kept']),
    );
    expect(draft(ports)).toMatchObject({ value: '11' });
  });

  it('kept again as it is, is kept once', async () => {
    const ports = council(own.outbox);
    await Promise.all([keep(ports, { value: '4' }), keep(ports, { value: '4' })]);
    await keep(ports, { value: '4' });
    expect(await depth()).toBe(1);
  });

  it('is kept again after its row was deleted from the list', async () => {
    const ports = council(own.outbox);
    for (let at = 0; at < 40; at += 1) await keep(ports, { value: String(at) });
    const without = council(own.outbox);
    expect(await keep(without, { value: 'new' })).toMatchObject({ outcome: 'kept' });
    expect(draft(without)).toMatchObject({ value: 'new' });
  });

  it("is each person's own, and of those alone who may answer", async () => {
    const ports = council(own.outbox);
    await keep(ports, { value: '1' });
    await keep(ports, { value: '2' }, 'dee');
    expect(draft(ports)).toMatchObject({ value: '1' });
    expect(draft(ports, 'dee')).toMatchObject({ value: '2' });
    expect(await keep(ports, {}, 'bob')).toMatchObject({ reason: 'not yours' });
    expect(await keep(ports, {}, 'nobody')).toMatchObject({ reason: 'not yours' });
    const other = { by: 'ann', return: 'plan|M|2020-21 Q9', typed: typed({}) };
    expect(await keepDraft(ports, other)).toMatchObject({ reason: 'unknown return' });
  });

  it('of an exempt measure is exempt', async () => {
    const ports = council(own.outbox, { measure: { access: 'exempt', exemptUnder: '3' } });
    await keep(ports, { value: '1' });
    expect(draft(ports)).toMatchObject({ access: 'exempt', exemptUnder: '3' });
  });

  it('is cut to what its list takes, and never through a character', async () => {
    const ports = council(own.outbox);
    await keep(ports, { value: '9'.repeat(400), commentary: `${'c'.repeat(3_999)}👍` });
    expect(draft(ports)?.value).toHaveLength(255);
    expect(draft(ports)?.commentary).toBe('c'.repeat(3_999));
  });
});

describe('a draft of a return that is answered', () => {
  it('is blank in the same entry, whoever began it', async () => {
    const ports = council(own.outbox);
    await keep(ports, { value: '1', commentary: 'Half a thou' });
    await keep(ports, { value: '2' }, 'dee');
    await answer(ports, { value: '400' }, { by: 'dee' });
    expect([draft(ports), draft(ports, 'dee')]).toEqual([null, null]);
    const row = ports.replica.registers().drafts.get(`ann|${asked}`);
    expect(row).toMatchObject({ value: null, commentary: null, keptAt: null });
  });

  it('is told of in no Journal', async () => {
    const ports = council(own.outbox);
    await keep(ports, { commentary: 'Half a thou' });
    await answer(ports, { value: '400' });
    const told = rowsOf(ports).journal();
    expect(told.map(({ register }) => register)).toEqual(['Returns']);
    expect(JSON.stringify(told)).not.toContain('Half a thou');
  });

  it('can be begun anew to correct the answer', async () => {
    const ports = council(own.outbox);
    await keep(ports, { value: '1' });
    await answer(ports, { value: '400' });
    await keep(ports, { value: '401' });
    expect(draft(ports)).toMatchObject({ value: '401' });
  });

  it('is none where it was answered in the list since', async () => {
    const ports = council(own.outbox, {
      drafts: [
        {
          key: `ann|${asked}`,
          plan: 'plan',
          person: 'ann',
          return: asked,
          value: '1',
          keptAt: Temporal.Instant.from('2020-10-02T09:00Z'),
        },
      ],
      returns: [
        {
          measure: 'plan|M',
          period: '2020-21 Q2',
          value: 400,
          owner: 'ann',
          returnedAt: Temporal.Instant.from('2020-10-02T09:01Z'),
        },
      ],
    });
    expect(draft(ports)).toBeNull();
  });
});
