// What every question of a sitting has in common: a figure's, and a year's target. Its notice, its
// measure, its number and reason fields with a refusal at the one it is about, and its save button.
import {
  type Action,
  type AdaptiveCard,
  adaptiveCard,
  button,
  type CardData,
  type Element,
  type Run,
} from './adaptive-card.ts';
import { heading, notice, run, sentence, small, statusRun } from './card-parts.ts';
import { cardText, plainText, shortened } from './card-text.ts';
import { spokenHistory } from './history-table.ts';
import type { Asked, Kept, Position, Saved } from './question.ts';

type Question = {
  readonly verb: 'answer' | 'target' | 'report' | 'confirm-figure';
  /** What a reader of the screen hears first: what it is about, and what is asked of it. */
  readonly spoken: string;
  /** Sent with the answer though it is not asked. */
  readonly unasked?: CardData;
  /** On the button that saves; where it is left out, "Save and next (1 of 3)". */
  readonly save?: string;
  /** The verb that keeps what is typed for later. */
  readonly keeps?: 'keep' | 'keep-line';
  /** In place of saving, where there is more to fill in first. */
  readonly first?: Action;
  readonly body: (data: CardData) => readonly Element[];
};

type AskedWhere = Pick<Asked, 'cycle' | 'return' | 'revision' | 'refusal' | 'position'> &
  Partial<Pick<Asked, 'history'>>;

export const askingCard = (asked: AskedWhere, question: Question): AdaptiveCard => {
  const { cycle, return: key, revision, history = [], refusal, position } = asked;
  const { verb, spoken, unasked, body, keeps = 'keep' } = question;
  const data: CardData = { v: 1, cycle, return: key, revision, ...unasked };
  const [newest] = history;
  const past = newest === undefined ? '' : ` ${spokenHistory(newest)}.`;
  const said = refusal === null ? '' : `Not saved. ${refusal.words} `;
  const title = question.save ?? saveTitle(position);
  const save = question.first ?? button({ title, verb, data, primary: true, withInputs: true });
  const later = { ...data, to: 'later' };
  const keep =
    position === null
      ? []
      : [button({ title: 'Save for later', verb: keeps, data: later, withInputs: true })];
  return adaptiveCard(`${said}${spoken}.${past}`, [...body(data)], [save, ...keep]);
};

/** Where to look; the reason stands at the field, and is not said twice. */
export const noticeOf = (
  { refusal, saved }: Pick<Asked, 'refusal' | 'saved'>,
  labelsOf: (field: string) => readonly string[],
  computed: readonly Run[] = [],
): Element[] => {
  if (refusal === null) return saved === null ? [] : [savedNotice(saved)];
  const { field, words } = refusal;
  return [
    notice('refused', [
      run('Not saved. ', { weight: 'Bolder' }),
      ...computed,
      run(field === null ? words : `See ${quoted(labelsOf(field))} below.`),
    ]),
  ];
};

/** '"Commentary" and "What will be done"' */
const quoted = (labels: readonly string[]): string =>
  labels.map((label) => `"${label}"`).join(' and ');

/** "Saved. Household waste recycled: 83.2% ■ Off target" */
export const savedNotice = (saved: Saved | Kept): Element => {
  if ('keptName' in saved)
    return notice('kept', [
      run('Kept for later. ', { weight: 'Bolder' }),
      run(`${saved.keptName}: what you typed waits for you, and is not an answer yet.`),
    ]);
  const { name, result, onItsWay = false } = saved;
  return notice('saved', [
    run('Saved. ', { weight: 'Bolder' }),
    ...savedRuns(name, result),
    ...(onItsWay ? [run(`. ${onItsWayWords}`)] : []),
  ]);
};

/** What was typed earlier and not saved stands in the fields again: said, so that nobody is puzzled. */
export const keptLine = ({ keptOn }: Pick<Asked, 'keptOn'>): Element[] =>
  keptOn === null ? [] : [small(`As you left it on ${keptOn}.`, 'Default')];

const longestSentBack = 600;

/** Why it is asked once more, with the answer still in its fields. */
export const sentBackNotice = ({ sentBack }: Pick<Asked, 'sentBack'>): Element[] =>
  sentBack === null
    ? []
    : [
        notice('sent-back', [
          run('Sent back. ', { weight: 'Bolder' }),
          run(shortened(sentBack, longestSentBack)),
        ]),
      ];

/** In the past tense, since the card may stay in the chat long after. */
const onItsWayWords =
  'Kept. SharePoint was not answering, so it goes into the register as soon as it is back. You need not send it again.';

const savedRuns = (name: string, result: Saved['result']): Run[] => {
  if ('until' in result) return [run(`${name}: no data until ${result.until}`)];
  if ('reported' in result) return [run(`${name}: ${result.reported}`)];
  if ('target' in result) return [run(`${name}: ${result.target}`)];
  if ('noTarget' in result) return [run(`${name}: no target. ${result.noTarget}`)];
  return [run(`${name}: ${result.figure} `), statusRun(result.standing)];
};

/** Which of how many, as it stands on the button that saves; blank while an answer is corrected. */
export const positionWords = (position: Position | null): string =>
  position === null || position.of === 1 ? '' : ` (${position.number} of ${position.of})`;

export const aboutMeasure = (
  { code, goodIs, standingInFor }: Pick<Asked, 'code' | 'goodIs' | 'standingInFor'>,
  { title, target }: { readonly title: string; readonly target: string },
): Element[] => {
  const beneath = [
    `Measure ${code}`,
    ...(goodIs === null ? [] : [goodIs]),
    ...(standingInFor === null ? [] : [`for ${standingInFor}`]),
  ];
  return [heading(title), small(beneath.join(' · '), 'None'), sentence(target, 'Small')];
};

type FieldAsked = {
  readonly id: string;
  readonly label: string;
  readonly typed: string;
  readonly refusal: Asked['refusal'];
};

const longestNumber = 60;

type NumberAsked = FieldAsked & { readonly placeholder?: string };

/** Text, since Teams sends numbers in the person's locale. */
export const numberField = ({
  id,
  label,
  typed,
  refusal,
  placeholder = 'A number, such as 1,234.5',
}: NumberAsked): Element[] => [
  {
    type: 'Input.Text',
    id,
    label: plainText(label),
    value: typed,
    placeholder,
    errorMessage: 'A number is needed here, such as 1,234.5.',
    ...withinMost(longestNumber, typed),
  },
  ...noteAt(refusal, id),
];

type ReasonAsked = FieldAsked & {
  readonly placeholder: string;
  readonly error: string;
  readonly longest: number;
};

export const reasonField = (asked: ReasonAsked): Element[] => [
  {
    type: 'Input.Text',
    id: asked.id,
    label: asked.label,
    placeholder: asked.placeholder,
    value: asked.typed,
    errorMessage: asked.error,
    ...withinMost(asked.longest, asked.typed),
  },
  ...noteAt(asked.refusal, asked.id),
];

/** A limit shorter than what is already typed would cut it. */
export const withinMost = (longest: number, typed: string) =>
  typed.length <= longest ? { maxLength: longest } : {};

/** The refusal, at the field it is about. */
export const noteAt = (refusal: Asked['refusal'], field: string): Element[] =>
  refusal?.field !== field
    ? []
    : [
        {
          type: 'TextBlock',
          text: cardText(refusal.words),
          wrap: true,
          color: 'Attention',
          size: 'Small',
          spacing: 'None',
        },
      ];

/** Closed until asked for, and open when it is what was refused. */
export const panel = (
  id: string,
  { open, items }: { readonly open: boolean; readonly items: readonly Element[] },
): Element => ({
  type: 'Container',
  id,
  style: 'emphasis',
  spacing: 'Medium',
  isVisible: open,
  items: [...items],
});

export const toggle = (title: string, opens: string): Action => ({
  type: 'Action.ToggleVisibility',
  title,
  targetElements: [opens],
});

const saveTitle = (position: Position | null): string => {
  if (position === null) return 'Save the correction';
  const { number, of } = position;
  if (of === 1) return 'Save';
  return `Save and ${number < of ? 'next' : 'finish'}${positionWords(position)}`;
};
