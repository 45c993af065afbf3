// A request to the tab's API as someone, and what came back.
import type { Council } from './council.ts';
import { tokenFor } from './council.ts';

export type Said = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, never>;
};

export const ask = async (
  council: Council,
  path: string,
  { token, ...request }: RequestInit & { token?: string } = {},
): Promise<Said> => {
  const headers = new Headers(request.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  const response = await fetch(`${council.address}${path}`, { ...request, headers });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  };
};

export const askAs = async (council: Council, oid: string, path: string): Promise<Said> =>
  ask(council, path, { token: await tokenFor(oid) });

export const postAs = async (
  council: Council,
  oid: string,
  { path, body }: { path: string; body: unknown },
): Promise<Said> =>
  ask(council, path, {
    token: await tokenFor(oid),
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
