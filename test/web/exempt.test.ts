// An exempt measure is, to somebody who may not read it, not there.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlanView } from '../../src/web/api.ts';
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
