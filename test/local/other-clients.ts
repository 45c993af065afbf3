// The two clients others use for Graph, with nothing of ours around them but where Graph is: PnPjs, and
// Microsoft's own, which speaks only https and is therefore carried over http to local Microsoft 365.
import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import { DefaultHeaders, DefaultInit, type GraphFI, graphfi } from '@pnp/graph';
import '@pnp/graph/batching.js';
import '@pnp/graph/columns/index.js';
import '@pnp/graph/list-item/index.js';
import '@pnp/graph/lists/index.js';
import '@pnp/graph/sites/index.js';
import type { IColumns } from '@pnp/graph/columns/index.js';
import type { IListItems } from '@pnp/graph/list-item/index.js';
import type { ILists } from '@pnp/graph/lists/index.js';
import type { ISites } from '@pnp/graph/sites/index.js';
import { BrowserFetchWithRetry, DefaultParse, type Queryable } from '@pnp/queryable';

// PnPjs declares these on 'module "../fi"', without the ending that Node's resolution asks for.
declare module '@pnp/graph/fi.js' {
  interface GraphFI {
    readonly sites: ISites;
    batched(): [GraphFI, () => Promise<void>];
  }
}
declare module '@pnp/graph/sites/types.js' {
  interface _Site {
    readonly lists: ILists;
  }
}
declare module '@pnp/graph/columns/types.js' {
  interface IColumns {
    add(column: object): Promise<{ readonly id?: string }>;
  }
}
declare module '@pnp/graph/lists/types.js' {
  interface _List {
    readonly items: IListItems;
    readonly columns: IColumns;
  }
}

/** As GraphBrowser() puts PnPjs together, which is what it offers outside SharePoint's own pages. */
export const pnpOn = (localUrl: string, token: string): GraphFI =>
  graphfi().using(
    DefaultHeaders(),
    DefaultInit(`${localUrl}/v1.0`),
    BrowserFetchWithRetry(),
    DefaultParse(),
    signed(token),
  );

/** In the place of its own sign-in behaviours: within a batch PnPjs leaves this one out, as it should. */
const signed = (token: string) => (instance: Queryable) => {
  instance.on.auth.replace(async (url, init) => {
    const headers = { ...init.headers, Authorization: `Bearer ${token}` };
    return [url, { ...init, headers }];
  });
  return instance;
};

/** Microsoft's default chain: sign-in, retries, its telemetry header, and the wire. */
export const bareClientOn = (localUrl: string, token: string): Client => {
  const { host, hostname } = new URL(localUrl);
  const provider = { getAccessToken: () => Promise.resolve(token) };
  return Client.initWithMiddleware({
    baseUrl: `https://${host}`,
    customHosts: new Set([hostname]),
    middleware: [
      new AuthenticationHandler(provider),
      new RetryHandler(new RetryHandlerOptions()),
      new TelemetryHandler(),
      overHttp(localUrl),
    ],
  });
};

/** Links in an answer are made https too: the client takes no others whole. */
const overHttp = (localUrl: string): Middleware => {
  const secure = localUrl.replace('http:', 'https:');
  return {
    execute: async (context: Context) => {
      const asked = context.request as string;
      const answer = await fetch(asked.replace(secure, localUrl), context.options);
      const text = (await answer.text()).replaceAll(`"${localUrl}/`, `"${secure}/`);
      const { status, statusText, headers } = answer;
      context.response = new Response(status === 204 ? null : text, {
        status,
        statusText,
        headers,
      });
    },
  };
};
