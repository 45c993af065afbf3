// Which of two versions of a row is believed, when news of it comes early, late, twice, or from a list
// that was put back as it had been. Versions are compared in etag.ts; what follows is hear-row.ts's.
import { isOlder } from '../rows/etag.ts';

/**
 * How the list came to say it: told as news (delta), read with the whole list, or the row itself
 * read just now.
 */
export type Source = 'news' | 'whole' | 'itself';

type Versions = {
  readonly one: string | null;
  readonly held: string | null;
  /** This process wrote the row, or read it by itself, since the list was asked. */
  readonly landed: boolean;
  readonly from: Source;
};

/**
 * An older version is late news where this process wrote the row meanwhile, or else its list was put back
 * as it had been; and of two versions in no order either may be the later. Wherever that could be so the
 * row itself is asked; what was read of it without anything done meanwhile is believed.
 */
export const isBelieved = ({ one, held, landed, from }: Versions): boolean => {
  const older = isOlder(one, held);
  if (older === false) return true;
  if (landed) return false;
  return older === null || from !== 'news';
};
