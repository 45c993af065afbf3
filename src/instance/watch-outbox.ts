// Whether the Outbox can take work, asked at each beat, and said in the log when that changes and not
// at every beat. What is wrong, and whether it passes, is the Outbox's to know.
import type { Ports } from '../use-cases/ports.ts';

/** True where it can. */
export const watchOutbox = ({ outbox, log }: Pick<Ports, 'outbox' | 'log'>): (() => boolean) => {
  let said: string | null = null;
  return () => {
    const isWell = outbox.isWell();
    const trouble = outbox.trouble();
    if (trouble !== null && trouble.message !== said)
      log.fault('the Outbox takes nothing', trouble, { trouble: trouble.trouble });
    if (trouble === null && said !== null) log.info('the Outbox takes work again');
    said = trouble?.message ?? null;
    return isWell;
  };
};
