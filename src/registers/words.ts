// Words and shapes every audience reads, shared by card, tab, Word and HTML.
// No Temporal, no imports: the tab loads this file in any web view.

/** How a figure stands. What is no verdict, from not yet available on, leaves every percentage. */
export const standings = [
  'better than target',
  'on target',
  'within tolerance',
  'off target',
  'not yet available',
  'target not yet agreed',
  'data only',
] as const;
export type Standing = (typeof standings)[number];

/** A status is a shape, a word and a colour, always together (WCAG 1.4.1). */
export const standingWords: {
  readonly [S in Standing]: {
    readonly glyph: string;
    readonly words: string;
    readonly colour: 'blue' | 'green' | 'amber' | 'red' | 'grey';
  };
} = {
  'better than target': { glyph: '★', words: 'Better than target', colour: 'blue' },
  'on target': { glyph: '●', words: 'On target', colour: 'green' },
  'within tolerance': { glyph: '▲', words: 'Within tolerance', colour: 'amber' },
  'off target': { glyph: '■', words: 'Off target', colour: 'red' },
  'not yet available': { glyph: '○', words: 'Not yet available', colour: 'grey' },
  'target not yet agreed': { glyph: '◇', words: 'Target not yet agreed', colour: 'grey' },
  'data only': { glyph: '–', words: 'Data only', colour: 'grey' },
};

type StandingWords = (typeof standingWords)[Standing];

/** Where a measure is rated by the quarter of its neighbours it stands in, the four colours say that. */
const quartileWords: { readonly [S in Standing]?: string } = {
  'better than target': 'Best quarter',
  'on target': 'Second best quarter',
  'within tolerance': 'Second worst quarter',
  'off target': 'Worst quarter',
};

/** By what a figure is rated: its target, or the quarter of its neighbours it stands in. */
export type RatedAgainst = 'target' | 'quartile';

/** Shape, word and colour of a standing, whatever it is rated against: what every audience reads. */
export const wordsOfStanding = (
  standing: Standing,
  against: RatedAgainst = 'target',
): StandingWords => {
  const usual = standingWords[standing];
  const words = against === 'quartile' ? quartileWords[standing] : undefined;
  return words === undefined ? usual : { ...usual, words };
};

/** Better and worse need a polarity; a measure with none reads higher or lower. */
export const directions = ['better', 'same', 'worse', 'higher', 'lower'] as const;
export type Direction = (typeof directions)[number];

export const directionWords: {
  readonly [D in Direction]: { readonly arrow: string; readonly words: string };
} = {
  better: { arrow: '↗', words: 'Better' },
  same: { arrow: '→', words: 'Same' },
  worse: { arrow: '↘', words: 'Worse' },
  higher: { arrow: '↑', words: 'Higher' },
  lower: { arrow: '↓', words: 'Lower' },
};

/** "→ Same, within 0.5": the word beside its arrow, and for the same how near that is where it is said. */
export const directionSaid = (direction: Direction, within: string | null): string => {
  const { arrow, words } = directionWords[direction];
  return direction === 'same' && within !== null
    ? `${arrow} ${words}, ${within}`
    : `${arrow} ${words}`;
};

export const returnStates = ['Due', 'Returned', 'No data until', 'Withdrawn'] as const;
export type ReturnState = (typeof returnStates)[number];

/** Each person and step is in exactly one of these. */
export const notificationStates = [
  'Queued',
  'Sent',
  'Not needed',
  'Passed over',
  'Withdrawn',
  'Unreachable',
  'Failed',
] as const;
export type NotificationState = (typeof notificationStates)[number];

/**
 * The ladder, in order; then what comes besides: somebody cannot be reached, a date given for a figure
 * has come, the performance team reminds somebody, a measure needs another owner, a return waits for
 * somebody's word or is sent back, SMT hears of the week or at once, and what it asks and is answered.
 */
export const ladderSteps = ['Opening', 'Reminder', 'Deadline', 'Manager', 'SMT'] as const;
export type LadderStep = (typeof ladderSteps)[number];
export const steps = [
  ...ladderSteps,
  'Unreachable',
  'Back',
  'Nudge',
  'Hand-over',
  'Approve',
  'Sent back',
  'Digest',
  'Urgent',
  'Question',
  'Answer',
] as const;
export type Step = (typeof steps)[number];

/** What a message of a step is called among others: "first card: sent". */
export const stepWords: { readonly [S in Step]: string } = {
  Opening: 'first card',
  Reminder: 'reminder',
  Deadline: 'deadline reminder',
  Manager: 'word to the manager',
  SMT: 'word to SMT',
  Unreachable: 'word of who cannot be reached',
  Back: 'asked again on its date',
  Nudge: 'nudge',
  'Hand-over': 'hand-over',
  Approve: 'returns to approve',
  'Sent back': 'sent back',
  Digest: 'weekly word to SMT',
  Urgent: 'urgent word to SMT',
  Question: 'question about an escalation',
  Answer: 'answer to a question',
};
