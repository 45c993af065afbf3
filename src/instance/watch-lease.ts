// Whether this process holds the lease, asked before each piece of work and again before each step of it
// that reaches outside. That it is had, lost or cannot be asked for at all is said in the log when that
// changes and not at every beat, and the last of these on /health for as long as it lasts.
import type { Lease, Log } from '../use-cases/ports.ts';

export type LeaseWatch = {
  /** True while it is held. A lease that cannot be asked for is not held. */
  isHeld(): boolean;
  /** As it was when last asked. */
  wasHeld(): boolean;
  /**
   * For one piece of work: true for as long as the lease has been held without a break since. Work begun
   * before it was lost is not gone on with when it is had again, since another may have done it meanwhile.
   */
  tenure(): () => boolean;
  /** It could not be asked for: nobody does the work that only its holder may. */
  isInTrouble(): boolean;
  /** For good: whoever asks next may have it, and nothing here takes it again. */
  letGo(): void;
};

/** Nothing is asked for until `isHeld` is. */
export const watchLease = ({ log }: { readonly log: Log }, lease: Lease): LeaseWatch => {
  let trouble: Error | null = null;
  let wasHeld = false;
  let breaks = 0;
  let isLetGo = false;
  const isHeld = (): boolean => {
    const isNow = asked();
    if (isNow !== wasHeld) log.info(isNow ? 'the lease is held here' : 'the lease is held no more');
    if (!isNow) breaks += 1;
    wasHeld = isNow;
    return isNow;
  };
  const asked = (): boolean => {
    if (isLetGo) return false;
    try {
      const isNow = lease.hold();
      if (trouble !== null) log.info('the lease can be asked for again');
      trouble = null;
      return isNow;
    } catch (cause) {
      const fault = cause instanceof Error ? cause : new Error(String(cause));
      if (fault.message !== trouble?.message) log.fault('the lease cannot be asked for', fault);
      trouble = fault;
      return false;
    }
  };
  return {
    isHeld,
    wasHeld: () => wasHeld,
    tenure: () => {
      const before = breaks;
      return () => isHeld() && breaks === before;
    },
    isInTrouble: () => trouble !== null,
    letGo: () => {
      isLetGo = true;
      isHeld();
      lease.release();
    },
  };
};
