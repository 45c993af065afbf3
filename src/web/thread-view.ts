// The golden thread of a plan, column by column from its vision to the people who carry it, with what
// each line serves. What serves what is decided in rules/golden-thread.ts; lighting it up is the tab's.
import { type Line, readLine } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { ThreadNode, ThreadView } from './api-registers.ts';
import { freshness } from './freshness.ts';
import { wholePlans } from './registers-view.ts';
import { threadNodes } from './thread-nodes.ts';
import { counted } from './words.ts';

export type ThreadAsked = {
  readonly plan?: string | undefined;
  /** Where no plan is named: the plan this line is in. */
  readonly line?: string | undefined;
};

/** Null where there is no plan at all. */
export const threadView = (ports: Ports, person: Person, asked: ThreadAsked): ThreadView | null => {
  const registers = ports.replica.registers();
  const plans = wholePlans(registers);
  const wanted = asked.plan ?? planOf(registers, asked.line);
  const plan = plans.find(({ key }) => key === wanted) ?? planWithMost(registers, plans);
  if (!plan) return null;
  const nodes = threadNodes(registers, person, plan.key);
  const loose = nodes.filter((node) => node.isLoose).length;
  return {
    title: titleOf(nodes, loose, plan.words),
    plan: plan.key,
    plans,
    nodes,
    loose,
    freshness: freshness(ports.replica),
  };
};

const planOf = (registers: Registers, line: string | undefined): string | null => {
  const read: Line | null = readLine(line ?? '');
  const row = read && (registers[read.register].get(read.key) as { plan?: string } | undefined);
  return row?.plan ?? null;
};

const planWithMost = <Plan extends { readonly key: string }>(
  registers: Registers,
  plans: readonly Plan[],
): Plan | undefined => {
  const lines = ({ key }: Plan) =>
    registers.objectives.where('plan', key).length + registers.measures.where('plan', key).length;
  return plans.toSorted((one, other) => lines(other) - lines(one))[0];
};

const notServing: readonly ThreadNode['column'][] = ['Vision', 'Priorities', 'People'];

const titleOf = (nodes: readonly ThreadNode[], loose: number, plan: string): string => {
  const own = nodes.filter(({ otherPlan }) => otherPlan === null);
  const priorities = own.filter(({ kind }) => kind === 'Priority').length;
  const lines = own.filter((node) => !notServing.includes(node.column) && !node.isLoose).length;
  const what = priorities > 0 ? counted(priorities, 'priority', 'priorities') : plan;
  const gap =
    loose > 0
      ? `, and ${loose.toLocaleString('en-GB')} ${loose === 1 ? 'serves' : 'serve'} nothing yet`
      : '';
  return `How ${counted(lines, 'line')} ${lines === 1 ? 'serves' : 'serve'} ${what}${gap}`;
};
