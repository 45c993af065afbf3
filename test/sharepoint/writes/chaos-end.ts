// How a run of chaos came out: the list as it is, read by hand, beside the model, beside what the app
// shows, and beside what its Journal tells.
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import { fieldOf, type Model } from './chaos-model.ts';
import { columns, keyOf, list, rowOf } from './chaos-plan.ts';
import type { TwoHands } from './two-hands.ts';

type Ended = { readonly two: TwoHands; readonly sharepoint: SharePoint; readonly model: Model };

/** In sentences; none where all agree. */
export const whatDiffers = async (ended: Ended): Promise<readonly string[]> => {
  const { rows, twice } = await wholeList(ended);
  return [
    ...twice.map((row) => `row ${row} is in the list twice`),
    ...ended.model.differences(rows),
    ...replicaDiffers(ended, rows),
    ...notTold(ended),
  ];
};

type Fields = Readonly<Record<string, unknown>>;

const wholeList = async ({ two: { local } }: Ended) => {
  const rows = new Map<number, Fields>();
  const twice: number[] = [];
  type Page = { value: { fields: Fields }[]; '@odata.nextLink'?: string };
  const { url, graph, site } = local;
  let next: string | undefined = `/sites/${site}:/lists/${list}/items?$expand=fields&$top=5000`;
  while (next !== undefined) {
    const page: Page = await graph<Page>('GET', next.replace(`${url}/v1.0`, ''));
    for (const { fields } of page.value) {
      const row = rowOf(String(fields['Key']));
      if (rows.has(row)) twice.push(row);
      rows.set(row, fields);
    }
    next = page['@odata.nextLink'];
  }
  return { rows, twice };
};

/** An answer that gave way to a later edit by hand is told of in the Journal, never dropped in silence. */
const notTold = ({ model, sharepoint }: Ended): string[] => {
  const told = [...sharepoint.replica.registers().journal.values()].filter(
    ({ why }) => why === 'A later edit in the list stands.',
  );
  return model
    .leftOut()
    .filter(({ row, ours }) => {
      const words = `: ${ours ?? 'blank'}`;
      return !told.some((each) => each.row.includes(keyOf(row)) && each.to?.includes(words));
    })
    .map(
      ({ row, column, ours }) => `row ${row}, ${column}: no Journal row says ${ours} was left out`,
    );
};

const replicaDiffers = ({ sharepoint }: Ended, there: ReadonlyMap<number, Fields>): string[] => {
  const { returns } = sharepoint.replica.registers();
  const all = [...columns.app, ...columns.hand, ...columns.both];
  return [
    ...(returns.size === there.size
      ? []
      : [`the replica has ${returns.size} rows, the list ${there.size}`]),
    ...[...there].flatMap(([row, fields]) => {
      const shown = returns.get(keyOf(row));
      return all
        .filter((column) => (shown?.[column] ?? null) !== (fields[fieldOf(column)] ?? null))
        .map((column) => `row ${row}, ${column}: the replica shows ${shown?.[column]}`);
    }),
  ];
};
