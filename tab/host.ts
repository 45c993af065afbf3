// What the tab asks of the host it is shown in (Teams, Outlook, the local page): a theme, a place, a token.
import { app, authentication } from '@microsoft/teams-js';
import type { TabConfig } from '../src/web/api.ts';
import { type ThemeName, themeNamed } from './theme.ts';

export type Host = {
  readonly theme: ThemeName;
  /** The measure a deep link asks for; null where the tab was simply opened. */
  readonly opensAt: string | null;
  readonly token: () => Promise<string>;
  readonly onTheme: (changed: (theme: ThemeName) => void) => void;
  /** Tells the host that there is something to see. */
  readonly shown: () => void;
};

const answersWithin = 8000;

/** Null where there is no host, or none that answers: the page was opened on its own. */
export const joinHost = async (): Promise<Host | null> => {
  if (window.parent === window && !('nativeInterface' in window)) return null;
  const origins = await extraOrigins();
  if (!(await inTime(app.initialize(origins)))) return null;
  const context = await app.getContext();
  return {
    theme: themeNamed(context.app.theme),
    opensAt: context.page.subPageId || null,
    token: () => authentication.getAuthToken(),
    onTheme: (changed) => app.registerOnThemeChangeHandler((name) => changed(themeNamed(name))),
    shown: () => {
      app.notifyAppLoaded();
      void app.notifySuccess();
    },
  };
};

/** A wrong origin makes initialize wait for ever, so it is given a time limit. */
const inTime = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, answersWithin, false)),
  ]);

/** Host pages besides Microsoft's own: local Teams, on a machine with no tenant. */
export const extraOrigins = async (): Promise<string[]> => {
  try {
    const answer = await fetch('/tab/config.json');
    return [...((await answer.json()) as TabConfig).hostOrigins];
  } catch {
    return [];
  }
};
