// Whether rows wait in the Outbox that this process has not heard of: the app and a command share one.
import type { Change } from '../registers/registers.ts';
import { fold } from '../registers/same-key.ts';
import type { Ports } from './ports.ts';

/** True where any of these rows has a change that is accepted and not yet in its list. */
export const isOnItsWay = async (
  { outbox }: Pick<Ports, 'outbox'>,
  changes: readonly Change[],
): Promise<boolean> => {
  const rowOf = ({ register, key }: Change) => `${register} ${fold(key)}`;
  const waiting = new Set((await outbox.pending(Number.MAX_SAFE_INTEGER)).map(rowOf));
  return changes.some((each) => waiting.has(rowOf(each)));
};
