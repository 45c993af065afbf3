// `name-owner`: a manager names who answers for a measure from now on.
import type { Person } from '../../src/registers/people.ts';
import { type Named, nameOwner as name } from '../../src/use-cases/name-owner.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { allNamedCard, handOverCard } from '../cards/hand-over-card.ts';
import { personName } from '../views/cycle-words.ts';
import { handOverView, linesWord } from '../views/hand-over-view.ts';
import { inCycle, type Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';
import { refusedCard } from './refused-card.ts';

export const nameOwner = async (
  turn: Turn,
  person: Person,
  data: Pressed<'name-owner'>,
): Promise<AdaptiveCard> => {
  const { cycle: key, measure, owner } = data;
  const done = await name(turn.ports, { by: person.key, cycle: key, measure, owner });
  const registers = turn.ports.replica.registers();
  const cycle = registers.cycles.get(key);
  const words = done.outcome === 'refused' ? refusal(turn, done) : null;
  if (cycle === undefined || (done.outcome === 'refused' && words === null))
    return refusedCard(
      registers,
      done.outcome === 'refused' ? done : { outcome: 'refused', reason: 'unknown cycle' },
    );
  const saved = done.outcome === 'refused' ? null : savedWords(done);
  const view = handOverView(inCycle(turn, person, cycle), {
    saved,
    refusal: words,
    chosen: words === null ? { measure: '', owner: '' } : { measure, owner },
  });
  if (view !== null) return handOverCard(view);
  return allNamedCard([words ?? saved].filter((each) => each !== null));
};

const savedWords = ({ owner, lines }: Named): string => {
  const [only] = lines;
  const what = only && lines.length === 1 ? only.title : `${lines.length} ${linesWord(lines)}`;
  return `${what}: ${owner.title} answers from now on.`;
};

/** Null where nothing on the card could be put right. */
const refusal = (turn: Turn, refused: Refused): string | null => {
  if (refused.reason === 'nobody by that name') return 'Choose who answers for it from now on.';
  if (refused.reason === 'not kept')
    return 'The app cannot keep anything new at present. Press the button again in a few minutes.';
  if (refused.reason !== 'answered meanwhile') return null;
  const first = personName(turn.ports.replica.registers(), refused.by);
  return `It has an owner already: ${first ?? 'somebody else was named first'}.`;
};
