// How work stands on a card: the shape and the word, in the colour that goes with them.
import type { WorkStatus } from '../../src/registers/shared-columns.ts';
import { workStatusWords } from '../../src/registers/work-words.ts';
import type { Colour, Run } from './adaptive-card.ts';
import { run } from './card-parts.ts';

export const statusText = (status: WorkStatus): string => {
  const { glyph, words } = workStatusWords[status];
  return `${glyph} ${words}`;
};

const colours: { readonly [C in (typeof workStatusWords)[WorkStatus]['colour']]: Colour } = {
  blue: 'Accent',
  green: 'Good',
  amber: 'Warning',
  red: 'Attention',
  grey: 'Default',
};

export const workStatusRun = (status: WorkStatus): Run =>
  run(statusText(status), { color: colours[workStatusWords[status].colour], weight: 'Bolder' });
