// An exempt measure is, to somebody who may not read it, not there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanView } from '../../src/web/api.ts';
import { hanging, hangingRows } from '../rules/hanging-rows.ts';
import { rowOf } from '../rules/table-of.ts';
import { askAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, officer, performanceTeam, sample } from './sample.ts';

const [first, ...others] = sample.measures ?? [];
const code = String(first?.code);
const key = `plan|${code}`;
let council: Council;
beforeAll(async () => {
  const measures = [
    { ...first, owner: null, access: 'exempt' as const, exemptUnder: '3' },
    ...others,
  ];
  council = await openCouncil({ ...sample, measures }, friday16);
});
afterAll(() => council.close());

const listed = async (oid: string): Promise<readonly string[]> => {
  const { body } = await askAs(council, oid, '/api/plan?team=all');
  return (body as unknown as PlanView).measures.map((row) => row.code);
};

it('is in the performance team’s plan and in nobody else’s', async () => {
  expect(await listed(performanceTeam)).toContain(code);
  expect(await listed(officer)).not.toContain(code);
});

it('has an address only for those who may read it', async () => {
  const at = `/api/measures/${encodeURIComponent(key)}`;
  expect((await askAs(council, performanceTeam, at)).status).toBe(200);
  expect((await askAs(council, officer, at)).status).toBe(404);
});

const reader = 'aaaaaaaa-0000-4000-8000-000000000019';
const performer = 'aaaaaaaa-0000-4000-8000-000000000018';

describe('what hangs on an exempt row', () => {
  const ids = { ann: 'aaaaaaaa-0000-4000-8000-000000000017', other: reader, perf: performer };
  let hung: Council;
  beforeAll(async () => {
    const people = (hangingRows.people ?? []).map((row) => ({
      ...row,
      objectId: ids[row.key as keyof typeof ids],
    }));
    hung = await openCouncil({ ...hangingRows, people }, friday16);
  });
  afterAll(() => hung.close());

  const inTheTab = hanging.filter(([name]) => name !== 'drafts');

  it.each(inTheTab)('of %s is shown in the tab to its readers alone', async (name, rows) => {
    const shown = await askAs(hung, reader, `/api/registers/${name}`);
    expect(shown.status).toBe(200);
    expect(JSON.stringify(shown.body)).not.toContain('secret');
    // Of frozen figures the tab shows that there are some, and nothing of what they hold.
    if (name === 'datasetParts') return;
    expect(shown.body['withheld']).toBe(name === 'actions' ? rows + 1 : rows);
    // Whoever takes the register out is told how many rows its file leaves out unless asked.
    const { body } = await askAs(hung, performer, `/api/registers/${name}`);
    expect([body['withheld'], body['exempt']]).toEqual([0, name === 'actions' ? rows + 1 : rows]);
  });

  it('of frozen figures is in no history either', async () => {
    const [part] = hangingRows.datasetParts ?? [];
    const at = Temporal.Instant.from('2020-10-02T08:00:00Z');
    const row = rowOf('datasetParts', part ?? {});
    const editor = { objectId: null, name: 'Golden Thread', isThisApp: true };
    Object.assign(hung.ports.lists, {
      history: () => Promise.resolve([{ id: '1.0', at, editor, changedBy: null, row }]),
    });
    Object.assign(hung.ports.outbox, { pending: () => Promise.resolve([]) });
    const path = `/api/history?register=datasetParts&key=${encodeURIComponent(row.key)}`;
    const { status, body } = await askAs(hung, reader, path);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('Frozen figures');
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it.each(inTheTab)('of %s is in a file only where exempt rows are asked for', async (name) => {
    const at = `/api/registers/${name}/file?as=csv`;
    const text = async (path: string) => String((await askAs(hung, performer, path)).body);
    expect(await text(at)).toContain('open');
    expect(await text(at)).not.toContain('secret');
    expect(await text(`${at}&exempt=with`)).toContain('secret');
  });
});
