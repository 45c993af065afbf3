// `targets`, `endorse` and `send-target-back`: a director looks at what was proposed, endorses all that the
// card shows, or sends one back. What was changed since the card was drawn is shown again, not endorsed.
import type { Cycle } from '../../src/registers/cycles.ts';
import type { Person } from '../../src/registers/people.ts';
import { targetRevision } from '../../src/rules/endorsing.ts';
import type { TargetsDecided } from '../../src/use-cases/decide-targets.ts';
import { endorseTargets, sendTargetBack } from '../../src/use-cases/endorse-target.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import { waitingCard } from '../approval-cards.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { type EndorseView, targetEndorseCard } from '../cards/target-endorse-card.ts';
import { counted } from '../views/cycle-words.ts';
import { seenAs, targetEndorseView, targetsShown } from '../views/target-endorse-view.ts';
import { refusedWords } from '../words.ts';
import { cycleNamed } from './cycle-pressed.ts';
import { inCycle, type Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';
import { namesFor, refusedCard } from './refused-card.ts';

type Press =
  | { readonly verb: 'targets'; readonly data: Pressed<'targets'> }
  | { readonly verb: 'endorse'; readonly data: Pressed<'endorse'> }
  | { readonly verb: 'send-target-back'; readonly data: Pressed<'send-target-back'> };

export const endorse = async (turn: Turn, person: Person, press: Press): Promise<AdaptiveCard> => {
  const pressed = cycleNamed(turn, press.data.cycle);
  if ('card' in pressed) return pressed.card;
  const at = { turn, person, cycle: pressed.cycle };
  switch (press.verb) {
    case 'targets':
      return drawn(at, {});
    case 'endorse':
      return endorseShown(at, press.data.seen);
    case 'send-target-back':
      return sendOneBack(at, press.data);
  }
};

type At = { readonly turn: Turn; readonly person: Person; readonly cycle: Cycle };
type Again = Partial<Pick<EndorseView, 'said' | 'refusal' | 'typed'>>;

const changedWords =
  'What waits has changed since this card was drawn, so this press changed nothing. Here it is as it stands now.';

const endorseShown = async (at: At, seen: string): Promise<AdaptiveCard> => {
  const { turn, person, cycle } = at;
  const here = inCycle(turn, person, cycle);
  const shown = targetsShown(here);
  if (shown.length === 0) return drawn(at, {});
  if (seenAs(here.registers, shown) !== seen)
    return drawn(at, { refusal: { words: changedWords, field: null } });
  const targets = shown.map(({ target }) => ({
    target: target.key,
    revision: targetRevision(here.registers, target),
  }));
  const done = await endorseTargets(turn.ports, { by: person.key, source: 'card', targets });
  if (done.outcome === 'refused') return refusedHere(at, done, {});
  return drawn(at, { said: endorsedWords(done) });
};

/** "3 targets endorsed. 1 was changed meanwhile and is left as it was." */
const endorsedWords = ({ done, already, left }: TargetsDecided): string =>
  [
    `${counted(done.length + already.length, 'target')} endorsed.`,
    ...(left.length === 0
      ? []
      : [
          `${left.length} changed meanwhile, and ${left.length === 1 ? 'is' : 'are'} left as before.`,
        ]),
  ].join(' ');

const sendOneBack = async (at: At, data: Pressed<'send-target-back'>): Promise<AdaptiveCard> => {
  const typed = { target: data.target, because: data.because };
  const chosen = /^(\d{1,9}) (.+)$/.exec(data.target);
  if (chosen === null)
    return drawn(at, {
      typed,
      refusal: { words: 'Choose which target goes back.', field: 'target' },
    });
  const [, revision = '', target = ''] = chosen;
  const done = await sendTargetBack(at.turn.ports, {
    by: at.person.key,
    source: 'card',
    target,
    revision: Number(revision),
    because: data.because,
  });
  if (done.outcome === 'refused') return refusedHere(at, done, { typed });
  const [left] = done.left;
  if (left !== undefined)
    return drawn(at, { typed, refusal: { words: leftWords(left.because), field: 'target' } });
  return drawn(at, { said: 'Sent back. Its owner is asked again, with your reason.' });
};

const leftWords = (because: TargetsDecided['left'][number]['because']): string =>
  because === 'not yours'
    ? 'This target is not yours to send back. Nothing was changed.'
    : 'It has changed since this card was drawn, so it was not sent back. Your reason is kept here.';

const reasonWords = 'Say in a few words why it goes back. Nothing is changed yet.';

const refusedHere = (at: At, given: Refused, again: Again): AdaptiveCard => {
  const registers = at.turn.ports.replica.registers();
  const { words } = refusedWords(given, namesFor(registers, null));
  if (given.reason === 'no reason given')
    return drawn(at, { ...again, refusal: { words: reasonWords, field: 'because' } });
  if (given.reason === 'reason too long')
    return drawn(at, { ...again, refusal: { words, field: 'because' } });
  if (given.reason === 'not kept') return drawn(at, { ...again, refusal: { words, field: null } });
  return refusedCard(registers, given);
};

/** The targets that wait as they stand now; where none does any more, what else waits, and what was done. */
const drawn = ({ turn, person, cycle }: At, again: Again): AdaptiveCard => {
  const at = inCycle(turn, person, cycle);
  const view = targetEndorseView(at, again);
  if (view !== null) return targetEndorseCard(view);
  return waitingCard(at, { saved: again.said ?? null, refusal: again.refusal?.words ?? null });
};
