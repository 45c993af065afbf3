// What an app that starts takes up from its Outbox: the changes that are still to be written. Those
// the lists have gone past are let go, so that an older copy put back does not undo what came after.
import { isOvertaken } from '../rules/overtaken.ts';
import type { Ports } from './ports.ts';

type TakenUp = {
  /** By sequence: what the lists have gone past, which is laid over nothing. */
  readonly gonePast: ReadonlySet<number>;
  /** Takes them out of the Outbox, once. The lease-holder's alone, and before it writes anything. */
  letGo(): Promise<void>;
};

/** To be called once, when the lists have been read and nothing is laid over them yet. */
export const takeUp = async ({
  outbox,
  replica,
  log,
}: Pick<Ports, 'outbox' | 'replica' | 'log'>): Promise<TakenUp> => {
  const pending = await outbox.pending(Number.MAX_SAFE_INTEGER);
  const registers = replica.registers();
  const past = pending.filter((each) => isOvertaken(registers, each));
  const gonePast = new Set(past.map(({ sequence }) => sequence));
  replica.lay(pending.filter(({ sequence }) => !gonePast.has(sequence)));
  let isLetGo = gonePast.size === 0;
  return {
    gonePast,
    letGo: async () => {
      if (isLetGo) return;
      await outbox.landed([...gonePast]);
      isLetGo = true;
      log.info('changes let go that the lists have gone past', { changes: gonePast.size });
    },
  };
};
