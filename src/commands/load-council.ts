// Puts a sample council into an empty local Microsoft 365: its people, its site, its lists, its rows.
// A site that has rows already is left as it is.
import { appId } from '../local/ids.ts';
import { type RegisterName, type Row, registerNames } from '../registers/registers.ts';
import type { SampleCouncil } from '../samples/sample-council.ts';
import type { SharePoint } from '../sharepoint/open-sharepoint.ts';
import { change } from '../use-cases/change.ts';
import type { Pending } from '../use-cases/ports.ts';

/** Answers how many rows were loaded; none when the site was already in use. */
export const loadCouncil = async (
  localUrl: string,
  council: SampleCouncil,
  open: () => Promise<SharePoint>,
): Promise<number> => {
  await put(`${localUrl}/local/directory`, { people: council.directory });
  // Its lists are made as an administrator: what runs afterwards may write rows, and no more.
  const grants = [{ app: appId, role: 'write' }];
  await put(`${localUrl}/local/sites/${council.site}`, { displayName: council.name, grants });
  // Loading is an administrator's work on an empty site; the app itself keeps to the tenant's limit.
  await put(`${localUrl}/local/faults`, { unitsPerMinute: 100_000_000 });
  try {
    return await fill(council, await open());
  } finally {
    await put(`${localUrl}/local/faults`, { unitsPerMinute: tenantUnits });
  }
};

/** What Microsoft allows one app a minute in a tenant of up to 5,000 licences. */
const tenantUnits = 2_500;

const fill = async (council: SampleCouncil, sharepoint: SharePoint): Promise<number> => {
  await sharepoint.provision();
  await sharepoint.load();
  if (sharepoint.replica.registers().plans.size > 0) return 0;
  const changes = rowsOf(council);
  const written = await sharepoint.lists.write(changes);
  const refused = written.filter((each) => each.fault !== null).length;
  if (refused > 0) throw new Error(`${refused} rows of the sample council were not taken.`);
  return changes.length;
};

const rowsOf = (council: SampleCouncil): Pending[] => {
  const acceptedAt = Temporal.Now.instant();
  // Plans come last: a load cut short is begun again.
  const order = [...registerNames.filter((name) => name !== 'plans'), 'plans' as const];
  return order
    .flatMap((name) => (council.rows[name] ?? []).map((row) => newRow(name, row)))
    .map((each, n) => ({ ...each, sequence: n + 1, by: null, acceptedAt }));
};

const newRow = <N extends RegisterName>(register: N, { key, ...set }: Row<N>) =>
  change(register, key, set as Partial<Omit<Row<N>, 'key'>>);

const put = async (url: string, body: object): Promise<void> => {
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`Local Microsoft 365 answered ${answer.status} to ${url}.`);
};
