// The page's address as state: choosing writes it, going back reads it again.
import { useCallback, useEffect, useState } from 'react';
import { type Address, addressText, readAddress } from './address.ts';
import { chosenForChannel } from './configure/channel-tab.ts';

/** A channel's tab opens at what was chosen when it was added; loaded again, the page where it was. */
const opening = (): Address => {
  const chosen = chosenForChannel(window.location.search);
  const { hash } = window.location;
  if (chosen === null || hash !== '') return readAddress(hash);
  window.history.replaceState(null, '', addressText(chosen));
  return chosen;
};

export type Go = (change: Partial<Address>, how?: 'replace') => void;

/** `replace` is for typing and filtering, which should not each be a step to go back through. */
export const useAddress = (): readonly [Address, Go] => {
  const [address, setAddress] = useState(opening);
  useEffect(() => {
    const read = () => setAddress(readAddress(window.location.hash));
    window.addEventListener('popstate', read);
    window.addEventListener('hashchange', read);
    return () => {
      window.removeEventListener('popstate', read);
      window.removeEventListener('hashchange', read);
    };
  }, []);
  const go = useCallback<Go>((change, how) => {
    const next = { ...readAddress(window.location.hash), ...change };
    const text = addressText(next);
    if (how === 'replace') window.history.replaceState(null, '', text);
    else window.history.pushState(null, '', text);
    setAddress(next);
  }, []);
  return [address, go];
};
