// How the rows of the hosted Outbox are named, so that a range of names is a kind of row in its order.
// Table storage refuses / \ # ? and control characters in a key, and a key of more than 512 characters;
// it compares them with case.
import { createHash } from 'node:crypto';
import { fold } from '../registers/same-key.ts';

/** Names of rows from `from` on and before `to`. */
export type Range = { readonly from: string; readonly to: string };

/** What every commit changes: https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions */
export const headKey = 'h';

/** Half of what is allowed: what is longer keeps its beginning and is told apart by its hash. */
const longest = 250;

const plain = /[^a-z0-9 |.:;,=@()_-]/g;

/** The same for keys that compare as the same, and for no others. */
export const escapeKey = (key: string): string => {
  const escaped = fold(key).replace(plain, asCode);
  if (escaped.length <= longest) return escaped;
  const hash = createHash('sha256').update(fold(key)).digest('hex');
  return `${escaped.slice(0, longest)}~~${hash}`;
};

const asCode = (unit: string): string => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

export const claimKey = (key: string): string => `c|${escapeKey(key)}`;

const digits = 16;
const numbered = (kind: string, number: number): string =>
  `${kind}|${String(number).padStart(digits, '0')}`;

/** By the last of its changes: those after a sequence are then one range. */
export const changesKey = (last: number): string => numbered('p', last);
export const messageKey = (place: number): string => numbered('m', place);
export const textKey = (id: string, part: number): string => `t|${id}|${numbered('', part)}`;

/** Says of a long text that no row names it yet. */
export const unnamedKey = (id: string): string => `d|${id}`;
/** Every row of a kind: '}' comes next after '|'. */
export const allUnnamed: Range = { from: 'd|', to: 'd}' };

/** The last sequence or the place that a row's name tells. */
export const numberIn = (rowKey: string): number => Number(rowKey.slice(2));

export const changesBetween = (above: number, upTo: number): Range => ({
  from: changesKey(above + 1),
  to: changesKey(upTo + 1),
});
export const allMessages: Range = { from: 'm|', to: 'm}' };
export const textParts = (id: string): Range => ({ from: `t|${id}|`, to: `t|${id}}` });
