// What a dataset does not hold, since no paper made from it may say it.
import { describe, expect, it } from 'vitest';
import { day } from '../arbitrary.ts';
import { allOf, composed } from '../papers/composed.ts';
import { council, gathered, measureOf } from './gathered-council.ts';

describe('the decision that set a target', () => {
  const decided = (access: 'exempt' | null, measure: 'exempt' | null = null) =>
    measureOf('R1', {
      ...council,
      measures: council.measures?.map((each) => ({ ...each, access: measure })) ?? [],
      decisions: [
        { key: 'D1', title: 'Settle with the contractor', decidedOn: day('2020-03-02'), access },
      ],
      targets: council.targets?.map((each) => ({ ...each, decision: 'D1' })) ?? [],
    }).now.decidedBy;

  it('is named, and one that is exempt by its day alone', () => {
    expect(decided(null)).toBe('Settle with the contractor, Mon 2 March 2020');
    expect(decided('exempt')).toBe('A decision of Mon 2 March 2020');
  });
  it('is named whole beside a measure that is exempt itself', () => {
    expect(decided('exempt', 'exempt')).toContain('Settle with the contractor');
  });
});

describe('what a project holds up', () => {
  it('names no saving that is still in the pipeline: nobody has proposed it yet', () => {
    const saving = (code: string, stage: 'pipeline' | null) => ({
      key: `plan|${code}`,
      plan: 'plan',
      code,
      title: `Saving ${code}`,
      project: 'plan|A',
      stage,
    });
    const [project] = gathered({
      ...council,
      projects: [{ key: 'plan|A', plan: 'plan', code: 'A', title: 'Depot' }],
      savings: [saving('S', 'pipeline'), saving('T', null)],
    }).projects;
    expect(project?.holdsUp).toEqual(['Saving T']);
  });
  it('names in public no row that is not, of whichever plan it is', () => {
    const leaning = (code: string, access: 'public' | 'internal') => ({
      key: `other|${code}`,
      plan: 'other',
      code,
      title: `Project ${code}`,
      access,
      dependsOn: ['Projects: plan|A'],
    });
    const depot = {
      key: 'plan|A',
      plan: 'plan',
      code: 'A',
      title: 'Depot',
      access: 'public',
    } as const;
    const dataset = gathered({
      ...council,
      projects: [{ ...depot, status: 'delayed' }, leaning('B', 'public'), leaning('C', 'internal')],
    });
    const inPublic = allOf(composed(dataset, 'delivery plan'));
    expect(inPublic).toContain('Project B');
    expect(inPublic).not.toContain('Project C');
    expect(allOf(composed(dataset, "directors' board"))).toContain('Project B and Project C');
  });
});
