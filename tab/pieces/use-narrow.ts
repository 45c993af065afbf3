// How narrow the tab is: on a phone tabs become a menu; a little above it rows are still cards.
import { useSyncExternalStore } from 'react';

/** As narrow as a phone; styles take it as a key. */
export const narrow = '@media (max-width: 639px)';
/** In step with useTooNarrowForGrid. */
export const tooNarrowForGrid = '@media (max-width: 899px)';

const under = (width: number) => {
  const query = window.matchMedia(`(max-width: ${width - 1}px)`);
  const watch = (changed: () => void): (() => void) => {
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  };
  return (): boolean => useSyncExternalStore(watch, () => query.matches);
};

/** Too narrow for a grid: beside a chat, or a tablet held upright. */
export const useTooNarrowForGrid = under(900);
