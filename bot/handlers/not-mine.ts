// `not-mine`: a person says that a measure is not theirs any more, and its manager is asked to name another.
import type { Cycle } from '../../src/registers/cycles.ts';
import type { Person } from '../../src/registers/people.ts';
import { managersOf } from '../../src/rules/roles.ts';
import { type LetGo, notMine as letGo } from '../../src/use-cases/not-mine.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { notMineForm } from '../cards/not-mine-card.ts';
import { plainCard } from '../cards/plain-card.ts';
import { personName } from '../views/cycle-words.ts';
import { notMineView } from '../views/hand-over-view.ts';
import { cyclePressed } from './cycle-pressed.ts';
import { inCycle, type Turn, today } from './incoming.ts';
import { owed } from './owed.ts';
import type { Pressed } from './read-press.ts';
import { refusedCard } from './refused-card.ts';

/** Without a return, the button that only asks for the form. */
export const notMine = async (
  turn: Turn,
  person: Person,
  data: Pressed<'not-mine'>,
): Promise<AdaptiveCard> => {
  const pressed = cyclePressed(turn, data.cycle);
  if ('card' in pressed) return pressed.card;
  const { cycle } = pressed;
  if (data.return === '') return form(turn, { person, cycle, data }, null);
  const done = await letGo(turn.ports, {
    by: person.key,
    return: data.return,
    because: data.because,
  });
  if (done.outcome !== 'refused') return goneCard(turn, done);
  const words = refusal(done);
  return words === null
    ? refusedCard(turn.ports.replica.registers(), done, { cycle })
    : form(turn, { person, cycle, data }, words);
};

type Asked = {
  readonly person: Person;
  readonly cycle: Cycle;
  readonly data: Pressed<'not-mine'>;
};

const form = (turn: Turn, { person, cycle, data }: Asked, words: string | null): AdaptiveCard => {
  const typed = { return: data.return, because: data.because };
  const view = notMineView(inCycle(turn, person, cycle), { typed, refusal: words });
  return view === null ? owed(turn, person) : notMineForm(view);
};

/** Null where it is not about what was typed. */
const refusal = (refused: Refused): string | null => {
  if (refused.reason === 'no reason given')
    return 'Say in a few words why it is not yours any more, so that your manager can name another.';
  if (refused.reason === 'not kept')
    return 'The app cannot keep anything new at present. What you typed is kept on this card: press the button again in a few minutes.';
  if (refused.reason !== 'reason too long') return null;
  const { length, most } = refused;
  return `What you wrote is ${length} characters and may be ${most}. Shorten it by ${length - most}: it is kept here.`;
};

const goneCard = (turn: Turn, { line, asked }: LetGo): AdaptiveCard => {
  const registers = turn.ports.replica.registers();
  // Without anybody to lead its team, those who are to name another are not asked for its figure.
  const isLed = line.team !== null && managersOf(registers, line.team, today(turn)).length > 0;
  const meanwhile = `, and for ${line.register === 'measures' ? 'the figure' : 'what is due'} until then`;
  const names = asked.map((key) => personName(registers, key) ?? 'Its manager');
  return plainCard({
    title: `Not yours any more: ${line.title}`,
    sentences: [
      names.length === 0
        ? 'Nobody leads its team, so tell the performance team whose it is.'
        : `Asked to name another owner${isLed ? meanwhile : ''}: ${names.join(', ')}.`,
      'What you said is kept.',
    ],
    button: { title: 'What do I owe?', verb: 'owed', data: { v: 1 } },
  });
};
