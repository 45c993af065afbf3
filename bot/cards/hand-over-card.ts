// The Hand-over card: which measures have nobody to answer for them, why, and a choice of whom to name.
import { type AdaptiveCard, adaptiveCard, button, type Element } from './adaptive-card.ts';
import { heading, notice, quiet, row, run, sentence, small } from './card-parts.ts';
import { plainText, shortened } from './card-text.ts';
import { plainCard } from './plain-card.ts';
import { noteAt } from './question-parts.ts';

export type Unowned = {
  readonly key: string;
  readonly name: string;
  /** "Head of Voids let it go: it moved to Repairs."; "Head of Voids left on Thu 1 October." */
  readonly why: string;
};

export type HandOverView = {
  readonly cycle: string;
  /** "2 measures need an owner" */
  readonly title: string;
  readonly measures: readonly Unowned[];
  readonly people: readonly { readonly key: string; readonly name: string }[];
  /** What is asked of the reader meanwhile: "Until then you are asked for 1 return." */
  readonly meanwhile: string | null;
  /** What the last press did. */
  readonly saved: string | null;
  readonly refusal: string | null;
  readonly chosen: { readonly measure: string; readonly owner: string };
};

/** Named for all at once. */
export const allOfThem = 'all';

const mostLines = 8;
const mostChoices = 60;

export const handOverCard = (view: HandOverView): AdaptiveCard => {
  const { cycle, measures, saved, refusal } = view;
  const [only] = measures;
  const said = refusal === null ? '' : `Not saved. ${refusal} `;
  const shown = measures.slice(0, mostLines);
  return adaptiveCard(
    `${said}${view.title}`,
    [
      ...(saved === null
        ? []
        : [notice('saved', [run('Saved. ', { weight: 'Bolder' }), run(saved)])]),
      heading(view.title),
      ...shown.map(({ name, why }) =>
        row(shortened(name, 120), null, [quiet(shortened(why, 200))]),
      ),
      ...(measures.length > shown.length
        ? [small(`and ${measures.length - shown.length} more`, 'Default')]
        : []),
      ...(view.meanwhile === null ? [] : [sentence(view.meanwhile)]),
      ...(measures.length > 1 ? [whichField(view)] : []),
      whoField(view),
      ...noteAt(refusal === null ? null : { words: refusal, field: 'owner' }, 'owner'),
    ],
    [
      button({
        title: 'Name the owner',
        verb: 'name-owner',
        data: { v: 1, cycle, ...(only && measures.length === 1 ? { measure: only.key } : {}) },
        primary: true,
        withInputs: true,
      }),
      ...(view.meanwhile === null
        ? []
        : [button({ title: 'Answer it myself', verb: 'start', data: { v: 1, cycle } })]),
    ],
  );
};

const whichField = ({ measures, chosen }: HandOverView): Element => {
  const listed = measures.slice(0, mostChoices).map(({ key, name }) => ({
    title: plainText(shortened(name, 90)),
    value: key,
  }));
  const choices = [{ title: `All ${measures.length} of them`, value: allOfThem }, ...listed];
  const isListed = choices.some((each) => each.value === chosen.measure);
  return {
    type: 'Input.ChoiceSet',
    id: 'measure',
    label: 'Which measure',
    style: 'compact',
    value: isListed ? chosen.measure : (listed[0]?.value ?? allOfThem),
    errorMessage: 'Choose a measure.',
    choices,
  };
};

const whoField = ({ people, chosen }: HandOverView): Element => ({
  type: 'Input.ChoiceSet',
  id: 'owner',
  label: 'Who answers for it from now on',
  style: 'compact',
  value: people.some((each) => each.key === chosen.owner) ? chosen.owner : '',
  errorMessage: 'Choose a person.',
  choices: people.slice(0, mostChoices).map(({ key, name }) => ({
    title: plainText(shortened(name, 90)),
    value: key,
  })),
});

/** Nothing is left to name, by this person or by another before them. */
export const allNamedCard = (sentences: readonly string[]): AdaptiveCard =>
  plainCard({
    title: 'Every measure of yours has an owner',
    sentences,
    button: { title: 'What do I owe?', verb: 'owed', data: { v: 1 } },
  });
