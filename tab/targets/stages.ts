// Which lines of the year's targets stand together, in which order, and which of those chosen may go where.
import type { TargetLine } from '../../src/web/api-targets.ts';

export type Group = {
  readonly heading: string;
  readonly lines: readonly TargetLine[];
};

const headings: readonly {
  readonly heading: string;
  readonly holds: (line: TargetLine) => boolean;
}[] = [
  { heading: 'Waiting for you', holds: ({ waitsForMe }) => waitsForMe },
  {
    heading: 'Proposed, waiting for a director',
    holds: ({ stage, waitsForMe }) => stage === 'proposed' && !waitsForMe,
  },
  { heading: 'Endorsed, waiting to be agreed', holds: ({ stage }) => stage === 'endorsed' },
  { heading: 'Sent back to the owner', holds: ({ stage }) => stage === 'sent back' },
  { heading: 'Not proposed yet', holds: ({ stage }) => stage === 'to propose' },
];

/** Those with a line in them; each line is in one. */
export const groupsOf = (lines: readonly TargetLine[]): readonly Group[] =>
  headings
    .map(({ heading, holds }) => ({ heading, lines: lines.filter(holds) }))
    .filter((group) => group.lines.length > 0);

/** A line that nothing could be done with in bulk has nothing to be chosen for. */
export const mayChoose = ({ may }: TargetLine): boolean => may.endorse || may.agree;

export type Seen = { readonly target: string; readonly revision: number };

export type Chosen = {
  readonly endorse: readonly Seen[];
  readonly agree: readonly Seen[];
  /** How many of those to be agreed no director has endorsed. */
  readonly notEndorsed: number;
};

/** Of the chosen keys, those that may still go each way as they stand now. */
export const chosenOf = (lines: readonly TargetLine[], keys: ReadonlySet<string>): Chosen => {
  const chosen = lines.filter(({ key }) => keys.has(key));
  const agree = chosen.filter(({ may }) => may.agree);
  return {
    endorse: chosen.filter(({ may }) => may.endorse).map(seen),
    agree: agree.map(seen),
    notEndorsed: agree.filter(({ stage }) => stage !== 'endorsed').length,
  };
};

export const seen = ({ key, revision }: TargetLine): Seen => ({ target: key, revision });
