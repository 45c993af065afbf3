// `acknowledge`: a manager or a director has seen what is missing; the same card says so.
import type { Person } from '../../src/registers/people.ts';
import {
  acknowledgeEscalations,
  acknowledgeListed,
} from '../../src/use-cases/acknowledge-escalations.ts';
import { orNotKept } from '../../src/use-cases/or-not-kept.ts';
import { StoreFault } from '../../src/use-cases/store-fault.ts';
import { inertCard } from '../card-for.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { askCard } from '../cards/ask-card.ts';
import { digestCard } from '../cards/digest-card.ts';
import { managerCard } from '../cards/manager-card.ts';
import { plainCard } from '../cards/plain-card.ts';
import { smtCard } from '../cards/smt-card.ts';
import { askView, digestView } from '../views/digest-view.ts';
import { managerView, smtView } from '../views/escalation-view.ts';
import { escalationOf, readerOf } from './escalation.ts';
import { inCycle, type Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';
import { refusedCard } from './refused-card.ts';

export const acknowledge = async (
  turn: Turn,
  person: Person,
  { cycle: key, level }: Pressed<'acknowledge'>,
): Promise<AdaptiveCard> => {
  const acknowledging = { by: person.key, cycle: key, level };
  const done = await acknowledgeEscalations(turn.ports, acknowledging).catch(notKept);
  if (done === 'not kept') return againCard({ v: 1, cycle: key, level });
  const registers = turn.ports.replica.registers();
  const cycle = registers.cycles.get(key);
  if (done.outcome === 'refused' || cycle === undefined)
    return refusedCard(
      registers,
      done.outcome === 'refused' ? done : { outcome: 'refused', reason: 'unknown cycle' },
      { cycle: cycle ?? null },
    );
  const at = inCycle(turn, person, cycle);
  return (
    inertCard(cycle) ?? (level === 'manager' ? managerCard(managerView(at)) : smtCard(smtView(at)))
  );
};

/** Those that were shown, by their marks: what came since is not seen by this. */
export const seen = async (
  turn: Turn,
  person: Person,
  { shown, from }: Pressed<'seen'>,
): Promise<AdaptiveCard> => {
  const before = turn.ports.replica.registers();
  const found = shown.split(' ').flatMap((mark) => escalationOf(before, mark) ?? []);
  const listed = {
    by: person.key,
    source: 'card' as const,
    escalations: found.map(({ key }) => key),
  };
  const done = await orNotKept(acknowledgeListed(turn.ports, listed));
  const reader = readerOf(turn, person);
  if (done.outcome === 'refused') return refusedCard(reader.registers, done);
  const [only] = found;
  const saved =
    found.length === 1 && only ? `Acknowledged: ${only.title}.` : `Acknowledged: ${found.length}.`;
  const now = only && reader.registers.escalations.get(only.key);
  return from === 'one' && now
    ? askCard(askView(reader, now, { saved }))
    : digestCard(digestView(reader, { saved }));
};

const notKept = (fault: unknown): 'not kept' => {
  if (fault instanceof StoreFault) return 'not kept';
  throw fault;
};

/** The same press once more; it brings back the card it was made on. */
const againCard = (data: Pressed<'acknowledge'>): AdaptiveCard =>
  plainCard({
    title: 'Not saved',
    sentences: [
      'The app cannot keep anything new at present, so this is not acknowledged yet. Press the button again in a few minutes. If it stays so, tell the performance team.',
    ],
    button: { title: 'Acknowledge', verb: 'acknowledge', data },
  });
