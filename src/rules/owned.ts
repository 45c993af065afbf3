// What somebody owns and may hand over: a measure, or a line of work, money or risk that still goes on.
// A team's assurance and a plan's money go with their posts. When an owner is wanting is hand-over.ts's.
import { lineName, readLine } from '../registers/line-name.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { aboutOf } from './about.ts';
import { isFinished, isLive, plansOf } from './lines-due.ts';
import { inPlanOrder } from './plan-order.ts';

export const ownedRegisters = ['measures', 'actions', 'projects', 'savings', 'risks'] as const;
export type OwnedRegister = (typeof ownedRegisters)[number];

export type Owned = {
  readonly register: OwnedRegister;
  readonly key: string;
  readonly title: string;
  readonly plan: string;
  readonly team: string | null;
  readonly owner: string | null;
};

type Row = Omit<Owned, 'register'>;

const owned = (register: OwnedRegister, { key, title, plan, team, owner }: Row): Owned => ({
  register,
  key,
  title,
  plan,
  team,
  owner,
});

export const ownedMeasure = (measure: Measure): Owned => owned('measures', measure);

/** How a card names one: a measure by its Key, any other line by its list too. */
export const ownedId = ({ register, key }: Pick<Owned, 'register' | 'key'>): string =>
  register === 'measures' ? key : lineName({ register, key });

/** Null where it names nothing that is owned, or nothing that is kept. */
export const readOwned = (registers: Registers, id: string): Owned | null => {
  const measure = registers.measures.get(id);
  if (measure !== undefined) return ownedMeasure(measure);
  const line = readLine(id);
  const register = ownedRegisters.find((each) => each === line?.register);
  const row = line && register ? registers[register].get(line.key) : undefined;
  return register && row ? owned(register, row) : null;
};

/** What a return asks its owner about; null of a team's assurance and a plan's money. */
export const ownedOf = (
  registers: Registers,
  asked: Pick<Return, 'measure' | 'about' | 'kind'>,
): Owned | null => {
  const about = aboutOf(registers, asked);
  switch (about?.of) {
    case 'measure':
      return ownedMeasure(about.row);
    case 'action':
      return owned('actions', about.row);
    case 'project':
      return owned('projects', about.row);
    case 'saving':
      return owned('savings', about.row);
    case 'risk':
      return owned('risks', about.row);
    case 'assurance':
    case 'finance':
    case undefined:
      return null;
  }
};

/** The lines of a plan that still go on, each kind in the plan's order. */
export const ownedLines = (registers: Registers, plan: string): readonly Owned[] =>
  plansOf(registers, plan).flatMap((each) => [
    ...inOrder('actions', registers.actions.where('plan', each).filter(goesOn)),
    ...inOrder('projects', registers.projects.where('plan', each).filter(isLiveWork)),
    ...inOrder('savings', registers.savings.where('plan', each).filter(isLiveWork)),
    ...inOrder(
      'risks',
      registers.risks.where('plan', each).filter(({ state }) => state !== 'closed'),
    ),
  ]);

type Work = Parameters<typeof isFinished>[0];

const goesOn = (row: Work): boolean => !isFinished(row);
const isLiveWork = (row: Work & Parameters<typeof isLive>[0]): boolean =>
  goesOn(row) && isLive(row);

const inOrder = (
  register: OwnedRegister,
  rows: readonly (Row & Parameters<typeof inPlanOrder>[0])[],
): readonly Owned[] => rows.toSorted(inPlanOrder).map((row) => owned(register, row));
