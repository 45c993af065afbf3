// A thread of a few lines: a plan, an earlier plan that it serves, two priorities and what hangs from them.
import type { ThreadNode } from '../../src/web/api-registers.ts';

const columns: { readonly [kind: string]: ThreadNode['column'] } = {
  Plan: 'Vision',
  Priority: 'Priorities',
  Objective: 'Objectives',
  Measure: 'Measures',
  Action: 'Work',
  Risk: 'Risks',
  Person: 'People',
};

export const node = (id: string, kind: string, above: readonly string[]): ThreadNode => ({
  id,
  kind,
  column: columns[kind] ?? 'Work',
  code: /^[A-Z]\d$/.test(id) ? id : '',
  title: id,
  otherPlan: id === 'old' ? 'An earlier plan' : null,
  standing: null,
  state: null,
  isSerious: false,
  isLoose: id === 'A2',
  above,
});

export const smallThread: readonly ThreadNode[] = [
  node('plan', 'Plan', []),
  node('old', 'Priority', []),
  node('P1', 'Priority', ['plan']),
  node('P2', 'Priority', ['plan', 'old']),
  node('O1', 'Objective', ['P1']),
  { ...node('M1', 'Measure', ['P1', 'O1']), standing: 'off target' },
  { ...node('M2', 'Measure', ['P2', 'gone']), standing: 'on target' },
  { ...node('A1', 'Action', ['O1']), state: 'Delayed', isSerious: true },
  node('A2', 'Action', []),
  node('R1', 'Risk', ['O1']),
  node('Ann', 'Person', ['M1', 'A1']),
];
