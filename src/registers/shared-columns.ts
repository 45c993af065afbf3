// Columns that mean the same in several registers, declared once.
import { choice, longText, number } from './register.ts';
import { workStatuses } from './work-words.ts';

/** Declared beside their words, where the tab may read them. */
export { type WorkStatus, workStatuses } from './work-words.ts';

/** How a piece of work goes, and how far it has come. */
export const status = choice('Status', workStatuses, { note: 'Blank is not yet reported.' });
export const percent = number('Percent complete', {
  note: '0 to 100. Blank is not yet reported.',
});

/** Projects and savings wait in a pipeline before they go live. */
export const stage = choice('Stage', ['pipeline', 'live', 'complete', 'stopped']);

/** What the source says of itself that does not agree. */
export const query = longText('Query', {
  note: 'Where the source disagrees with itself: it is kept as printed.',
});
