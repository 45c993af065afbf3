// `target`, `no-target` and `baseline-year`: hands what is proposed for a year to the use case. What follows is in taken.ts.
import type { Person } from '../../src/registers/people.ts';
import { keepDraft } from '../../src/use-cases/keep-draft.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import { setTarget, type TargetAnswer } from '../../src/use-cases/set-target.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { type TargetField, targetCard } from '../cards/target-card.ts';
import { targetDraft, targetView } from '../views/target-view.ts';
import { refusedWords } from '../words.ts';
import type { Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';
import { namesFor } from './refused-card.ts';
import { type Again, askAgain, goOn } from './taken.ts';

type Press =
  | { readonly verb: 'target'; readonly data: Pressed<'target'> }
  | { readonly verb: 'no-target'; readonly data: Pressed<'no-target'> }
  | { readonly verb: 'baseline-year'; readonly data: Pressed<'baseline-year'> };

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
  if (set.outcome !== 'refused') return goOn(turn, person, set.return);
  if (set.reason !== 'answered meanwhile')
    await keepDraft(turn.ports, { by: person.key, return: data.return, typed: targetDraft(data) });
  return askAgain(turn, set, {
    person,
    return: data.return,
    typed: typedIn(press),
    draw: drawnAgain(press, set),
  });
};

const answerIn = ({ verb, data }: Press): TargetAnswer =>
  verb === 'target'
    ? { kind: 'target', value: data.value, low: data.low, high: data.high }
    : { kind: withoutKinds[verb], because: data.because };

const withoutKinds = { 'no-target': 'no target', 'baseline-year': 'baseline year' } as const;

const drawnAgain =
  ({ data }: Press, refused: Refused) =>
  (again: Again): AdaptiveCard | null => {
    const names = { ...namesFor(again.registers, again.measure), instead: 'No target this year' };
    const { words, field } = refusedWords(refused, names);
    if (!isTargetField(field) && refused.reason !== 'not kept') return null;
    return targetCard(
      targetView({
        ...again,
        typed: data,
        refusal: { words, field: isTargetField(field) ? field : null },
      }),
    );
  };

const isTargetField = (field: string | null): field is TargetField =>
  field === 'value' || field === 'low' || field === 'high' || field === 'because';

const typedIn = ({ verb, data }: Press): readonly string[] =>
  verb === 'target'
    ? [data.value, data.low, data.high, data.because]
    : [withoutKinds[verb], data.because];
