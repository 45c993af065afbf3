// What a subscription may ask for: which list, which changes, told where, until when. Refusals are in
// Graph's words where they are published (microsoftgraph/microsoft-graph-docs, and its issues).
import { z } from 'zod';
import type { Caller } from '../sign-in/tokens.ts';
import { demand } from './grants.ts';
import { GraphFault, notDone } from './graph-fault.ts';
import type { Graph } from './graph-request.ts';
import { mayOpen } from './list-of.ts';

/** Microsoft's table of longest lives: 42,300 minutes for a SharePoint list, under 30 days. */
const longestMinutes = 42_300;

const asked = z.object({
  changeType: z.string(),
  notificationUrl: z.string(),
  resource: z.string(),
  expirationDateTime: z.unknown(),
  clientState: z.string().nullish(),
  latestSupportedTlsVersion: z.string().nullish(),
});

export type Asked = Omit<z.infer<typeof asked>, 'clientState'> & { clientState: string | null };

const notForLists = ['lifecycleNotificationUrl', 'includeResourceData', 'notificationQueryOptions'];

export function readAsked(body: Record<string, unknown>): Asked {
  const extra = notForLists.find((name) => body[name] !== undefined && body[name] !== null);
  if (extra) throw notDone(`subscriptions with '${extra}'`);
  const read = asked.safeParse(body);
  if (!read.success) {
    const name = read.error.issues[0]?.path.join('.') ?? 'body';
    throw refused(`Invalid or missing '${name}' attribute.`);
  }
  const { changeType, clientState = null, notificationUrl } = read.data;
  if (changeType !== 'updated') throw refused(`Invalid 'changeType' attribute: '${changeType}'.`);
  if ((clientState ?? '').length > 128) {
    throw refused("The 'clientState' attribute holds at most 128 characters.");
  }
  checkNotificationUrl(notificationUrl);
  return { ...read.data, clientState };
}

/** https, or on this machine, which Microsoft's Graph could not reach. */
export function checkNotificationUrl(url: unknown): void {
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : null;
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(parsed?.hostname ?? '');
  if (parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isHere)) return;
  throw refused("The 'notificationUrl' attribute must be an https address.");
}

/** In UTC to the millisecond; refuses what is past, and what is further off than lists may ask. */
export function expiryIn(sent: unknown): string {
  const isIso = typeof sent === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(sent);
  const at = isIso ? Date.parse(sent) : Number.NaN;
  if (Number.isNaN(at)) throw refused("Invalid or missing 'expirationDateTime' attribute.");
  if (at <= Date.now()) throw refused('Subscription expiration must be in the future.');
  if (at > Date.now() + longestMinutes * 60_000) {
    throw refused(
      `Subscription expiration can only be ${longestMinutes} minutes in the future.`,
      'ExtensionError',
    );
  }
  return new Date(at).toISOString();
}

/** The list of `sites/{site}/lists/{list}`, named by its id, where the caller may write to it. */
export function listNamed(
  graph: Graph,
  caller: Caller,
  resource: string,
): { number: number; lastChange: number } {
  const [, site, named] = /^\/?sites\/(.+?):?\/lists\/([^/?]+)$/.exec(resource) ?? [];
  if (site === undefined || named === undefined || !/^[0-9a-f-]{36}$/i.test(named)) {
    throw refused(`Unsupported resource '${resource}': name a list as sites/{id}/lists/{id}.`);
  }
  const list = graph.lists.list(site, named);
  demand(graph.machine.store, caller, { level: 'write', siteId: list.siteId, list: list.number });
  if (!mayOpen(graph, list, caller)) {
    throw new GraphFault({ status: 403, code: 'accessDenied' }, 'Access denied');
  }
  const sql = 'SELECT number, lastChange FROM list WHERE number = ?';
  return graph.machine.store.one(sql, list.number) as { number: number; lastChange: number };
}

export function refused(message: string, code = 'InvalidRequest'): GraphFault {
  return new GraphFault({ status: 400, code }, message);
}
