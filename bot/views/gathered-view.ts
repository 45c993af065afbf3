// What a card tells besides its own step: the steps of that day that were gathered into it, each cycle's
// own returns once, and each cycle's missing returns of the teams a manager leads.

import { askedName } from '../../src/rules/asked-name.ts';
import { cycleNameWithin } from '../../src/rules/cycle-name.ts';
import { gatheredInto } from '../../src/rules/gathered.ts';
import type { Message } from '../../src/use-cases/ports.ts';
import type { AlsoView } from '../cards/gathered-card.ts';
import { dueTitle } from './due-view.ts';
import { managerView } from './escalation-view.ts';
import { type InCycle, owedIn } from './in-cycle.ts';

/** None of most cards, and none for what has been answered meanwhile. */
export const alsoViews = (at: InCycle, message: Message): readonly AlsoView[] => {
  const { registers } = at;
  const own = new Set(message.step === 'Manager' ? [] : [message.cycle]);
  const managed = new Set(message.step === 'Manager' ? [message.cycle] : []);
  return gatheredInto(registers, message).flatMap(({ cycle: key, step }) => {
    const cycle = registers.cycles.get(key);
    const told = step === 'Manager' ? managed : own;
    if (cycle?.state !== 'Open' || told.has(cycle.key)) return [];
    told.add(cycle.key);
    return step === 'Manager' ? teamsBlock({ ...at, cycle }) : ownBlock({ ...at, cycle });
  });
};

const ownBlock = (at: InCycle): readonly AlsoView[] => {
  const owed = owedIn(at);
  if (owed.length === 0) return [];
  return [
    {
      title: dueTitle(at, owed),
      lines: owed.map((each) => askedName(each.return, each.about)),
      button: {
        title: `Start with ${cycleNameWithin(at.cycle)}`,
        verb: 'start',
        data: { v: 1, cycle: at.cycle.key },
      },
    },
  ];
};

const teamsBlock = (at: InCycle): readonly AlsoView[] => {
  const { title, late, acknowledged, cycle } = managerView(at);
  if (late.length === 0) return [];
  return [
    {
      title,
      lines: late.map(({ name, who, late: how }) => `${name}: ${who ?? 'nobody to ask'}, ${how}`),
      button:
        acknowledged === null
          ? {
              title: `Acknowledge ${cycleNameWithin(at.cycle)}`,
              verb: 'acknowledge',
              data: { v: 1, cycle, level: 'manager' },
            }
          : null,
    },
  ];
};
