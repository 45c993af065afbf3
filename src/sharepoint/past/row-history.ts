// A row's versions, asked of Graph when somebody opens its history: the one read that is not answered
// from memory. What they mean beside the Journal is decided in rules/row-versions.ts.
import type { RegisterName } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import type { ListFault, Lists, RowVersion } from '../../use-cases/ports.ts';
import { GraphFault } from '../graph/graph-fault.ts';
import type { Known } from '../replica/replica.ts';
import type { ListSource } from '../rows/list-items.ts';
import { readRow } from '../rows/rows.ts';
import type { Editors } from './editors.ts';
import { type ItemVersion, versionsCall, versionsIn } from './item-versions.ts';

/** Milliseconds a person waits for it; what Graph answers later is not looked at. */
const patience = 8_000;
/** Milliseconds in which asking twice is asking once. */
const shared = 3_000;
/** A list keeps 500 versions unless its owner says otherwise; no more is read than fills this. */
const mostVersions = 2_000;

export type HistorySource = ListSource & {
  readonly known: Pick<Known, 'held'>;
  readonly editors: Editors;
};

/** Empty where the row is not in its list. */
export const openRowHistory = (source: HistorySource): Lists['history'] => {
  const underWay = new Map<string, ReturnType<Lists['history']>>();
  return (register, key) => {
    const item = source.known.held(register, key)?.item ?? null;
    if (item === null || !source.places.has(register)) return Promise.resolve([]);
    const place = `${register} ${fold(key)} ${item}`;
    const asked = underWay.get(place) ?? inTime(readVersions(source, register, item));
    if (!underWay.has(place)) {
      underWay.set(place, asked);
      setTimeout(() => underWay.delete(place), shared).unref();
    }
    return asked;
  };
};

type RawPage = { readonly '@odata.nextLink'?: string };

const readVersions = async (
  { graph, places, editors }: HistorySource,
  register: RegisterName,
  item: string,
): Promise<readonly RowVersion[]> => {
  const { path, units } = versionsCall(places, register, item);
  const versions: ItemVersion[] = [];
  for (let next: string | null = path; next !== null && versions.length < mostVersions; ) {
    const page: RawPage = await graph.read<RawPage>(next, units);
    versions.push(...versionsIn(page, editors));
    const link: string | undefined = page['@odata.nextLink'];
    next = link === undefined ? null : graph.pathOf(link);
  }
  // On this machine's clock, as what the Journal tells of it is.
  const skew = { milliseconds: Math.round(graph.skew()) };
  return versions.map(({ id, at, editor, changedBy, fields }) => {
    const read = readRow(register, item, fields);
    return { id, at: at.subtract(skew), editor, changedBy, row: 'row' in read ? read.row : null };
  });
};

/** What was read; or why it was not, or not in time. */
export const inTime = async (
  reading: Promise<readonly RowVersion[]>,
  within = patience,
): Promise<readonly RowVersion[] | { readonly fault: ListFault }> => {
  const late = Promise.withResolvers<{ readonly fault: ListFault }>();
  const timer = setTimeout(() => late.resolve({ fault: 'throttled' }), within);
  try {
    return await Promise.race([reading, late.promise]);
  } catch (fault) {
    if (fault instanceof GraphFault) return { fault: fault.kind };
    throw fault;
  } finally {
    clearTimeout(timer);
    reading.catch(() => undefined);
  }
};
