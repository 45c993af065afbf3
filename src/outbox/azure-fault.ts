// What a refusal or a silence of the storage account means: whether the row is otherwise than was thought,
// the account cannot take work for now, or what was asked of it was wrong.
import { StoreFault, type StoreTrouble } from '../use-cases/store-fault.ts';

/** The state of the store is not the one that was counted on. */
export type Refusal = 'not there' | 'there already' | 'changed';

type Told = {
  readonly name?: string;
  readonly kind?: string;
  readonly code?: string;
  readonly statusCode?: number;
  readonly message?: string;
  readonly details?: { readonly odataError?: { readonly code?: string } };
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
};

const codeOf = (told: Told): string => told.details?.odataError?.code ?? told.code ?? '';

const noSuchTable = new Set(['TableNotFound', 'TableBeingDeleted', 'ContainerNotFound']);

/** Null where it says something else. */
export const refusalIn = (error: unknown): Refusal | null => {
  const told = error as Told;
  if (noSuchTable.has(codeOf(told))) return null;
  if (told.statusCode === 404) return 'not there';
  if (told.statusCode === 409) return 'there already';
  return told.statusCode === 412 ? 'changed' : null;
};

/** A blob or its container: 404, by whatever code. */
export const isNotThere = (error: unknown): boolean => (error as Told).statusCode === 404;

/** A blob that was made by another in the same moment is found there, or held by a lease. */
export const isThereAlready = (error: unknown): boolean =>
  [409, 412].includes((error as Told).statusCode ?? 0);

/** A lease that somebody else has; any other conflict is none of that. */
export const isHeldByAnother = (error: unknown): boolean =>
  (error as Told).statusCode === 409 && codeOf(error as Told).startsWith('Lease');

/** Whether the same may be asked again: the account is busy, or did not answer. */
export const mayPass = (error: unknown): boolean => {
  const trouble = troubleIn(error);
  return trouble === 'busy' || trouble === 'away';
};

/** Null where what was asked is at fault: asked again it would fail again. */
export const troubleIn = (error: unknown): StoreTrouble | null => {
  const told = error as Told;
  if (noSuchTable.has(codeOf(told))) return 'gone';
  const { statusCode: status } = told;
  if (status === 401 || status === 403 || told.kind === 'forbidden') return 'forbidden';
  if (status === 429 || status === 503) return 'busy';
  if (status === undefined || status === 408 || status >= 500) return isOurs(told) ? null : 'away';
  return null;
};

/** Thrown by a fault of ours before anything was asked. */
const isOurs = (told: Told): boolean =>
  told instanceof TypeError || told instanceof RangeError || told instanceof SyntaxError;

/** Milliseconds the account asks us to wait; null where it does not say. */
export const askedToWait = (error: unknown): number | null => {
  const seconds = Number((error as Told).response?.headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
};

const untilThen = 'Nothing new is kept until then.';

const words: { readonly [T in StoreTrouble]?: string } = {
  away: 'does not answer.',
  busy: 'is busy and takes nothing for now.',
  forbidden:
    'refuses the app: check that its identity may read and write tables and blobs of the storage account.',
  gone: 'is not there any more.',
};

/** A StoreFault where the account is at fault, and not what was asked of it. Its cause holds no key and no entry. */
export const storageFault = (what: string, error: unknown, meanwhile = untilThen): Error => {
  if (error instanceof StoreFault) return error;
  const trouble = troubleIn(error);
  const cause = scrubbed(error);
  const said = trouble === null ? undefined : words[trouble];
  if (trouble === null || said === undefined)
    return new Error(`${what} failed (${cause.message}).`, { cause });
  return new StoreFault(trouble, `${what} ${said} ${meanwhile}`, cause);
};

/** It was there, and is not: nothing is kept until it is put back. */
export const goneFault = (what: string): StoreFault =>
  new StoreFault('gone', `${what} ${words.gone} ${untilThen}`, null);

/** Another stands in its place: to be started again, since this process holds what that one does not know of. */
export const replacedFault = (what: string): StoreFault =>
  new StoreFault(
    'replaced',
    `${what} was replaced while it was in use: start the app again. ${untilThen}`,
    null,
  );

/** The client's own errors carry the request: its token or signature, and what somebody typed. */
const scrubbed = (error: unknown): Error => {
  const told = error as Told;
  const code = codeOf(told) || told.name || 'fault';
  return new Error(told.statusCode === undefined ? code : `${told.statusCode} ${code}`);
};
