// Every address of Graph that is answered, what it costs in resource units, and who answers it.
import { sendActivityNotification } from './activity-feed.ts';
import { changeColumn, createColumn, deleteColumn, readColumn, readColumns } from './columns.ts';
import { deltaUnits, readDelta } from './delta.ts';
import { checkRights, needOf } from './grants.ts';
import { notDone } from './graph-fault.ts';
import type { Graph, GraphAnswer, GraphRequest } from './graph-request.ts';
import { readTransitiveMembers } from './groups.ts';
import { installApp, readInstalledApps } from './installed-apps.ts';
import { readItems } from './item-reading.ts';
import {
  changeFields,
  changeItem,
  createItem,
  deleteItem,
  noAttachments,
  readFields,
  readItem,
} from './items.ts';
import { changeList, createList, deleteList, readList, readLists } from './lists.ts';
import { readAutomaticReplies, readMailboxSettings } from './mailbox-settings.ts';
import {
  changePermission,
  createPermission,
  deletePermission,
  readPermission,
  readPermissions,
} from './permissions.ts';
import { readSite } from './sites.ts';
import {
  changeSubscription,
  createSubscription,
  deleteSubscription,
  readSubscription,
  readSubscriptions,
} from './subscriptions.ts';
import { readUser, readUsers } from './users.ts';
import { readVersion, readVersions, restoreVersion } from './versions.ts';

type Answerer = (graph: Graph, request: GraphRequest) => GraphAnswer;
type Units = number | ((request: GraphRequest) => number);
type Route = { method: string; path: string[]; units: Units; answer: Answerer };

const lists = 'sites/:site/lists';
const list = `${lists}/:list`;
const item = `${list}/items/:item`;

const routes: Route[] = [
  route('GET sites/:site', 1, readSite),
  route(`GET ${lists}`, 2, readLists),
  route(`POST ${lists}`, 2, createList),
  route(`GET ${list}`, 1, readList),
  route(`PATCH ${list}`, 2, changeList),
  route(`DELETE ${list}`, 2, deleteList),
  route(`GET ${list}/columns`, 2, readColumns),
  route(`POST ${list}/columns`, 2, createColumn),
  route(`GET ${list}/columns/:column`, 1, readColumn),
  route(`PATCH ${list}/columns/:column`, 2, changeColumn),
  route(`DELETE ${list}/columns/:column`, 2, deleteColumn),
  route(`GET ${list}/items`, 2, readItems),
  route(`POST ${list}/items`, 2, createItem),
  route(`GET ${list}/items/delta`, deltaUnits, readDelta),
  route(`GET ${list}/items/delta()`, deltaUnits, readDelta),
  route(`GET ${item}`, 1, readItem),
  route(`PATCH ${item}`, 2, changeItem),
  route(`DELETE ${item}`, 2, deleteItem),
  route(`GET ${item}/fields`, 1, readFields),
  route(`PATCH ${item}/fields`, 2, changeFields),
  route(`GET ${item}/attachments`, 1, noAttachments),
  route(`GET ${item}/versions`, 2, readVersions),
  route(`GET ${item}/versions/:version`, 1, readVersion),
  route(`POST ${item}/versions/:version/restoreVersion`, 2, restoreVersion),
  ...['sites/:site/permissions', `${list}/permissions`].flatMap((permissions) => [
    route(`GET ${permissions}`, 5, readPermissions),
    route(`POST ${permissions}`, 5, createPermission),
    route(`GET ${permissions}/:permission`, 5, readPermission),
    route(`PATCH ${permissions}/:permission`, 5, changePermission),
    route(`DELETE ${permissions}/:permission`, 5, deletePermission),
  ]),
  // Sources name no price for these: the least there is.
  route('GET subscriptions', 1, readSubscriptions),
  route('POST subscriptions', 1, createSubscription),
  route('GET subscriptions/:subscription', 1, readSubscription),
  route('PATCH subscriptions/:subscription', 1, changeSubscription),
  route('DELETE subscriptions/:subscription', 1, deleteSubscription),
  // Other services, with limits of their own: the directory's, Outlook's and Teams'. They spend nothing of
  // SharePoint's units.
  route('GET users', 0, readUsers),
  route('GET users/:user', 0, readUser),
  route('GET groups/:group/transitiveMembers', 0, readTransitiveMembers),
  route('GET users/:user/mailboxSettings', 0, readMailboxSettings),
  route('GET users/:user/mailboxSettings/automaticRepliesSetting', 0, readAutomaticReplies),
  route('GET users/:user/teamwork/installedApps', 0, readInstalledApps),
  route('POST users/:user/teamwork/installedApps', 0, installApp),
  route('POST users/:user/teamwork/sendActivityNotification', 0, sendActivityNotification),
];

export type Matched = { names: Record<string, string>; units: Units; answer: Answerer };

/** The route for a request; 501 where Microsoft's Graph may well answer and this one does not. */
export function routeFor(method: string, path: string): Matched {
  const segments = segmentsOf(path);
  for (const each of routes) {
    if (each.method !== method || each.path.length !== segments.length) continue;
    const names = namesIn(each.path, segments);
    if (names) return { names, units: each.units, answer: each.answer };
  }
  throw notDone(`${method} ${path}`);
}

function route(address: string, units: Units, answer: Answerer): Route {
  const [method = '', path = ''] = address.split(' ');
  const parts = path.split('/');
  const need = needOf(method, parts);
  const allowed: Answerer = (graph, request) => {
    checkRights(graph, request, need);
    return answer(graph, request);
  };
  return { method, path: parts, units, answer: allowed };
}

function namesIn(path: string[], segments: string[]): Record<string, string> | undefined {
  const names: Record<string, string> = {};
  for (const [at, part] of path.entries()) {
    const segment = segments[at] ?? '';
    if (part.startsWith(':') && !isWord(part.slice(1), segment)) names[part.slice(1)] = segment;
    else if (part !== segment) return undefined;
  }
  return names;
}

/** What stands where a name might and is none: OData's own segments, and functions of Graph. */
function isWord(name: string, segment: string): boolean {
  if (/^\$(count|ref|value)$/.test(segment)) return true;
  return functions[name]?.test(segment) ?? false;
}

// A list may be called anything, brackets and all; rows, sites and people may not.
const functions: Record<string, RegExp> = {
  item: /\(.*\)$/,
  site: /^(delta|getAllSites)(\(.*\))?$/,
  user: /^delta(\(.*\))?$/,
};

/** `/sites/localhost:/sites/name` and `/sites/localhost:/sites/name:/lists` have one segment for the site. */
function segmentsOf(path: string): string[] {
  const segments = path.split('/').filter(Boolean).map(decoded);
  const [first, host, sites, name] = segments;
  if (first !== 'sites' || !host?.endsWith(':') || sites !== 'sites' || !name) return segments;
  return ['sites', `${host}/sites/${name.replace(/:$/, '')}`, ...segments.slice(4)];
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
