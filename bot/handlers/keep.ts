// `keep`: what was typed is kept as a draft; then the return chosen to go to first, or a word that it is
// kept and a button that goes on with it.
import type { Person } from '../../src/registers/people.ts';
import { aboutOf } from '../../src/rules/about.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { asksForTarget } from '../../src/rules/targets-due.ts';
import { keepDraft } from '../../src/use-cases/keep-draft.ts';
import { type Refused, refused } from '../../src/use-cases/refused.ts';
import { inertCard } from '../card-for.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { questionCard } from '../cards/question-card.ts';
import { targetCard } from '../cards/target-card.ts';
import { questionView } from '../views/question-view.ts';
import { targetDraft, targetView } from '../views/target-view.ts';
import { refusedWords } from '../words.ts';
import { inCycle, type Turn } from './incoming.ts';
import { keptCard } from './kept-card.ts';
import { openReturn } from './open-return.ts';
import { type Pressed, typedOf } from './read-press.ts';
import { namesFor, refusedCard } from './refused-card.ts';
import { type Again, askAgain } from './taken.ts';

export const keep = async (
  turn: Turn,
  person: Person,
  data: Pressed<'keep'>,
): Promise<AdaptiveCard> => {
  const registers = turn.ports.replica.registers();
  const asked = registers.returns.get(data.return);
  const about = asked && aboutOf(registers, asked);
  const cycle = registers.cycles.get(asked?.cycle ?? '');
  if (asked === undefined || !about || cycle === undefined)
    return refusedCard(registers, refused({ reason: 'unknown return' }));
  const typed = asksForTarget(asked) ? targetDraft(data) : typedOf(data);
  const kept = await keepDraft(turn.ports, { by: person.key, return: asked.key, typed });
  if (kept.outcome === 'refused') {
    const draw = asItStood(data, kept);
    return askAgain(turn, kept, { person, return: asked.key, typed: [], draw });
  }
  // A quarter that waits goes on, and what was typed with it.
  const over = inertCard(cycle);
  if (over !== null) return over;
  return data.to === 'another' && data.next !== ''
    ? openReturn(turn, person, {
        return: data.next,
        ...(kept.outcome === 'kept' && { kept: askedName(asked, about) }),
      })
    : keptCard(inCycle(turn, person, cycle), { return: asked, about, ...kept });
};

/** What could not be kept stays on its card. */
const asItStood =
  (data: Pressed<'keep'>, given: Refused) =>
  (again: Again): AdaptiveCard | null => {
    if (given.reason !== 'not kept') return null;
    const { words } = refusedWords(given, namesFor(again.registers, again.measure));
    if (asksForTarget(again.return))
      return targetCard(targetView({ ...again, typed: data, refusal: { words, field: null } }));
    const refusal = { words, field: null, computed: null, doubts: [] };
    return questionCard(questionView({ ...again, typed: typedOf(data), refusal }));
  };
