// A dialog that goes away because the address changed, by Back or a link, is never told to close, and
// Fluent then leaves the whole tab hidden from screen readers: this gives it back.
import { useEffect } from 'react';

export const useNeverHidden = (): void => {
  useEffect(() => {
    const tab = document.getElementById('tab');
    const giveBack = () => {
      if (!document.querySelector('[role="dialog"]')) tab?.removeAttribute('aria-hidden');
    };
    // After whatever is going on: a dialog that opens or closes as it should sees to it itself.
    const watch = new MutationObserver(() => setTimeout(giveBack));
    watch.observe(document.body, { childList: true });
    if (tab) watch.observe(tab, { attributeFilter: ['aria-hidden'] });
    return () => watch.disconnect();
  }, []);
};
