// A request to Graph and its answer as plain values, the same whether it came alone or in a batch.
import { createHmac } from 'node:crypto';
import type { Machine } from '../machine.ts';
import type { Caller } from '../sign-in/tokens.ts';
import { GraphFault, invalid, notDone } from './graph-fault.ts';
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

export type GraphAnswer = {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** What is still to be done, with others waited for, before there is an answer: not within a batch. */
  later?: () => Promise<GraphAnswer>;
};

export type Graph = { machine: Machine; lists: ListShelf; units: ResourceUnits };

/** A list, and the Graph it is in; `byHand` where it is not written through Graph. */
export type InList = { graph: Graph; list: List; byHand?: true };

/** A query option with or without its dollar: Graph takes both. */
export function option(request: GraphRequest, name: string): string | undefined {
  return request.query.get(`$${name}`) ?? request.query.get(name) ?? undefined;
}

/** Query options this stand-in has no answer to are said to be so: none is passed over in silence. */
export function refuseOtherOptions(request: GraphRequest, answered: readonly string[]): void {
  for (const name of optionsOf(request)) {
    if (!answered.includes(name)) throw notDone(`$${name} on ${request.path}`);
  }
}

/** An option given twice is refused in Graph's words, with its dollar or without. */
export function refuseTwice(request: Pick<GraphRequest, 'query'>): void {
  const names = optionsOf(request);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return;
  const words = `Query option '$${twice}' was specified more than once, but it must be specified at most once.`;
  throw new GraphFault({ status: 400, code: 'BadRequest' }, words);
}

/** The query options sent, without their dollars; other words in a query are no options. */
function optionsOf({ query }: Pick<GraphRequest, 'query'>): string[] {
  return [...query.keys()].flatMap((sent) => {
    const name = sent.replace(/^\$/, '');
    return sent.startsWith('$') || optionNames.includes(name) ? [name] : [];
  });
}

const optionNames = ['select', 'expand', 'filter', 'orderby', 'top', 'skip', 'count', 'search'];

/** The context OData clients expect in an answer: what kind of thing it holds. */
export function contextOf({ machine }: Graph, what: string): { '@odata.context': string } {
  return { '@odata.context': `${machine.origin}/v1.0/$metadata#${what}` };
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
    const bare = name.replace(/^\$/, '');
    query.delete(bare);
    query.delete(`$${bare}`);
    if (value !== null) query.set(name, value);
  }
  const text = query.toString();
  return `${graph.machine.origin}/v1.0${request.path}${text ? `?${text}` : ''}`;
}

/** A token for a link: clients may only hand it back, so one made or mended by them is refused. */
export function asToken(value: object): string {
  const held = Buffer.from(JSON.stringify(value)).toString('base64url');
  return held + sealOf(held);
}

/** What a token of ours holds, or undefined when it is not one. */
export function fromToken<Held>(token: string): Held | undefined {
  const held = token.slice(0, -sealLength);
  if (held === '' || sealOf(held) !== token.slice(-sealLength)) return undefined;
  return JSON.parse(Buffer.from(held, 'base64url').toString('utf8')) as Held;
}

/** What a reading asks for, shortened: the token in its next link is good for the same reading only. */
export function readingOf(request: GraphRequest): string {
  const asked = ['expand', 'filter', 'orderby', 'select', 'top'].map((name) =>
    option(request, name),
  );
  return sealOf(JSON.stringify(asked));
}

const sealLength = 16;

// Not a secret: links outlive a restart, and nothing here has to be kept from anybody.
function sealOf(text: string): string {
  return createHmac('sha256', 'local').update(text).digest('base64url').slice(0, sealLength);
}

/** Why a body of this type is not read, in Graph's words; undefined for JSON. */
export function wrongType(contentType: string | undefined): GraphFault | undefined {
  if (/^application\/json\s*(;|$)/i.test(contentType ?? '')) return undefined;
  const words = contentType
    ? 'Entity only allows writes with a JSON Content-Type header.'
    : 'Write requests (excluding DELETE) must contain the Content-Type header declaration.';
  return new GraphFault({ status: 400, code: 'BadRequest' }, words);
}

/** A write with something to send says that it is JSON; one with nothing need not. */
export function refuseOtherTypes(request: Pick<GraphRequest, 'method' | 'headers' | 'body'>): void {
  if (!['POST', 'PATCH', 'PUT'].includes(request.method) || request.body === undefined) return;
  const refusal = wrongType(request.headers['content-type']);
  if (refusal) throw refusal;
}

export function bodyObject(request: GraphRequest): Record<string, unknown> {
  const body = request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid('The request body must be a JSON object.');
  }
  return body as Record<string, unknown>;
}
