// What an app that starts takes up from its Outbox: the changes that are still to be written. Those
// the lists have gone past are let go, so that an older copy put back does not undo what came after.
import { isOvertaken } from '../rules/overtaken.ts';
import type { Ports } from './ports.ts';

/** To be called once, when the lists have been read and nothing is laid over them yet. */
export const takeUp = async ({
  outbox,
  replica,
  log,
}: Pick<Ports, 'outbox' | 'replica' | 'log'>): Promise<void> => {
  const pending = await outbox.pending(Number.MAX_SAFE_INTEGER);
  const registers = replica.registers();
  const gonePast = new Set(pending.filter((each) => isOvertaken(registers, each)));
  if (gonePast.size > 0) {
    await outbox.landed([...gonePast].map(({ sequence }) => sequence));
    log.info('changes let go that the lists have gone past', { changes: gonePast.size });
  }
  replica.lay(pending.filter((each) => !gonePast.has(each)));
};
