// Every question the tab puts to the app: the host's token with each, and faults as plain words.
import type { Trouble } from '../src/web/api.ts';
import type { Address } from './address.ts';
import { troubleWords } from './words.ts';

/** The app did not do what was asked; `message` is for people. */
export class Unanswered extends Error {
  /** Null when nothing answered at all. */
  readonly status: number | null;
  constructor(message: string, status: number | null) {
    super(message);
    this.status = status;
  }
}

export type Asker = {
  readonly get: <T>(path: string) => Promise<T>;
  readonly post: <T>(path: string, body: unknown) => Promise<T>;
};

export const asker = (token: () => Promise<string>): Asker => ({
  get: (path) => answer(token, path, { method: 'GET' }),
  post: (path, body) =>
    answer(token, path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
});

const withinMs = 20_000;

const answer = async <T>(
  token: () => Promise<string>,
  path: string,
  request: RequestInit,
): Promise<T> => {
  const bearer = await token().catch(() => {
    throw new Unanswered(troubleWords.noToken, 401);
  });
  const headers = { ...request.headers, authorization: `Bearer ${bearer}` };
  const signal = AbortSignal.timeout(withinMs);
  const response = await fetch(path, { ...request, headers, signal }).catch(() => {
    throw new Unanswered(troubleWords.nothingAnswers, null);
  });
  const said: unknown = await response.json().catch(() => null);
  if (response.ok && said !== null) return said as T;
  const message = (said as Trouble | null)?.message ?? troubleWords.unreadable;
  throw new Unanswered(message, response.status);
};

/** The API's addresses, each with what it answers. */
export const paths = {
  me: '/api/me',
  plan: ({ plan, team, quarter }: Address) => `/api/plan${query({ plan, team, quarter })}`,
  measure: ({ open, quarter }: Address) =>
    `/api/measures/${encodeURIComponent(open ?? '')}${query({ quarter })}`,
  cycle: ({ open }: Address) => `/api/cycle${query({ cycle: open })}`,
  change: (cycle: string, what: 'open' | 'close' | 'withdraw') =>
    `/api/cycles/${encodeURIComponent(cycle)}/${what}`,
} as const;

const query = (asked: Record<string, string | null>): string => {
  const given = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
};
