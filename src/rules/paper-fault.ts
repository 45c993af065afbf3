// What can stand against clearing, rewording or issuing a paper, or releasing a hold: as values, and in the
// words everybody reads.

import { type DatasetFault, datasetFaultWords } from './dataset/parts.ts';
import { dateWords } from './date-words.ts';
import { type Clearance, clearanceWords } from './paper-stages.ts';

export type PaperFault =
  | { readonly kind: 'unknown' }
  /** Its figures may still change: nothing is cleared of them yet. */
  | { readonly kind: 'not closed' }
  | { readonly kind: 'figures'; readonly fault: DatasetFault }
  | { readonly kind: 'not theirs'; readonly clearance: Clearance }
  | { readonly kind: 'not a reworder' }
  | { readonly kind: 'not the officer' }
  | { readonly kind: 'issued' }
  | { readonly kind: 'words frozen'; readonly on: Temporal.PlainDate }
  | { readonly kind: 'unknown line' }
  | { readonly kind: 'reworded meanwhile'; readonly by: string | null }
  /** By somebody, while the paper was looked at to be cleared. */
  | { readonly kind: 'words changed' }
  | { readonly kind: 'same words' }
  | { readonly kind: 'not cleared'; readonly left: readonly Clearance[] }
  | { readonly kind: 'held'; readonly until: Temporal.PlainDate; readonly title: string }
  | { readonly kind: 'not issued' }
  | { readonly kind: 'not for the public' }
  | { readonly kind: 'no such hold' }
  | { readonly kind: 'released'; readonly by: string | null }
  | { readonly kind: 'blank'; readonly what: 'reworded' | 'released' }
  | { readonly kind: 'too long'; readonly what: 'words' | 'reason'; readonly by: number };

/** Of words as a paper prints them, and of a reason for something. */
export const longestWords = 4_000;
export const longestReason = 500;

const wantedOf: { readonly [C in Clearance]: string } = {
  finance: 'Whoever holds the section 151 officer’s post clears a paper for finance',
  legal: 'Whoever holds the monitoring officer’s post clears a paper for legal',
  portfolio: 'The performance team records what the portfolio holder has agreed',
};

/** A sentence or two: what happened, and what to do. `name`: a person's post by their key. */
export const paperFaultWords = (fault: PaperFault, name: (key: string) => string): string => {
  const who = (by: string | null) => (by === null ? 'Somebody' : name(by));
  switch (fault.kind) {
    case 'unknown':
      return 'There is no such paper.';
    case 'not closed':
      return 'The quarter has not closed, so its figures and words may still change. Nothing is cleared or changed here until it has.';
    case 'figures':
      return fault.fault === 'not frozen'
        ? 'The figures of this quarter were not frozen when it closed, so its papers stay drafts.'
        : datasetFaultWords[fault.fault];
    case 'not theirs':
      return `${wantedOf[fault.clearance]}. Nothing was changed.`;
    case 'not a reworder':
      return 'Words are changed by the performance team, and by whoever clears the paper for finance or legal. Nothing was changed.';
    case 'not the officer':
      return 'A hold is released by whoever holds the monitoring officer’s post. Nothing was changed.';
    case 'issued':
      return 'This paper has been issued, or is being issued, and stays as it is. Nothing was changed.';
    case 'words frozen':
      return `Its agenda was sent out on ${dateWords(fault.on)}, and its words stay as they were then. Nothing was changed.`;
    case 'unknown line':
      return 'This paper says nothing of that line. Nothing was changed.';
    case 'reworded meanwhile':
      return `${who(fault.by)} has changed these words meanwhile. Look at them before changing them.`;
    case 'words changed':
      return 'Its words were changed while you looked at it. Look at them before clearing it. Nothing was cleared.';
    case 'same words':
      return 'These are the words that stand already. Nothing was changed.';
    case 'not cleared':
      return `It waits for ${listed(fault.left.map((each) => clearanceWords[each].toLowerCase()))} to clear it, with its words as they are now. Nothing was issued.`;
    case 'held':
      return `Nothing is published until ${dateWords(fault.until)} has passed: ${fault.title}. It can be read here meanwhile.`;
    case 'not issued':
      return 'This paper has not been issued, so there is no copy for publication yet. It can be read here meanwhile.';
    case 'not for the public':
      return 'This paper is read inside the council alone, so there is no copy for publication.';
    case 'no such hold':
      return 'There is no such hold. Nothing was changed.';
    case 'released':
      return `${who(fault.by)} has released this hold already.`;
    case 'blank':
      return fault.what === 'released'
        ? 'Say in a few words why it is released. It is held until then.'
        : 'Say in a few words why the words are changed. Nothing is changed yet.';
    case 'too long':
      return `${fault.what === 'words' ? `The words may be ${longestWords}` : `The reason may be ${longestReason}`} characters. Shorten by ${fault.by}: what you typed is kept.`;
    default:
      return never(fault);
  }
};

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const never = (fault: never): never => {
  throw new Error(`No words for ${JSON.stringify(fault)}.`);
};

/** 403 a right, 404 unknown, 409 out of step with others, 422 what was typed. */
export const paperFaultStatus = ({ kind }: PaperFault): 403 | 404 | 409 | 422 => {
  if (kind === 'unknown' || kind === 'no such hold' || kind === 'unknown line') return 404;
  if (kind === 'not theirs' || kind === 'not a reworder' || kind === 'not the officer') return 403;
  return kind === 'blank' || kind === 'too long' ? 422 : 409;
};
