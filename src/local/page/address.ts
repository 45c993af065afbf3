// The seat, the view and the theme live in the page's address, so that a reload or a link keeps them.
import { useCallback, useSyncExternalStore } from 'react';

export const themes = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themes)[number];

/** `seats` is a view of its own on a phone only; wider pages always show the seats. */
export const views = ['seats', 'chat', 'tab', 'both'] as const;
export type View = (typeof views)[number];

type Address = {
  seat: string | null;
  view: View | null;
  theme: ThemeName;
  page: string | null;
};

const changed = 'golden-thread-address';

function listen(notify: () => void): () => void {
  window.addEventListener('popstate', notify);
  window.addEventListener(changed, notify);
  return () => {
    window.removeEventListener('popstate', notify);
    window.removeEventListener(changed, notify);
  };
}

function oneOf<T extends string>(allowed: readonly T[], given: string | null): T | null {
  return allowed.find((each) => each === given) ?? null;
}

function preferred(): ThemeName {
  if (matchMedia('(forced-colors: active)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The address as it stands, and a way to change parts of it; choosing a seat or view is a step Back undoes. */
export function useAddress(): [Address, (change: Partial<Address>) => void] {
  const search = useSyncExternalStore(listen, () => window.location.search);
  const query = new URLSearchParams(search);
  const address: Address = {
    seat: query.get('seat'),
    view: oneOf(views, query.get('view')),
    theme: oneOf(themes, query.get('theme')) ?? preferred(),
    page: query.get('page'),
  };
  return [address, useCallback(changeAddress, [])];
}

function changeAddress(change: Partial<Address>): void {
  const query = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === undefined) query.delete(name);
    else query.set(name, value);
  }
  const address = `?${query.toString()}`;
  if (address === window.location.search) return;
  if ('seat' in change || 'view' in change) window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
  window.dispatchEvent(new Event(changed));
}
