// `target` and `no-target`: hands a year's target to the use case, then goes on to the next question,
// or draws the same one again with everything typed still in it and the refusal said.
import type { Person } from '../../src/registers/people.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import { setTarget, type TargetAnswer } from '../../src/use-cases/set-target.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { type TargetField, targetCard } from '../cards/target-card.ts';
import { savedWords } from '../views/receipt-view.ts';
import { targetView } from '../views/target-view.ts';
import { refusedWords } from '../words.ts';
import { answeredMeanwhileCard } from './answered-meanwhile-card.ts';
import { inCycle, type Turn, today } from './incoming.ts';
import { nextCard } from './next-card.ts';
import type { Pressed } from './read-press.ts';
import { namesFor, refusedCard } from './refused-card.ts';

type Press =
  | { readonly verb: 'target'; readonly data: Pressed<'target'> }
  | { readonly verb: 'no-target'; readonly data: Pressed<'no-target'> };

export const answerTarget = async (
  turn: Turn,
  person: Person,
  press: Press,
): Promise<AdaptiveCard> => {
  const { data } = press;
  const set = await setTarget(turn.ports, {
    by: person.key,
    return: data.return,
    revision: data.revision,
    answer: answerIn(press),
  });
  if (set.outcome === 'refused') return refusedTarget(turn, { person, press }, set);
  const registers = turn.ports.replica.registers();
  const cycle = registers.cycles.get(set.return.cycle ?? '');
  if (cycle === undefined) throw new Error(`Return ${data.return} was taken outside any cycle.`);
  return nextCard(inCycle(turn, person, cycle), savedWords(registers, data.return, today(turn)));
};

const answerIn = ({ verb, data }: Press): TargetAnswer =>
  verb === 'no-target'
    ? { kind: 'no target', because: data.because }
    : { kind: 'target', value: data.value, low: data.low, high: data.high };

const notSaved = 'Not saved.';

const refusedTarget = (
  turn: Turn,
  { person, press }: { readonly person: Person; readonly press: Press },
  refused: Refused,
): AdaptiveCard => {
  const registers = turn.ports.replica.registers();
  const asked = registers.returns.get(press.data.return);
  const measure = asked && registers.measures.get(asked.measure);
  const cycle = registers.cycles.get(asked?.cycle ?? '');
  if (asked === undefined || measure === undefined || cycle === undefined)
    return refusedCard(registers, refused, { title: notSaved });
  if (refused.reason === 'answered meanwhile') {
    const said = { typed: typedSummary(press), today: today(turn) };
    return answeredMeanwhileCard(registers, { refused, asked }, said);
  }
  const names = { ...namesFor(registers, measure), instead: 'No target, because' };
  const { words, field } = refusedWords(refused, names);
  if (!isTargetField(field)) return refusedCard(registers, refused, { cycle, title: notSaved });
  const at = { ...inCycle(turn, person, cycle), return: asked, measure, saved: null };
  return targetCard(targetView({ ...at, typed: press.data, refusal: { words, field } }));
};

const isTargetField = (field: string | null): field is TargetField =>
  field === 'value' || field === 'low' || field === 'high' || field === 'because';

/** What the person typed, in a line, so that nothing typed is lost with the card. */
const typedSummary = ({ verb, data }: Press): string =>
  (verb === 'no-target' ? ['no target', data.because] : [data.value, data.low, data.high])
    .filter((each) => each.trim() !== '')
    .join('; ');
