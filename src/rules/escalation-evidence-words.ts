// How the evidence of an escalation is written and read again: a line each for how bad it is, how long,
// what was said, what was promised last time and what became of that. It is kept as it stood.

/** Null is not known, or there was none. */
export type EscalationEvidence = {
  /** The figures, and what they are held against. */
  readonly howBad: string;
  readonly howLong: string | null;
  /** The owner's own words. */
  readonly said: string | null;
  readonly promised: string | null;
  /** What became of what was promised. */
  readonly became: string | null;
  /** What a reader must know of the figures: provisional, illustrative. */
  readonly caveat: string | null;
};

const labels = {
  howLong: 'How long',
  said: 'Said of it',
  promised: 'Promised last time',
  became: 'What became of it',
  caveat: 'Of the figures',
} as const;
type Labelled = keyof typeof labels;
const labelled = Object.keys(labels) as readonly Labelled[];

const longest = 600;

export const evidenceText = (evidence: EscalationEvidence): string =>
  [
    oneLine(evidence.howBad),
    ...labelled.flatMap((name) => {
      const words = evidence[name];
      return words === null || words.trim() === '' ? [] : [`${labels[name]}: ${oneLine(words)}`];
    }),
  ].join('\n');

/** What carries no label is how bad it is: a text somebody has edited by hand is shown all the same. */
export const readEvidence = (text: string | null): EscalationEvidence => {
  const lines = (text ?? '').split('\n').map((each) => each.trim());
  const found = new Map<Labelled, string>();
  const plain: string[] = [];
  for (const line of lines) {
    const name = labelled.find((each) => line.startsWith(`${labels[each]}: `));
    if (name === undefined) plain.push(line);
    else found.set(name, line.slice(labels[name].length + 2));
  }
  const said = (name: Labelled) => found.get(name) ?? null;
  return {
    howBad: plain.filter((each) => each !== '').join(' '),
    howLong: said('howLong'),
    said: said('said'),
    promised: said('promised'),
    became: said('became'),
    caveat: said('caveat'),
  };
};

const oneLine = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
};
