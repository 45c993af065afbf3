// Asks which measure is not a person's any more, and why, and says who will read it.
import { type AdaptiveCard, adaptiveCard, button } from './adaptive-card.ts';
import { heading, sentence } from './card-parts.ts';
import { plainText, shortened } from './card-text.ts';
import { noteAt, withinMost } from './question-parts.ts';

export type NotMineForm = {
  readonly cycle: string;
  /** Their own, of what they owe: at least one. */
  readonly returns: readonly { readonly key: string; readonly name: string }[];
  /** "Assistant Director, Housing": who is asked to name another. */
  readonly manager: string;
  readonly typed: { readonly return: string; readonly because: string };
  readonly longest: number;
  readonly refusal: string | null;
};

/** A card may not pass 28 KB; whoever owes more lets go of these first. */
const mostChoices = 60;

export const notMineForm = (form: NotMineForm): AdaptiveCard => {
  const { cycle, returns, typed, refusal } = form;
  const title = 'Which is not yours any more?';
  const chosen = returns.find((each) => each.key === typed.return) ?? returns[0];
  return adaptiveCard(
    refusal === null ? title : `Not saved. ${refusal}`,
    [
      heading(title),
      sentence(`${form.manager} reads what you say here, and is asked to name another owner.`),
      {
        type: 'Input.ChoiceSet',
        id: 'return',
        label: 'Which one',
        style: 'compact',
        value: chosen?.key ?? '',
        errorMessage: 'Choose the one that is not yours.',
        choices: returns.slice(0, mostChoices).map((each) => ({
          title: plainText(shortened(each.name, 90)),
          value: each.key,
        })),
      },
      {
        type: 'Input.Text',
        id: 'because',
        label: 'Why, and whose it may be',
        placeholder: 'Such as: the service moved to Highways in September',
        isMultiline: true,
        value: typed.because,
        errorMessage: 'Say why it is not yours any more.',
        ...withinMost(form.longest, typed.because),
      },
      ...noteAt(refusal === null ? null : { words: refusal, field: 'because' }, 'because'),
    ],
    [
      button({
        title: 'It is not mine any more',
        verb: 'not-mine',
        data: { v: 1, cycle },
        primary: true,
        withInputs: true,
      }),
      button({ title: 'Go back', verb: 'owed', data: { v: 1 } }),
    ],
  );
};
