// A measure carried into the next year's plan, before that plan has targets or figures of its own.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlanView } from '../../src/web/api.ts';
import type { Rows } from '../rules/table-of.ts';
import { askAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, performanceTeam, sample } from './sample.ts';

const next = { code: '2', title: 'Cases prevented', plan: 'next', team: 'housing' };
const rows: Rows = {
  ...sample,
  plans: [
    ...(sample.plans ?? []),
    { key: 'next', plan: 'next', code: 'next', title: 'Operating Plan 2021-22', parent: null },
  ],
  measures: [
    ...(sample.measures ?? []),
    { ...next, owner: 'officer', frequency: 'annual', continues: 'plan|2' },
  ],
};

let council: Council;
beforeAll(async () => {
  council = await openCouncil(rows, friday16);
});
afterAll(() => council.close());

it('shows its last figure beside the target that figure was rated against', async () => {
  const { body } = await askAs(council, performanceTeam, '/api/plan?plan=next&team=all');
  const { measures, needs } = body as unknown as PlanView;
  expect(measures.map(({ figure }) => figure?.target)).toEqual(['80.0%']);
  expect(needs.map(({ words }) => words).join()).not.toContain('target of –');
});
