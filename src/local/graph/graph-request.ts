// A request to Graph and its answer as plain values, the same whether it came alone or in a batch.
import type { Machine } from '../machine.ts';
import type { Caller } from '../sign-in/tokens.ts';
import { invalid } from './graph-fault.ts';
import type { List, ListShelf } from './list-shelf.ts';
import type { ResourceUnits } from './resource-units.ts';

export type GraphRequest = {
  method: string;
  /** As sent, after /v1.0 and before the question mark. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  body: unknown;
  caller: Caller;
  /** What stood in the path where the route has names: site, list, item and so on. */
  names: Record<string, string>;
};

export type GraphAnswer = { status: number; headers?: Record<string, string>; body?: unknown };

export type Graph = { machine: Machine; lists: ListShelf; units: ResourceUnits };

/** A list, and the Graph it is in. */
export type InList = { graph: Graph; list: List };

/** A query option with or without its dollar: Graph takes both. */
export function option(request: GraphRequest, name: string): string | undefined {
  return request.query.get(`$${name}`) ?? request.query.get(name) ?? undefined;
}

export function topOf(request: GraphRequest, usual: number, most: number): number {
  const asked = option(request, 'top');
  if (asked === undefined) return usual;
  const top = Number(asked);
  if (!Number.isInteger(top) || top < 1) throw invalid(`Invalid value for $top: '${asked}'.`);
  return Math.min(top, most);
}

/** The request's own address with some query options changed: null leaves one out. */
export function linkTo(
  graph: Graph,
  request: GraphRequest,
  changes: Record<string, string | null>,
): string {
  const query = new URLSearchParams(request.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return `${graph.machine.origin}/v1.0${request.path}${text ? `?${text}` : ''}`;
}

export function asToken(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** What a token of ours holds, or undefined when it is not one. */
export function fromToken<Held>(token: string): Held | undefined {
  try {
    const held: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    return typeof held === 'object' && held !== null ? (held as Held) : undefined;
  } catch {
    return undefined;
  }
}

export function bodyObject(request: GraphRequest): Record<string, unknown> {
  const body = request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid('The request body must be a JSON object.');
  }
  return body as Record<string, unknown>;
}
