// Whether this process holds the lease, asked before each piece of work; that it cannot be asked for at all
// is said in the log when that changes and not at every beat, and on /health for as long as it lasts.
import type { Lease, Ports } from './use-cases/ports.ts';

export type LeaseWatch = {
  /** True while it is held. A lease that cannot be asked for is not held. */
  isHeld(): boolean;
  /** It could not be asked for: nobody does the work that only its holder may. */
  isInTrouble(): boolean;
};

export const watchLease = ({ log }: Pick<Ports, 'log'>, lease: Lease): LeaseWatch => {
  let trouble: Error | null = null;
  return {
    isHeld: () => {
      try {
        const isHeld = lease.hold();
        if (trouble !== null) log.info('the lease can be asked for again');
        trouble = null;
        return isHeld;
      } catch (cause) {
        const fault = cause instanceof Error ? cause : new Error(String(cause));
        if (fault.message !== trouble?.message) log.fault('the lease cannot be asked for', fault);
        trouble = fault;
        return false;
      }
    },
    isInTrouble: () => trouble !== null,
  };
};
