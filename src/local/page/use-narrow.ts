// Whether the page is as narrow as a phone: then seats, chat and tab are shown one at a time.
import { useSyncExternalStore } from 'react';

const phone = () => matchMedia('(max-width: 760px)');

function listen(notify: () => void): () => void {
  const query = phone();
  query.addEventListener('change', notify);
  return () => query.removeEventListener('change', notify);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => phone().matches);
}
