// A row that says of itself that it is public is as exempt in papers as what it hangs on: a milestone as its
// activity, a promise as the measure it serves.
import { expect, it } from 'vitest';
import { gatherDataset } from '../../../src/rules/dataset/gather.ts';
import { asExemptNow, marksSince } from '../../../src/rules/dataset-access.ts';
import { openPart } from '../../../src/rules/papers/kept-apart.ts';
import { type Rows, registersOf, rowOf } from '../table-of.ts';

const cycle = rowOf('cycles', { key: 'plan|2020-21 Q2', title: 'A quarter' });
const asAt = Temporal.PlainDate.from('2020-10-20');
const isPublic = { access: 'public' } as const;
const isSecret = { access: 'exempt', exemptUnder: '3' } as const;
const line = (code: string, more: object) => ({
  key: `plan|${code}`,
  plan: 'plan',
  code,
  title: `${code} line`,
  ...more,
});
const council = (activity: object, more: Rows = {}) =>
  registersOf({
    plans: [{ key: 'plan', title: 'Plan', code: 'plan' }],
    measures: [
      line('open', isPublic),
      line('from actions', { ...isPublic, workedOutFrom: 'actions delivered' }),
    ],
    actions: [
      line('activity', { kind: 'activity', ...activity }),
      line('milestone', { kind: 'milestone', parent: 'plan|activity', ...isPublic }),
    ],
    questions: [line('asked', { ...isPublic, kind: 'question', actions: ['plan|milestone'] })],
    ...more,
  });
const gathered = (registers: ReturnType<typeof council>) =>
  gatherDataset(registers, cycle, { asAt, isFrozen: true });

it('a public milestone of an exempt activity is exempt, under its paragraph, wherever it is told of', () => {
  const dataset = gathered(council(isSecret));
  expect(dataset.actions.find(({ code }) => code === 'milestone')).toMatchObject(isSecret);
  expect(dataset.questions[0]?.actions).toEqual([]);
  expect(dataset.measures.find(({ code }) => code === 'from actions')?.countsExempt).toBe(true);
  expect(JSON.stringify(openPart(dataset, true))).not.toContain('milestone line');
});

it('so it is where its activity was marked after the close', () => {
  const frozen = gathered(council(isPublic));
  expect(JSON.stringify(openPart(frozen, true))).toContain('milestone line');
  const registers = council(isSecret);
  expect(marksSince(frozen, registers)).toContain('exempt actions plan|milestone');
  const now = asExemptNow(frozen, registers);
  expect(now.actions.find(({ code }) => code === 'milestone')).toMatchObject(isSecret);
  expect(JSON.stringify(openPart(now, true))).not.toContain('milestone line');
});

it('a promise that serves an exempt measure besides is named beside the exempt one alone', () => {
  const serves = ['Measures: plan|open', 'Measures: plan|secret'];
  const dataset = gathered(
    council(isPublic, {
      measures: [line('open', isPublic), line('secret', isSecret)],
      actions: [line('promise', { kind: 'corrective action', serves, ...isPublic })],
    }),
  );
  const promises = (code: string) =>
    dataset.measures.find((each) => each.code === code)?.promises.map(({ title }) => title);
  expect(promises('open')).toEqual([]);
  expect(promises('secret')).toEqual(['promise line']);
});
