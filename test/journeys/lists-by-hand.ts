// The lists as anyone on the machine can read and edit them, with no code of ours between.
import { ask } from './seat.ts';

export type ListPlace = {
  readonly localUrl: string;
  readonly site: string;
  /** Its display name. */
  readonly list: string;
  /** Who does it, by their token for Graph; left out, anyone on the machine. */
  readonly token?: string;
};

export type Fields = Readonly<Record<string, unknown>>;

export const readList = async (place: ListPlace): Promise<readonly Fields[]> => {
  const token = await anyonesToken(place.localUrl);
  const rows: Fields[] = [];
  let next: string | undefined = `${itemsOf(place)}?expand=fields&$top=5000`;
  while (next !== undefined) {
    const page = (await graph(token, 'GET', next)) as {
      value: { fields: Fields }[];
      '@odata.nextLink'?: string;
    };
    rows.push(...page.value.map((each) => each.fields));
    next = page['@odata.nextLink'];
  }
  return rows;
};

/** Changes columns of one row, as a person with the list open would. */
export const editByHand = async (place: ListPlace, key: string, fields: Fields): Promise<void> => {
  const token = place.token ?? (await anyonesToken(place.localUrl));
  const filter = encodeURIComponent(`fields/Key eq '${key.replaceAll("'", "''")}'`);
  const found = (await graph(token, 'GET', `${itemsOf(place)}?$filter=${filter}`)) as {
    value: { id: string }[];
  };
  const id = found.value[0]?.id;
  if (id === undefined) throw new Error(`${place.list} has no row ${key}.`);
  await graph(token, 'PATCH', `${itemsOf(place)}/${id}/fields`, fields);
};

/** Puts a row in, as a person with the list open would. */
export const addByHand = async (place: ListPlace, fields: Fields): Promise<void> => {
  const token = await anyonesToken(place.localUrl);
  await graph(token, 'POST', itemsOf(place), { fields });
};

const itemsOf = ({ localUrl, site, list }: ListPlace): string =>
  `${localUrl}/v1.0/sites/localhost:/sites/${site}:/lists/${encodeURIComponent(list)}/items`;

const graph = async (
  token: string,
  method: string,
  url: string,
  ...body: readonly Fields[]
): Promise<unknown> => {
  const answer = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body.length > 0 ? { body: JSON.stringify(body[0]) } : {}),
  });
  if (!answer.ok)
    throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
};

/** Asked for each time: another test's local Microsoft 365 may have had this address before. */
const anyonesToken = async (localUrl: string): Promise<string> => {
  const { tenantId } = (await ask('GET', `${localUrl}/local/config`)) as { tenantId: string };
  const answer = await fetch(`${localUrl}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'local',
      client_secret: 'local',
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};

/** Changes the choices a column allows, as a list's owner could in its settings. */
export const narrowChoices = async (
  place: ListPlace,
  column: string,
  choices: readonly string[],
): Promise<void> => {
  const token = await anyonesToken(place.localUrl);
  const columns = itemsOf(place).replace(/items$/, 'columns');
  await graph(token, 'PATCH', `${columns}/${column}`, { choice: { choices } });
};

/** Deletes a whole list, as its owner could. */
export const deleteList = async (place: ListPlace): Promise<void> => {
  const authorization = `Bearer ${await anyonesToken(place.localUrl)}`;
  const address = itemsOf(place).replace(/\/items$/, '');
  const answer = await fetch(address, { method: 'DELETE', headers: { authorization } });
  if (!answer.ok) throw new Error(`DELETE ${address} answered ${answer.status}`);
};
