// How work stands, as every audience reads it: a shape, a word and a colour, always together.
// No Temporal, no imports: the tab loads this file in any web view.

export const workStatuses = [
  'not started',
  'on track',
  'at risk',
  'delayed',
  'complete',
  'stopped',
] as const;
export type WorkStatus = (typeof workStatuses)[number];

type Look = {
  /** The tab draws each of these itself (work-status.tsx). */
  readonly glyph: '◇' | '●' | '▲' | '■' | '✓' | '✕' | '○';
  readonly words: string;
  readonly colour: 'blue' | 'green' | 'amber' | 'red' | 'grey';
};

export const workStatusWords: { readonly [S in WorkStatus]: Look } = {
  'not started': { glyph: '◇', words: 'Not started', colour: 'grey' },
  'on track': { glyph: '●', words: 'On track', colour: 'green' },
  'at risk': { glyph: '▲', words: 'At risk', colour: 'amber' },
  delayed: { glyph: '■', words: 'Delayed', colour: 'red' },
  complete: { glyph: '✓', words: 'Complete', colour: 'blue' },
  stopped: { glyph: '✕', words: 'Stopped', colour: 'grey' },
};

/** Where a status is blank: nobody has said, which is neither good nor bad. */
export const notYetReported: Look = { glyph: '○', words: 'Not yet reported', colour: 'grey' };
