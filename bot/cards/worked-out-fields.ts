// What a question shows in place of its fields where the registers answer it themselves: the figure, how it
// was come by, and a way to say that it is not right.
import { button, type CardData, type Element } from './adaptive-card.ts';
import { line, run, sentence, small, statusRun } from './card-parts.ts';
import type { QuestionView, WorkedOutShown } from './question.ts';
import { labelOf } from './question-fields.ts';
import { panel, positionWords, reasonField } from './question-parts.ts';

export const workedOutBlock = ({ figure, standing, words }: WorkedOutShown): Element => ({
  type: 'Container',
  id: 'worked-out',
  style: 'emphasis',
  spacing: 'Medium',
  items: [
    line([run(`${figure} `, { weight: 'Bolder' }), statusRun(standing)]),
    sentence(words, 'Small'),
    small('Worked out from the registers: nothing is to be typed.'),
  ],
});

/** "Confirm 83.3% (1 of 3)" */
export const confirmTitle = ({ figure }: WorkedOutShown, { position }: QuestionView): string =>
  `Confirm ${figure}${positionWords(position)}`;

/** It is saved as provisional, and what is said goes with it to everyone who reads it. */
export const notRightPanel = (view: QuestionView, data: CardData): Element =>
  panel('not-right', {
    open: view.typed.because !== '' || view.refusal?.field === 'because',
    items: [
      ...reasonField({
        id: 'because',
        label: labelOf(view, 'because'),
        placeholder: 'Such as: two actions were finished and are not marked so',
        error: 'Say what is not right about it.',
        typed: view.typed.because,
        longest: view.longestCommentary,
        refusal: view.refusal,
      }),
      small(
        'It stands in the commentary, for the performance team to look into, and the figure is provisional until then.',
      ),
      {
        type: 'ActionSet',
        actions: [
          button({
            title: 'Save that it is not right',
            verb: 'confirm-figure',
            data: { ...data, finality: 'provisional' },
            withInputs: true,
          }),
        ],
      },
    ],
  });
