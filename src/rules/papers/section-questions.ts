// What scrutiny asked and recommended: what waits for an answer, what was answered in writing, and the fate
// of each recommendation.
import { notYetReported, workStatusWords } from '../../registers/work-words.ts';
import type { Dataset, QuestionFact } from '../dataset/dataset.ts';
import { dayCell, dayWords, textCell } from './cells.ts';
import { counted, listed } from './measure-words.ts';
import type { Block, Cell, PaperSection } from './paper.ts';
import { paragraph } from './said.ts';
import { filledTableBlock, text } from './tables.ts';
import type { Told } from './told.ts';

/** Null where no question is outstanding, and none was answered. The longest overdue first. */
export const questionsSection = ({ facts }: Told): PaperSection | null => {
  const questions = facts.questions.filter(({ kind }) => kind === 'question');
  const waiting = questions
    .filter((each) => !isAnswered(each))
    .toSorted((one, other) => byDay(one.answerDueOn, other.answerDueOn));
  const answered = questions.filter(isAnswered);
  if (questions.length === 0) return null;
  return {
    id: 'questions',
    heading: 'Questions and their answers',
    blocks: [
      paragraph(waitingSentence(waiting, facts)),
      ...filledTableBlock({
        dash: 'not said',
        id: 'table questions',
        caption: 'Questions that wait for an answer',
        columns: [text('Question'), text('Asked on'), text('Answer due'), text('By now')],
        rows: waiting.map((each) => [
          textCell(each.title),
          dayCell(each.askedOn),
          dayCell(each.answerDueOn),
          { text: isOverdue(each, facts) ? 'Overdue' : 'Not yet answered' },
        ]),
        notes: [],
      }),
    ],
    sections: answered.map((each, at) => ({
      id: `answer ${at + 1}`,
      heading: each.title,
      blocks: answerBlocks(each),
      sections: [],
    })),
  };
};

const isAnswered = ({ answer, answeredOn }: QuestionFact): boolean =>
  answeredOn !== null || answer !== null;

const isOverdue = ({ answerDueOn }: QuestionFact, { asAt }: Pick<Dataset, 'asAt'>): boolean =>
  answerDueOn !== null && answerDueOn < asAt;

/** ISO days in order; what has none comes last. */
const byDay = (one: string | null, other: string | null): number => {
  const [from, to] = [one ?? '9999', other ?? '9999'];
  return from === to ? 0 : from < to ? -1 : 1;
};

const waitingSentence = (
  waiting: readonly QuestionFact[],
  facts: Pick<Dataset, 'asAt'>,
): string => {
  if (waiting.length === 0) return 'No question waits for an answer.';
  const late = waiting.filter((each) => isOverdue(each, facts)).length;
  const wait = waiting.length === 1 ? 'waits' : 'wait';
  return `${counted(waiting.length, 'question')} ${wait} for an answer, ${late} of them past ${waiting.length === 1 ? 'its' : 'their'} day.`;
};

const answerBlocks = ({ answer, answeredOn, askedOn }: QuestionFact): readonly Block[] => {
  const asked = askedOn === null ? 'Asked' : `Asked on ${dayWords(askedOn)}`;
  const when = answeredOn === null ? '' : ` on ${dayWords(answeredOn)}`;
  return [paragraph(`${asked}, answered in writing${when}.`), ...answerSaid(answer)];
};

/** An answer that was cleared as blank is in the register, and is not printed. */
const answerSaid = (answer: string | null): readonly Block[] => {
  if (answer === '') return [paragraph('The answer is not printed.')];
  return answer === null || answer.trim() === ''
    ? [paragraph('What was answered is not in the register.')]
    : [{ kind: 'quote', text: answer, by: 'Answer in writing' }];
};

/** Recommendations with their response and what came of them; those with no response first. */
export const recommendationsSection = ({ facts }: Told): PaperSection | null => {
  const made = facts.questions
    .filter(({ kind }) => kind === 'recommendation')
    .toSorted((one, other) => Number(one.response !== null) - Number(other.response !== null));
  const work = facts.questions.filter(
    ({ kind }) => kind === 'spotlight' || kind === 'task and finish',
  );
  if (made.length === 0 && work.length === 0) return null;
  return {
    id: 'recommendations',
    heading: 'Recommendations and what came of them',
    blocks: [
      paragraph(fateSentence(made)),
      ...filledTableBlock({
        dash: 'not said',
        id: 'table recommendations',
        caption: 'Recommendations, their response and what came of them',
        columns: [
          text('Recommendation'),
          text('Response'),
          text('Because'),
          text('What came of it'),
        ],
        rows: made.map((each): readonly Cell[] => [
          textCell(each.title),
          { text: each.response === null ? 'None yet' : responseWords[each.response] },
          textCell(each.because),
          { text: fateOf(each) },
        ]),
        notes: [],
      }),
      ...filledTableBlock({
        dash: 'not said',
        id: 'table scrutiny work',
        caption: 'Scrutiny work under way or done',
        columns: [text('Work'), text('Kind'), text('Since')],
        rows: work.map((each) => [
          textCell(each.title),
          { text: each.kind === 'spotlight' ? 'Spotlight session' : 'Task and finish group' },
          dayCell(each.askedOn),
        ]),
        notes: [],
      }),
    ],
    sections: [],
  };
};

const responseWords = {
  accepted: 'Accepted',
  'part-accepted': 'Accepted in part',
  rejected: 'Rejected',
} as const;

/** What counts nought is not said. */
const fateSentence = (made: readonly QuestionFact[]): string => {
  const of = (response: QuestionFact['response'], words: string): readonly string[] => {
    const count = made.filter((each) => each.response === response).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? 'is' : 'are'} ${words}`];
  };
  const fates = [
    ...of('accepted', 'accepted'),
    ...of('part-accepted', 'accepted in part'),
    ...of('rejected', 'rejected'),
    ...of(null, 'without a response yet'),
  ];
  return `Of ${counted(made.length, 'recommendation')}, ${listed(fates)}.`;
};

const fateOf = ({ actions, response, isBegun }: QuestionFact): string => {
  if (actions.length === 0 && isBegun) return 'Begun';
  if (actions.length === 0)
    return response === null || response === 'rejected' ? '–' : 'Nothing begun';
  return actions
    .map(
      ({ title, status }) =>
        `${title}: ${(status === null ? notYetReported : workStatusWords[status]).words.toLowerCase()}`,
    )
    .join('; ');
};
