// What was promised of a measure and what came of it, in a sentence and in two cells.
import { notYetReported, workStatusWords } from '../../registers/work-words.ts';
import type { PromiseFact } from '../dataset/dataset.ts';
import { dayWords } from './cells.ts';

/** 'Promised in Q1 2020-21: Second adviser, by Wed 30 September 2020. Complete on Mon 28 September 2020; the figure has not got better.' */
export const promiseSentence = (promise: PromiseFact): string => {
  const when = promise.promisedIn === '' ? 'Promised' : `Promised in ${promise.promisedIn}`;
  const by = promise.dueOn === null ? '' : `, by ${dayWords(promise.dueOn)}`;
  const worked = workedWords(promise);
  // A title that was written as a sentence goes on in ours.
  const title =
    by === '' ? promise.title.replace(/\.+$/u, '') : promise.title.replace(/[.;,\s]+$/u, '');
  return `${when}: ${title}${by}. ${becameWords(promise)}${worked === null ? '' : `; ${worked}`}.`;
};

export const becameWords = ({ status, completedOn }: PromiseFact): string => {
  const words = status === null ? notYetReported.words : workStatusWords[status].words;
  return status === 'complete' && completedOn !== null
    ? `${words} on ${dayWords(completedOn)}`
    : words;
};

/** Null while it is not done: then there is nothing to tell yet. */
const workedWords = ({ status, worked }: PromiseFact): string | null => {
  if (status !== 'complete') return null;
  if (worked === null) return 'it cannot be told yet whether it worked';
  return worked ? 'the figure has got better since' : 'the figure has not got better since';
};

/** In a column headed "Did it work". */
export const workedCell = (promise: PromiseFact): string => {
  if (promise.status === 'stopped') return 'Stopped';
  if (promise.status !== 'complete') return 'Not done yet';
  if (promise.worked === null) return 'Cannot be told yet';
  return promise.worked ? 'Yes: the figure is better' : 'No: the figure is not better';
};
