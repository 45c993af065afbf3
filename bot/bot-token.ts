// The bot's own token, asked for once and kept until shortly before it expires. Also keeps tokens
// out of anything that is logged.
import { decodeJwt } from 'jose';

/** Asks sign-in for a token; the answer is a JWT. */
export type AskForToken = (scope: string, tenant: string) => Promise<string>;

interface BotToken {
  get(): Promise<string>;
  /** The connector refused it: the next caller asks anew. */
  forget(): void;
}

const scope = 'https://api.botframework.com/.default';
const renewBefore = 5 * 60_000;

/** Callers at the same moment share one request; a fault is kept by nobody. */
export const createBotToken = (ask: AskForToken, tenant: string): BotToken => {
  let held: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<string> | null = null;
  const renew = async (): Promise<string> => {
    const token = await ask(scope, tenant);
    held = { token, until: expiry(token) - renewBefore };
    return token;
  };
  return {
    get() {
      if (held !== null && Date.now() < held.until) return Promise.resolve(held.token);
      asking ??= renew().finally(() => {
        asking = null;
      });
      return asking;
    },
    forget() {
      held = null;
    },
  };
};

/** A token that does not say when it expires is asked for again after ten minutes. */
const expiry = (token: string): number => {
  try {
    return (decodeJwt(token).exp ?? 0) * 1000 || Date.now() + 15 * 60_000;
  } catch {
    return Date.now() + 15 * 60_000;
  }
};

/** Anything shaped like a bearer token or a JWT, blotted out. */
export const withoutTokens = (text: string): string =>
  text
    .replace(/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [removed]')
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token removed]');

/** An error that is safe to log: its words without tokens, and none of the request it came from. */
export const safeError = (error: unknown): Error => {
  const source = error instanceof Error ? error : new Error(String(error));
  const safe = new Error(withoutTokens(source.message));
  safe.name = source.name;
  safe.stack = withoutTokens(source.stack ?? '');
  return safe;
};
