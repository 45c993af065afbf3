// What a line of a plan lies under: itself, what it serves up the golden thread, and its plan.
// Which groups that makes it part of is decided in roll-up-groups.ts.
import { foldLine, type Line } from '../registers/line-name.ts';
import type { RegisterName, Registers } from '../registers/registers.ts';
import { above } from './golden-thread.ts';

/**
 * What measures lie under. They change seldom, so what is read of them is kept for as long as none of their
 * rows does; of work, which changes every day, nothing is kept.
 */
export const lastingRegisters = [
  'priorities',
  'objectives',
  'outcomes',
  'plans',
  'crossCuttingIssues',
] as const satisfies readonly RegisterName[];
const lasting: ReadonlySet<RegisterName> = new Set(lastingRegisters);

/** Lines as foldLine writes them. */
export type Reach = ReadonlySet<string>;

/**
 * Answers what a line lies under. A measure or a budget that names its own priority lies in no other
 * through its objectives: an objective serves several. A plan or a section of one leads to the plans it is
 * part of alone: what a whole plan serves, not every line of it does. A thread that comes round to itself
 * ends there.
 */
export const openReach = (registers: Registers): ((line: Line) => Reach) => {
  const known = new Map<string, readonly Line[]>();
  const uppers = (line: Line): readonly Line[] => {
    if (!lasting.has(line.register)) return uppersOf(registers, line);
    const folded = foldLine(line);
    const found = known.get(folded) ?? uppersOf(registers, line);
    known.set(folded, found);
    return found;
  };
  return (line) => {
    const hasPriority = namesPriority(registers, line);
    const reach = new Set([foldLine(line)]);
    const left = [line];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      const isNamed = at.register === 'priorities' || at === line;
      for (const upper of uppers(at)) {
        if (hasPriority && !isNamed && upper.register === 'priorities') continue;
        const folded = foldLine(upper);
        if (reach.has(folded)) continue;
        reach.add(folded);
        left.push(upper);
      }
    }
    return reach;
  };
};

const uppersOf = (registers: Registers, line: Line): readonly Line[] => {
  const lines = [...above(registers, line), ...planOf(registers, line)];
  if (line.register === 'plans') return lines.filter(({ register }) => register === 'plans');
  return line.register === 'measures'
    ? lines.filter(({ register }) => lasting.has(register))
    : lines;
};

const planOf = (registers: Registers, { register, key }: Line): readonly Line[] => {
  const row = registers[register].get(key);
  const plan = row !== undefined && 'plan' in row ? row.plan : null;
  return plan === null ? [] : [{ register: 'plans', key: plan }];
};

const namesPriority = (registers: Registers, { register, key }: Line): boolean => {
  const row = registers[register].get(key);
  const priority = row !== undefined && 'priority' in row ? row.priority : null;
  return priority !== null && registers.priorities.get(priority) !== undefined;
};
