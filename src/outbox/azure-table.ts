// The table of the hosted Outbox: one partition a council, asked with time limits and tried again for a
// while. What is in its rows, and what a refused commit means, is decided elsewhere.
import { setTimeout as pause } from 'node:timers/promises';
import { AzureNamedKeyCredential, TableClient, type TransactionAction } from '@azure/data-tables';
import { askedToWait, mayPass, type Refusal, refusalIn, storageFault } from './azure-fault.ts';
import { escapeKey, type Range } from './azure-keys.ts';
import { credentialOf, type HostedPlace } from './azure-place.ts';

export type Row = {
  readonly rowKey: string;
  readonly etag: string;
  readonly [column: string]: unknown;
};
export type Columns = Readonly<Record<string, string | number | boolean | Uint8Array>>;

/** One row of a commit. A change is of the row as it was when its etag was had. */
export type Write =
  | { readonly create: string; readonly columns: Columns }
  | { readonly change: string; readonly etag: string; readonly columns: Columns }
  | { readonly remove: string };

export type Table = {
  /** For a person: which table it is. */
  readonly name: string;
  /** `patience`: milliseconds, where there is less of it than usual. */
  read(rowKey: string, patience?: number): Promise<Row | null>;
  /** In the order of their names, `limit` at most. */
  rows(range: Range, asked?: { limit?: number; columns?: readonly string[] }): Promise<Row[]>;
  /** False where a row of that name is there. */
  create(rowKey: string, columns: Columns): Promise<boolean>;
  put(rowKey: string, columns: Columns): Promise<void>;
  /** Whether it is there or not. */
  remove(rowKey: string): Promise<void>;
  /**
   * All or nothing, tried once: the etags of the rows in their order, or how the store was otherwise than
   * was counted on. Throws a StoreFault where it may or may not have been done.
   */
  commit(writes: readonly Write[]): Promise<{ etags: readonly string[] } | { refusal: Refusal }>;
};

/** Milliseconds for one request, and for one thing asked with its repetitions. */
export type Patience = { readonly request: number; readonly all: number };
/** A press on a card is answered within five seconds, or Teams tells its person that it failed. */
export const usualPatience: Patience = { request: 2_500, all: 4_000 };

const tableName = 'GoldenThreadOutbox';

/** Makes the table where there is none. Throws a StoreFault that names it. */
export const openTable = async (place: HostedPlace): Promise<Table> => {
  const name = `The Outbox in the table ${tableName} at ${place.tables}`;
  const reached = { name, client: clientOf(place), partitionKey: escapeKey(place.council) };
  const asking = openAsking(name, place.patience ?? usualPatience);
  await asking.asked((limits) => reached.client.createTable(limits));
  return {
    name,
    ...readingOf(reached, asking),
    ...writingOf(reached, asking),
    commit: commitOf(reached, asking),
  };
};

type Limits = { readonly abortSignal: AbortSignal };
type Ask<Result> = (limits: Limits) => Promise<Result>;

const openAsking = (name: string, { request, all }: Patience) => {
  const once = <Result>(work: Ask<Result>): Promise<Result> =>
    work({ abortSignal: AbortSignal.timeout(request) });
  return {
    once,
    asked: <Result>(work: Ask<Result>, patience: number = all): Promise<Result> =>
      untilAnswered(patience, () => once(work)).catch((error: unknown) => {
        throw storageFault(name, error);
      }),
  };
};
type Asking = ReturnType<typeof openAsking>;

type Reached = {
  readonly name: string;
  readonly client: TableClient;
  readonly partitionKey: string;
};

const readingOf = (
  { client, partitionKey }: Reached,
  { asked }: Asking,
): Pick<Table, 'read' | 'rows'> => ({
  read: (rowKey, patience) =>
    asked(
      (limits) => client.getEntity<Row>(partitionKey, rowKey, limits).catch(nullIfNotThere),
      patience,
    ),
  rows: async (range, { limit = Number.MAX_SAFE_INTEGER, columns } = {}) => {
    const queryOptions = queryOf(partitionKey, range, columns);
    const found: Row[] = [];
    let next: string | undefined;
    do {
      const settings = { maxPageSize: Math.min(aPage, limit), ...from(next) };
      const page = await asked(async (limits) => {
        const pages = client.listEntities<Row>({ queryOptions, ...limits }).byPage(settings);
        return (await pages.next()).value;
      });
      found.push(...((page ?? []) as Row[]));
      next = page?.continuationToken;
    } while (next !== undefined && found.length < limit);
    return found.slice(0, limit);
  },
});

const writingOf = (
  { client, partitionKey }: Reached,
  { asked }: Asking,
): Pick<Table, 'create' | 'put' | 'remove'> => ({
  create: (rowKey, columns) =>
    asked(async (limits) => {
      const made = client.createEntity({ partitionKey, rowKey, ...columns }, limits);
      return made.then(() => true).catch(falseIfThere);
    }),
  put: async (rowKey, columns) => {
    const row = { partitionKey, rowKey, ...columns };
    await asked((limits) => client.upsertEntity(row, 'Replace', limits));
  },
  remove: async (rowKey) => {
    await asked((limits) =>
      client.deleteEntity(partitionKey, rowKey, limits).catch(nullIfNotThere),
    );
  },
});

const commitOf =
  ({ name, client, partitionKey }: Reached, { once }: Asking): Table['commit'] =>
  async (writes) => {
    const actions = writes.map((write) => asAction(partitionKey, write));
    try {
      const { subResponses } = await once((limits) => client.submitTransaction(actions, limits));
      return { etags: subResponses.map(({ etag }) => etag ?? '') };
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal !== null) return { refusal };
      if (mayPass(error)) await pause(Math.min(askedToWait(error) ?? firstPause, longestPause));
      throw storageFault(name, error);
    }
  };

/** Rows that the table gives at most in one answer. */
const aPage = 1_000;

const from = (token: string | undefined) =>
  token === undefined ? {} : { continuationToken: token };

const queryOf = (partition: string, { from, to }: Range, columns?: readonly string[]) => ({
  filter: `PartitionKey eq '${partition}' and RowKey ge '${from}' and RowKey lt '${to}'`,
  ...(columns && { select: ['PartitionKey', 'RowKey', ...columns] }),
});

const clientOf = (place: HostedPlace): TableClient => {
  // Whether a thing is asked again is decided here: the client's own repetitions would turn a lost reply
  // into a refusal.
  const options = {
    retryOptions: { maxRetries: 0 },
    allowInsecureConnection: place.tables.startsWith('http:'),
  };
  const by = credentialOf(place.tables, place.by);
  return 'key' in by
    ? new TableClient(
        place.tables,
        tableName,
        new AzureNamedKeyCredential(by.account, by.key),
        options,
      )
    : new TableClient(place.tables, tableName, by.token, options);
};

const asAction = (partitionKey: string, write: Write): TransactionAction => {
  if ('create' in write)
    return ['create', { partitionKey, rowKey: write.create, ...write.columns }];
  if ('remove' in write) return ['delete', { partitionKey, rowKey: write.remove }];
  const { change: rowKey, etag, columns } = write;
  return ['update', { partitionKey, rowKey, ...columns }, 'Merge', { etag }];
};

const nullIfNotThere = (error: unknown): null => {
  if (refusalIn(error) === 'not there') return null;
  throw error;
};

const falseIfThere = (error: unknown): false => {
  if (refusalIn(error) === 'there already') return false;
  throw error;
};

/** Milliseconds. */
const firstPause = 50;
const longestPause = 1_000;

/** For what may be asked twice. */
const untilAnswered = async <Result>(
  patience: number,
  ask: () => Promise<Result>,
): Promise<Result> => {
  const until = performance.now() + patience;
  for (let wait = firstPause; ; wait = Math.min(wait * 2, longestPause)) {
    try {
      return await ask();
    } catch (error) {
      const pausing = Math.max(wait * (0.5 + Math.random()), askedToWait(error) ?? 0);
      if (!mayPass(error) || performance.now() + pausing > until) throw error;
      await pause(pausing);
    }
  }
};
