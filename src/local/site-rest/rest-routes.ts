// The few calls of SharePoint's own interface that are answered: views, column formats and who may
// open a list. Anything else is 501, never guessed at.

import { may } from '../graph/grants.ts';
import type { Graph } from '../graph/graph-request.ts';
import { mayOpen } from '../graph/list-of.ts';
import type { List } from '../graph/list-shelf.ts';
import type { Caller } from '../sign-in/tokens.ts';
import { changeField, readFields } from './formats.ts';
import { breakInheritance, readAssignments, readPermissions } from './permissions.ts';
import { accessDenied, notDone } from './rest-fault.ts';
import {
  addView,
  addViewField,
  changeView,
  readViewFields,
  readViews,
  removeViewFields,
} from './views.ts';

export type RestRequest = {
  readonly method: string;
  /** Below /_api/web, decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly site: string;
  readonly caller: Caller;
};

export type InRestList = {
  readonly graph: Graph;
  readonly list: List;
  readonly request: RestRequest;
  /** What stood quoted or in brackets in the path, after the list. */
  readonly named: string;
};

/** The body, or null where there is none. */
type Answerer = (at: InRestList) => object | null;

const routes: readonly (readonly [method: string, below: RegExp, answer: Answerer])[] = [
  ['GET', /^$/, readPermissions],
  ['GET', /^\/views$/, readViews],
  ['POST', /^\/views\/add$/, addView],
  ['MERGE', /^\/views(?:\/getbyid)?\('([^']+)'\)$/, changeView],
  ['GET', /^\/views(?:\/getbyid)?\('([^']+)'\)\/viewfields$/, readViewFields],
  [
    'POST',
    /^\/views(?:\/getbyid)?\('([^']+)'\)\/viewfields\/removeallviewfields$/,
    removeViewFields,
  ],
  [
    'POST',
    /^\/views(?:\/getbyid)?\('([^']+)'\)\/viewfields\/addviewfield\('[^']+'\)$/,
    addViewField,
  ],
  ['GET', /^\/fields$/, readFields],
  ['MERGE', /^\/fields\/getbyinternalnameortitle\('([^']+)'\)$/, changeField],
  ['POST', /^\/breakroleinheritance\(([^)]*)\)$/, breakInheritance],
  ['GET', /^\/roleassignments$/, readAssignments],
];

export function answerRest(graph: Graph, request: RestRequest): object | null {
  const [, title, below = ''] =
    /^lists\/getbytitle\('((?:[^']|'')+)'\)(.*)$/is.exec(request.path) ?? [];
  if (title === undefined) throw notDone(`${request.method} _api/web/${request.path}`);
  const list = graph.lists.list(request.site, title.replaceAll("''", "'"));
  const level = request.method === 'GET' ? 'read' : 'owner';
  const place = { level, siteId: list.siteId, list: list.number } as const;
  if (!may(graph.machine.store, request.caller, place)) throw accessDenied();
  if (!mayOpen(graph, list, request.caller)) throw accessDenied();
  for (const [method, pattern, answer] of routes) {
    const found = method === request.method ? pattern.exec(below) : null;
    if (found) return answer({ graph, list, request, named: found[1] ?? '' });
  }
  throw notDone(`${request.method} _api/web/${request.path}`);
}
