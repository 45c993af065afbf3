// `answer` and `no-data`: hands what was typed to the use case, then goes on to the next question,
// or draws the same one again with everything typed still in it and the refusal said.
import type { Measure } from '../../src/registers/measures.ts';
import type { Person } from '../../src/registers/people.ts';
import type { Answer } from '../../src/use-cases/read-answer.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import { submitReturn } from '../../src/use-cases/submit-return.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Refusal, Typed } from '../cards/question.ts';
import { questionCard } from '../cards/question-card.ts';
import { figureWithUnit } from '../views/cycle-words.ts';
import { questionView } from '../views/question-view.ts';
import { savedWords } from '../views/receipt-view.ts';
import { refusedWords } from '../words.ts';
import { answeredMeanwhileCard } from './answered-meanwhile-card.ts';
import { inCycle, type Turn, today } from './incoming.ts';
import { nextCard } from './next-card.ts';
import type { Pressed } from './read-press.ts';
import { namesFor, refusedCard } from './refused-card.ts';

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
  if (submitted.outcome === 'refused') return refusedAnswer(turn, { person, press }, submitted);
  const registers = turn.ports.replica.registers();
  const cycle = registers.cycles.get(submitted.return.cycle ?? '');
  if (cycle === undefined) throw new Error(`Return ${data.return} was taken outside any cycle.`);
  return nextCard(inCycle(turn, person, cycle), savedWords(registers, data.return, today(turn)));
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

const notSaved = 'Not saved.';

const refusedAnswer = (
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
  if (refused.reason === 'answered meanwhile')
    return answeredMeanwhileCard(
      registers,
      { refused, asked },
      {
        typed: typedSummary(press),
        today: today(turn),
      },
    );
  const { words, field } = refusedWords(refused, namesFor(registers, measure));
  if (field === null) return refusedCard(registers, refused, { cycle, title: notSaved });
  const refusal: Refusal = { words, field, computed: computedIn(refused, measure) };
  const typed: Typed = press.data;
  const at = inCycle(turn, person, cycle);
  return questionCard(questionView({ ...at, return: asked, measure, typed, refusal, saved: null }));
};

/** A commentary is only ever required of a figure that is off target. */
const computedIn = (refused: Refused, measure: Measure): Refusal['computed'] =>
  refused.reason === 'commentary required'
    ? { figure: figureWithUnit(measure, refused.value), standing: 'off target' }
    : null;

/** What the person typed, in a line, so that nothing typed is lost with the card. */
const typedSummary = ({ verb, data }: Press): string =>
  (verb === 'no-data'
    ? [`no data until ${data.until}`, data.because]
    : [data.value || [data.numerator, data.denominator].join(' / '), data.commentary]
  )
    .filter((each) => each.trim() !== '')
    .join('; ');
