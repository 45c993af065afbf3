// A site of local Microsoft 365 with our adapter open on it and Returns to read, for tests of how the
// replica follows its lists.
import type { Row } from '../../../src/registers/registers.ts';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import type { Pending } from '../../../src/use-cases/ports.ts';
import type { ByHand } from '../../contracts/lists-contract.ts';
import { asPending } from '../../pending.ts';
import { byHandOn } from '../by-hand.ts';
import { type LocalSite, openLocalSite } from '../local-site.ts';

export type ReplicaHouse = {
  readonly local: LocalSite;
  readonly sharepoint: SharePoint;
  readonly hand: ByHand;
  /** Lays changes over the lists, as accepting them does. */
  lay(...changes: readonly Pending[]): void;
  /** Lays and writes them; answers how each ended. */
  write(...changes: readonly Pending[]): Promise<readonly (string | null)[]>;
  seen(code: string): Row<'returns'> | undefined;
  /** The fields of the rows in the list, by key. */
  inTheList(): Promise<ReadonlyMap<string, Record<string, unknown>>>;
  /** Keeps a list as it stands; the copy's id is for putting it back. */
  keep(list?: string): Promise<string>;
  restore(copy: string, tokens: 'expired' | 'kept', list?: string): Promise<void>;
  /** Puts rows in the list at once, without Graph. */
  fill(codes: readonly string[]): Promise<void>;
  close(): Promise<void>;
};

export const keyOf = (code: string): string => `p|${code}|2020-21 Q2`;

let sequence = 0;
export const setting = (code: string, set: Pending['set']): Pending => {
  sequence += 1;
  return asPending({ register: 'returns', key: keyOf(code), set }, sequence);
};

export const newReturn = (code: string, value: number): Pending =>
  setting(code, {
    title: code,
    plan: 'p',
    measure: `p|${code}`,
    period: '2020-21 Q2',
    state: 'Returned',
    value,
  });

/** A row as somebody would type it into the list. */
export const fieldsOf = (code: string): Record<string, unknown> => ({
  Title: code,
  Key: keyOf(code),
  Plan: 'p',
  Measure: `p|${code}`,
  Period: '2020-21 Q2',
  State: 'Due',
});

export const openReplicaHouse = async (): Promise<ReplicaHouse> => {
  const local = await openLocalSite();
  const sharepoint = await local.open();
  await sharepoint.provision();
  await sharepoint.load();
  const hand = byHandOn(local.graph, local.site);
  const control = async <Body>(below: string, body: object): Promise<Body> => {
    const site = local.site.split('/').at(-1);
    const response = await fetch(`${local.url}/local/sites/${site}/lists/${below}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${below} answered ${response.status}`);
    return (await response.json()) as Body;
  };
  const lay = (...changes: readonly Pending[]): void => sharepoint.replica.lay(changes);
  return {
    local,
    sharepoint,
    hand,
    lay,
    write: async (...changes) => {
      lay(...changes);
      return (await sharepoint.lists.write(changes)).map(({ fault }) => fault);
    },
    seen: (code) => sharepoint.replica.registers().returns.get(keyOf(code)),
    inTheList: () => hand.rows('Returns', 'p|'),
    keep: async (list = 'Returns') => (await control<{ copy: string }>(`${list}/keep`, {})).copy,
    restore: async (copy, tokens, list = 'Returns') => {
      await control(`${list}/restore`, { copy, tokens });
    },
    fill: async (codes) => {
      const rows = codes.map((code, n) => ({ fields: { ...fieldsOf(code), Value: n } }));
      await control('Returns/fill', { rows });
    },
    close: async () => {
      sharepoint.close();
      await local.close();
    },
  };
};
