// How work stands, as every audience reads it: a shape, a word and a colour, always together.
// No Temporal: the tab loads this file in any web view.
import type { WorkStatus } from './shared-columns.ts';

export const workStatusWords: {
  readonly [S in WorkStatus]: {
    readonly glyph: string;
    readonly words: string;
    readonly colour: 'blue' | 'green' | 'amber' | 'red' | 'grey';
  };
} = {
  'not started': { glyph: '○', words: 'Not started', colour: 'grey' },
  'on track': { glyph: '●', words: 'On track', colour: 'green' },
  'at risk': { glyph: '▲', words: 'At risk', colour: 'amber' },
  delayed: { glyph: '■', words: 'Delayed', colour: 'red' },
  complete: { glyph: '✓', words: 'Complete', colour: 'blue' },
  stopped: { glyph: '–', words: 'Stopped', colour: 'grey' },
};
