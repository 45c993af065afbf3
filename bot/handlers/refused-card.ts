// A refusal that is about the whole card, not one of its fields: the sentence, and where to go next.
import type { Cycle } from '../../src/registers/cycles.ts';
import type { Measure } from '../../src/registers/measures.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import { inertCard } from '../card-for.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { plainCard } from '../cards/plain-card.ts';
import { personName } from '../views/cycle-words.ts';
import { partsOf } from '../views/question-view.ts';
import { type Names, refusedWords } from '../words.ts';

type Refusing = { readonly cycle?: Cycle | null; readonly title?: string };

/** A closed or withdrawn cycle shows as itself. */
export const refusedCard = (
  registers: Registers,
  refused: Refused,
  { cycle = null, title = 'That was not done' }: Refusing = {},
): AdaptiveCard => {
  const inert = cycle === null ? null : inertCard(cycle);
  if (inert !== null) return inert;
  return plainCard({
    title,
    sentences: [refusedWords(refused, namesFor(registers, null)).words],
    button: { title: 'What do I owe?', verb: 'owed', data: { v: 1 } },
  });
};

/** People by their posts, and fields by what the card calls them. */
export const namesFor = (registers: Registers, measure: Measure | null): Names => ({
  person: (key) => personName(registers, key) ?? 'Somebody',
  field(field) {
    if (field === 'low' || field === 'high')
      return `The ${field === 'low' ? 'lower' : 'higher'} end`;
    if (field === 'forecast') return 'The forecast';
    if (field === 'value' || measure === null) return 'The value';
    const parts = partsOf(measure);
    return field === 'numerator' ? parts.numeratorIs : parts.denominatorIs;
  },
});
