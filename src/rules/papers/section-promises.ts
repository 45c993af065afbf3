// What was promised where a measure missed its target, and whether it worked: the newest of each measure, those
// that were done and did not work first.
import type { PromiseFact } from '../dataset/dataset.ts';
import { dayCell, textCell } from './cells.ts';
import type { ToldMeasure } from './facts.ts';
import { counted, nameOf } from './measure-words.ts';
import type { PaperSection } from './paper.ts';
import { becameWords, workedCell } from './promise-words.ts';
import { paragraph } from './said.ts';
import { filledTableBlock, status, text } from './tables.ts';
import type { Told } from './told.ts';

type Promised = { readonly measure: ToldMeasure; readonly promise: PromiseFact };

/** Null where nothing was promised. `most`: how many rows. */
export const promisesSection = (
  { facts }: Told,
  { most = 20 }: { readonly most?: number } = {},
): PaperSection | null => {
  const promised = facts.measures
    .flatMap((measure) => measure.promises.map((promise): Promised => ({ measure, promise })))
    .toSorted((one, other) => placeOf(one.promise) - placeOf(other.promise));
  if (promised.length === 0) return null;
  const told = promised.slice(0, most);
  return {
    id: 'promises',
    heading: 'What was promised, and whether it worked',
    blocks: [
      paragraph(promisesSentence(promised.map(({ promise }) => promise))),
      ...filledTableBlock({
        dash: 'not said',
        id: 'table promises',
        caption: 'What was promised, what came of it, and whether it worked',
        columns: [
          text('Measure'),
          text('What was promised'),
          text('By'),
          status('Now'),
          text('Did it work'),
        ],
        rows: told.map(({ measure, promise }) => [
          textCell(nameOf(measure)),
          textCell(
            promise.promisedIn === '' ? promise.title : `${promise.title} (${promise.promisedIn})`,
          ),
          dayCell(promise.dueOn),
          {
            text: becameWords(promise),
            ...(promise.status === null ? {} : { status: promise.status }),
          },
          { text: workedCell(promise) },
        ]),
        notes: promised.length > most ? [`The first ${most} of ${promised.length}.`] : [],
      }),
    ],
    sections: [],
  };
};

const placeOf = ({ status: of, worked }: PromiseFact): number => {
  if (of === 'complete') return worked === false ? 0 : worked === null ? 3 : 4;
  if (of === 'delayed' || of === 'stopped') return 1;
  return 2;
};

const promisesSentence = (promises: readonly PromiseFact[]): string => {
  const done = promises.filter(({ status: of }) => of === 'complete');
  const worked = done.filter((each) => each.worked === true).length;
  const not = done.filter((each) => each.worked === false).length;
  const isOne = promises.length === 1;
  const of = `Of ${counted(promises.length, 'promise')}`;
  if (done.length === 0)
    return isOne ? 'The one promise is not done yet.' : `${of} none is done yet.`;
  const said = isOne
    ? 'The one promise is done'
    : `${of}, ${done.length} ${done.length === 1 ? 'is' : 'are'} done`;
  const them = (count: number) => (done.length === 1 ? 'it' : `${count} of them`);
  if (worked === 0 && not === 0)
    return `${said}; it cannot be told yet whether ${done.length === 1 ? 'it' : 'they'} worked.`;
  if (not === 0) return `${said}: the figure got better after ${them(worked)}.`;
  if (worked === 0) return `${said}: the figure did not get better after ${them(not)}.`;
  return `${said}: the figure got better after ${worked} of them and not after ${not}.`;
};
