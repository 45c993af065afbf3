// Somebody editing a list in SharePoint: plain Graph calls, none of our adapter's code.
import type { ByHand } from '../contracts/lists-contract.ts';

type Ask = <Body>(method: string, path: string, body?: unknown) => Promise<Body>;
type Item = { readonly id: string; readonly fields: Record<string, unknown> };

/** `site` is a host and path; a list is named as people see it. */
export const byHandOn = (ask: Ask, site: string): ByHand => {
  const items = async (list: string) =>
    `/sites/${(await ask<{ id: string }>('GET', `/sites/${site}`)).id}/lists/${list}/items`;
  const find = async (list: string, test: string): Promise<Item[]> => {
    const query = `?$expand=fields&$top=5000&$filter=${encodeURIComponent(test)}`;
    return (await ask<{ value: Item[] }>('GET', (await items(list)) + query)).value;
  };
  const idOf = async (list: string, key: string): Promise<string> => {
    const [item] = await find(list, `fields/Key eq '${key}'`);
    if (!item) throw new Error(`${list} has no row ${key}`);
    return item.id;
  };
  return {
    rows: async (list, begin) => {
      const found = await find(list, `startswith(fields/Key,'${begin}')`);
      return new Map(found.map(({ fields }) => [String(fields['Key']).toLowerCase(), fields]));
    },
    edit: async (list, key, fields) => {
      await ask('PATCH', `${await items(list)}/${await idOf(list, key)}/fields`, fields);
    },
    add: async (list, fields) => {
      await ask('POST', await items(list), { fields });
    },
    remove: async (list, key) => {
      await ask('DELETE', `${await items(list)}/${await idOf(list, key)}`);
    },
  };
};
