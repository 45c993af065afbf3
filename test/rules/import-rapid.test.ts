import { describe, expect, it } from 'vitest';
import { preview, sheet, stopWords } from './import-given.ts';
import { registersOf } from './table-of.ts';

const rapid = { plan: 'plan', kind: 'rapid improvement', team: 't-1' } as const;
const registers = registersOf({
  plans: [{ key: 'plan', title: 'Plan', plan: 'plan', code: 'plan' }],
  teams: [{ key: 't-1', title: 'Housing' }],
  projects: [
    { ...rapid, key: 'plan|P1', code: 'P1', title: 'One', stage: 'live', agreedWith: 'Housing' },
    { ...rapid, key: 'plan|P2', code: 'P2', title: 'Two', stage: 'live', agreedWith: 'Housing' },
    { ...rapid, key: 'plan|P3', code: 'P3', title: 'Three', stage: 'pipeline' },
  ],
});
const headings = ['Key', 'Name', 'Plan', 'Code', 'Kind', 'Team', 'Agreed with', 'Stage'];
const row = (code: string, agreedWith: string | null, stage = 'live') => [
  `plan|${code}`,
  `Project ${code}`,
  'plan',
  code,
  'rapid improvement',
  't-1',
  agreedWith,
  stage,
];
const read = (...rows: readonly (readonly (string | null)[])[]) =>
  preview(registers, [sheet('Projects', [headings, ...rows])], { plan: 'plan' });
describe('a file that makes rapid improvements live', () => {
  it('may make a third live in a team, once its portfolio holder has agreed it', () => {
    expect(stopWords(read(row('P3', 'Housing')))).toEqual([]);
    expect(stopWords(read(row('P3', null)))[0]).toMatch(/^H2: .*portfolio holder has agreed/);
  });

  it('may not make a fourth, counting those of the same file', () => {
    const words = stopWords(read(row('P3', 'Housing'), row('P4', 'Housing')));
    expect(words).toHaveLength(1);
    expect(words[0]).toMatch(/^H3: .*3 rapid improvements live already/);
  });

  it('may make room in the same file', () => {
    const done = row('P1', 'Housing', 'complete');
    expect(stopWords(read(done, row('P3', 'Housing'), row('P4', 'Housing')))).toEqual([]);
  });
});
