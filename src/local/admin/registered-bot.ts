// The bot registration an administrator makes in a tenant that was begun empty. Without it Teams carries
// nothing, either way; elsewhere the bot is known from the first.
import type { Store } from '../store.ts';
import { wasBegunEmpty } from './tenant.ts';

export type RegisteredBot = { readonly app: string; readonly endpoint: string };

/** Null until an administrator registers it. */
export function registeredBot(store: Store): RegisteredBot | null {
  return store.one<RegisteredBot>('SELECT * FROM bot') ?? null;
}

/** In place of the one before: there is room for one. */
export function registerBot(store: Store, { app, endpoint }: RegisteredBot): void {
  store.run('DELETE FROM bot');
  store.run('INSERT INTO bot (app, endpoint) VALUES (lower(?), ?)', app, endpoint);
}

/**
 * The path Teams sends activities to; null where no bot is registered. Only the path: the app runs on this
 * machine, wherever its endpoint says that people will find it.
 */
export function messagesPath(store: Store): string | null {
  if (!wasBegunEmpty(store)) return '/api/messages';
  const bot = registeredBot(store);
  return bot && new URL(bot.endpoint).pathname;
}
