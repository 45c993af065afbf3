// A word that what was typed is kept, or that nothing was typed, and a button that goes on with it.
import type { Return } from '../../src/registers/returns.ts';
import type { About } from '../../src/rules/about.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { plainCard } from '../cards/plain-card.ts';
import { dueTitle } from '../views/due-view.ts';
import { type InCycle, owedIn } from '../views/in-cycle.ts';

export const keptCard = (
  at: InCycle,
  {
    return: asked,
    about,
    outcome,
  }: {
    readonly return: Return;
    readonly about: About;
    readonly outcome: 'kept' | 'nothing typed';
  },
): AdaptiveCard => {
  const owed = owedIn(at);
  const due = owed.length === 0 ? [] : [`${dueTitle(at, owed)}.`];
  const isKept = outcome === 'kept';
  const words = isKept ? 'what you typed waits for you here' : 'nothing was typed yet';
  return plainCard({
    title: isKept ? 'Kept for later' : 'Left for later',
    sentences: [`${askedName(asked, about)}: ${words}.`, ...due],
    button: {
      title: 'Carry on',
      verb: 'open',
      data: { v: 1, cycle: at.cycle.key, return: asked.key },
      primary: true,
    },
  });
};
