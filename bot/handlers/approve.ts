// `approve` and `review`: the plain ones that the card shows approved together, one opened, one approved.
// What was answered again since the card was drawn is shown again, not approved.
import type { Cycle } from '../../src/registers/cycles.ts';
import type { Person } from '../../src/registers/people.ts';
import { aboutOf } from '../../src/rules/about.ts';
import { asStands } from '../../src/rules/approval.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { fingerprintOfLines } from '../../src/rules/fingerprint.ts';
import { may } from '../../src/rules/rights.ts';
import { approveReturns, type LookedAt } from '../../src/use-cases/approve-returns.ts';
import { orNotKept } from '../../src/use-cases/or-not-kept.ts';
import { type Refused, refused } from '../../src/use-cases/refused.ts';
import { waitingCard } from '../approval-cards.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { reviewCard } from '../cards/review-card.ts';
import { reviewView } from '../views/approve-review-view.ts';
import { shownTo } from '../views/approve-view.ts';
import { counted } from '../views/cycle-words.ts';
import { refusedWords } from '../words.ts';
import { cyclePressed } from './cycle-pressed.ts';
import { inCycle, type Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';
import { namesFor } from './refused-card.ts';

export const approve = async (
  turn: Turn,
  person: Person,
  data: Pressed<'approve'>,
): Promise<AdaptiveCard> => {
  const pressed = cyclePressed(turn, data.cycle);
  if ('card' in pressed) return pressed.card;
  const { cycle } = pressed;
  const at = inCycle(turn, person, cycle);
  if (data.return !== '' && data.revision !== undefined)
    return approveThese(turn, { person, cycle }, [
      { return: data.return, revision: data.revision },
    ]);
  const { plain } = shownTo(at);
  if (plain.length === 0 || fingerprintOfLines(asStands(plain)) !== data.shown)
    return waitingCard(at, { refusal: worded(turn, othersThanShown) });
  const looked = plain.map(({ key, revision }) => ({ return: key, revision: revision ?? 0 }));
  return approveThese(turn, { person, cycle }, looked);
};

const othersThanShown = refused({ reason: 'sign-off', fault: { kind: 'others than shown' } });

type Where = { readonly person: Person; readonly cycle: Cycle };

const approveThese = async (
  turn: Turn,
  { person, cycle }: Where,
  returns: readonly LookedAt[],
): Promise<AdaptiveCard> => {
  const approving = { by: person.key, source: 'card' as const, returns };
  const done = await orNotKept(approveReturns(turn.ports, approving));
  const at = inCycle(turn, person, cycle);
  if (done.outcome === 'refused') return waitingCard(at, { refusal: worded(turn, done) });
  const approved = [...done.approved, ...done.already];
  const [left] = done.refused;
  return waitingCard(at, {
    saved: left === undefined ? approvedWords(turn, approved) : null,
    refusal:
      left === undefined
        ? null
        : [
            ...(approved.length === 0 ? [] : [approvedWords(turn, approved)]),
            worded(turn, left.why),
          ].join(' '),
  });
};

/** "Approved: Voids let in time."; "7 returns approved." */
const approvedWords = (turn: Turn, keys: readonly string[]): string => {
  const registers = turn.ports.replica.registers();
  const [only] = keys;
  const asked = keys.length === 1 && only ? registers.returns.get(only) : undefined;
  const about = asked && aboutOf(registers, asked);
  return asked && about
    ? `Approved: ${askedName(asked, about)}.`
    : `${counted(keys.length, 'return')} approved.`;
};

export const worded = (turn: Turn, given: Refused): string =>
  refusedWords(given, namesFor(turn.ports.replica.registers(), null)).words;

/** Without a return, the list. Shown only to someone who may approve it. */
export const review = (turn: Turn, person: Person, data: Pressed<'review'>): AdaptiveCard => {
  const pressed = cyclePressed(turn, data.cycle);
  if ('card' in pressed) return pressed.card;
  const { cycle } = pressed;
  const at = inCycle(turn, person, cycle);
  const { registers } = at;
  const asked = registers.returns.get(data.return);
  if (asked === undefined) return waitingCard(at);
  if (!may(at, 'approve a return or send it back', asked))
    return waitingCard(at, { refusal: worded(turn, notAnApprover) });
  const view = reviewView(at, asked);
  return view === null
    ? waitingCard(at, { refusal: worded(turn, answeredAnew) })
    : reviewCard(view);
};

const notAnApprover = refused({ reason: 'sign-off', fault: { kind: 'not an approver' } });
const answeredAnew = refused({ reason: 'sign-off', fault: { kind: 'answered anew' } });
