// Every address the running app answers at, read from its own router: a route added tomorrow is among
// them by itself.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server } from 'node:http';

export type RealRoute = { readonly method: string; readonly path: string };

type Layer = {
  readonly rawPath?: string | readonly string[];
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
};
type Served = {
  /** Express leaves the app that answered on its request. */
  readonly request: IncomingMessage & { readonly app?: { router: { stack: readonly Layer[] } } };
  readonly server: Server;
};

export const realRoutes = async (appUrl: string): Promise<readonly RealRoute[]> => {
  const { request } = await served(appUrl, '/api/me');
  const found = within(request.app?.router.stack ?? [], '');
  if (found.length === 0) throw new Error('The router could not be read.');
  return found;
};

export const realServer = async (appUrl: string): Promise<Server> =>
  (await served(appUrl, '/health')).server;

/** As the server itself tells Node with a request: nothing is built again for the test. */
const served = async (appUrl: string, path: string): Promise<Served> => {
  const { port } = new URL(appUrl);
  const heard: Served[] = [];
  const hear = (told: unknown): void => {
    const each = told as Served;
    if (each.request.headers.host?.endsWith(`:${port}`) && each.request.url === path)
      heard.push(each);
  };
  subscribe('http.server.request.start', hear);
  await (await fetch(`${appUrl}${path}`)).text();
  unsubscribe('http.server.request.start', hear);
  const [first] = heard;
  if (first === undefined) throw new Error(`No server of this process answers at ${appUrl}.`);
  return first;
};

const within = (stack: readonly Layer[], under: string): RealRoute[] =>
  stack.flatMap((layer) => {
    if (layer.route) {
      const path = `${under}${layer.route.path}`;
      return Object.keys(layer.route.methods).map((method) => ({
        method: method.toUpperCase(),
        path,
      }));
    }
    const mounted = String(layer.rawPath ?? '').replace(/\/$/, '');
    return within(layer.handle.stack ?? [], `${under}${mounted}`);
  });
