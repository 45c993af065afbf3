// `answer` and `no-data`: hands what was typed to the use case. What follows is in taken.ts.
import type { Measure } from '../../src/registers/measures.ts';
import type { Person } from '../../src/registers/people.ts';
import type { Answer } from '../../src/use-cases/read-answer.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import { submitReturn } from '../../src/use-cases/submit-return.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Refusal } from '../cards/question.ts';
import { questionCard } from '../cards/question-card.ts';
import { figureWithUnit } from '../views/cycle-words.ts';
import { questionView } from '../views/question-view.ts';
import { refusedWords } from '../words.ts';
import type { Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';
import { namesFor } from './refused-card.ts';
import { type Again, askAgain, goOn } from './taken.ts';

type Press =
  | { readonly verb: 'answer'; readonly data: Pressed<'answer'> }
  | { readonly verb: 'no-data'; readonly data: Pressed<'no-data'> };

export const answer = async (turn: Turn, person: Person, press: Press): Promise<AdaptiveCard> => {
  const { data } = press;
  const submitted = await submitReturn(turn.ports, {
    by: person.key,
    return: data.return,
    revision: data.revision,
    answer: answerIn(press),
  });
  if (submitted.outcome !== 'refused') return goOn(turn, person, submitted.return);
  return askAgain(turn, submitted, {
    person,
    return: data.return,
    typed: typedIn(press),
    draw: drawnAgain(press, submitted),
  });
};

const answerIn = ({ verb, data }: Press): Answer =>
  verb === 'no-data'
    ? { kind: 'no data', until: data.until, because: data.because }
    : {
        kind: 'value',
        value: data.value,
        numerator: data.numerator,
        denominator: data.denominator,
        finality: data.finality,
        commentary: data.commentary,
      };

const drawnAgain =
  ({ data }: Press, refused: Refused) =>
  (again: Again): AdaptiveCard | null => {
    const { words, field } = refusedWords(refused, namesFor(again.registers, again.measure));
    if (field === 'low' || field === 'high') return null;
    if (field === null && refused.reason !== 'not kept') return null;
    const refusal = { words, field, computed: computedIn(refused, again.measure) };
    return questionCard(questionView({ ...again, typed: data, refusal }));
  };

/** A commentary is only ever required of a figure that is off target. */
const computedIn = (refused: Refused, measure: Measure): Refusal['computed'] =>
  refused.reason === 'commentary required'
    ? { figure: figureWithUnit(measure, refused.value), standing: 'off target' }
    : null;

const typedIn = ({ verb, data }: Press): readonly string[] =>
  verb === 'no-data'
    ? [`no data until ${data.until}`, data.because]
    : [data.value || [data.numerator, data.denominator].join(' / '), data.commentary];
