import { describe, expect, it } from 'vitest';
import { paperKinds } from '../../../src/registers/papers.ts';
import type { Dataset } from '../../../src/rules/dataset/dataset.ts';
import { allOf, blocksIn, composed, tablesIn } from './composed.ts';
import { givenDataset, smallDataset } from './given-dataset.ts';
import {
  givenAction,
  givenFigure,
  givenMeasure,
  givenMoney,
  givenProject,
  givenQuestion,
  givenRisk,
  givenSaving,
} from './given-facts.ts';

const exempt = { access: 'exempt', exemptUnder: '3' } as const;
const secret = 'Secret dispute';

/** Every register holds one exempt row, all of them about one thing. */
const withSecrets = (dataset: Dataset, worth: number): Dataset => ({
  ...dataset,
  measures: [
    ...dataset.measures,
    givenMeasure({
      ...exempt,
      code: 'X1',
      title: secret,
      groups: ['priority|1', 'council|council'],
      now: givenFigure({ value: worth, standing: worth > 50 ? 'on target' : 'off target' }),
      commentary: `${secret} ${worth}`,
    }),
  ],
  actions: [
    ...dataset.actions,
    givenAction({ ...exempt, code: 'X2', title: secret, overdueBy: worth }),
  ],
  projects: [
    ...dataset.projects,
    givenProject({ ...exempt, code: 'X3', title: secret, late: true, holdsUp: ['Homes'] }),
  ],
  savings: [
    ...dataset.savings,
    givenSaving({ ...exempt, code: 'X4', title: secret, required: worth, atRisk: worth }),
  ],
  risks: [
    ...dataset.risks,
    givenRisk({ ...exempt, code: 'X5', title: secret, residual: 25, likelihood: 5, impact: 5 }),
  ],
  money: [...dataset.money, givenMoney({ ...exempt, code: 'X6', title: secret, kind: 'reserves' })],
  questions: [
    ...dataset.questions,
    givenQuestion({ ...exempt, key: 'X7', kind: 'question', title: secret, answer: `${worth}` }),
  ],
  ratedHow: [...dataset.ratedHow, `${secret} (X1) has a rule of its own: within a band.`],
});

/** What savings in budgets come to would give an exempt saving back: without them two datasets compare. */
const plainDataset = () => {
  const dataset = smallDataset();
  return {
    ...dataset,
    money: dataset.money.map((line) => ({ ...line, savingsRequired: null, savingsAchieved: null })),
  };
};

describe('exempt rows', () => {
  it.each(paperKinds)(
    'give nothing away, not by a count: %s reads as if there were none',
    (kind) => {
      const without = composed(plainDataset(), kind);
      const withThem = composed(withSecrets(plainDataset(), 90), kind);
      expect(withThem).toEqual(without);
      expect(withThem.confidential).toEqual([]);
    },
  );
  it.each(paperKinds)(
    'are apart from what all may read, for those who may read them: %s',
    (kind) => {
      const paper = composed(withSecrets(plainDataset(), 90), kind, { mayReadExempt: true });
      expect(allOf(paper.sections)).not.toContain(secret);
      expect(allOf(paper.notices)).not.toContain(secret);
      const isForResidents = kind === 'public' || kind === 'annual' || kind === 'council tax';
      expect(paper.confidential.length > 0).toBe(!isForResidents);
      if (isForResidents) return;
      expect(allOf(paper.confidential)).toContain(secret);
      expect(allOf(paper.confidential)).not.toContain('Households helped');
    },
  );
  it('say in the appendix under which paragraph they are exempt', () => {
    const paper = composed(withSecrets(plainDataset(), 90), 'Cabinet', { mayReadExempt: true });
    expect(paper.confidential[0]?.heading).toBe('Not for publication');
    const [table] = tablesIn(paper.confidential);
    expect(table?.rows.map((row) => row[0]?.text)).toContain(`X1 ${secret}`);
    expect(table?.rows[0]?.[2]?.text).toBe("about somebody's financial or business affairs");
  });
  it('are not worked back from a total of the budget, nor from what budgets say of savings', () => {
    const budget = (worth: number) =>
      composed(
        givenDataset({
          money: [
            givenMoney({ code: 'B1', title: 'Homes', budget: 500, savingsRequired: 40 + worth }),
            givenMoney({ ...exempt, code: 'B2', title: secret, budget: worth }),
            givenMoney({ code: 'BT', title: 'All', budget: 500 + worth, isTotal: true }),
          ],
          savings: [
            givenSaving({ code: 'S1', required: 40 }),
            givenSaving({ ...exempt, code: 'S2', required: worth }),
          ],
        }),
        'Cabinet',
      );
    expect(budget(700)).toEqual(budget(9));
    expect(allOf(budget(700))).toContain('£500');
  });
  it('are not worked back from a measure that is the total of them and others', () => {
    const family = (worth: number) => {
      const of = (code: string, value: number) =>
        givenMeasure({ code, now: givenFigure({ value, standing: 'off target' }) });
      return composed(
        givenDataset({
          measures: [of('7', 60 + worth), of('7a', 60), { ...of('7b', worth), ...exempt }],
        }),
        "directors' board",
      );
    };
    expect(family(30)).toEqual(family(11));
    expect(allOf(family(30))).toContain('60.0%');
  });
  it('are named by nothing that leans on them', () => {
    const dataset = withSecrets(plainDataset(), 90);
    const leaning: Dataset = {
      ...dataset,
      projects: dataset.projects.map((each) => ({ ...each, holdsUp: [...each.holdsUp, secret] })),
      questions: dataset.questions.map((each) => ({
        ...each,
        actions: [...each.actions, { title: secret, status: null }],
      })),
    };
    for (const kind of paperKinds)
      expect(allOf(composed(leaning, kind).sections)).not.toContain(secret);
  });
});

describe('rows that nobody has marked', () => {
  const unmarked: Dataset = {
    ...smallDataset(),
    risks: [givenRisk({ code: 'R9', title: 'Unmarked risk', access: 'internal', residual: 20 })],
  };
  it('are inside alone: a paper that anybody may read holds what is marked public', () => {
    expect(allOf(composed(unmarked, 'Cabinet'))).not.toContain('Unmarked risk');
    expect(allOf(composed(unmarked, "directors' board"))).toContain('Unmarked risk');
  });
  it('are counted for whoever prepares the paper, with when they can be marked, and for nobody else', () => {
    const left = '1 row of the registers is not in this paper';
    const draft = composed({ ...unmarked, isFrozen: false }, 'Cabinet', { hash: null });
    expect(draft.notices.join(' ')).toContain(left);
    expect(draft.notices.join(' ')).toContain('in Access, before the quarter closes');
    const read = composed(unmarked, 'Cabinet', { notices: ['Not issued yet.'] }).notices.join(' ');
    expect(read).toContain(left);
    expect(read).toContain('marked public when its quarter closed');
    expect(composed(unmarked, 'Cabinet').notices.join(' ')).not.toContain('registers');
  });
});

it('a paper of nothing but exempt rows has no open section', () => {
  const only = givenDataset({ measures: [givenMeasure({ ...exempt, code: '1' })] });
  expect(blocksIn(composed(only, 'Cabinet').sections)).toEqual([]);
});
