// Whether this process holds the lease, asked before each piece of work; that it cannot be asked for at all
// is said in the log when that changes and not at every beat, and on /health for as long as it lasts.
import type { Lease, Ports } from './use-cases/ports.ts';

/** What is wrong with the lease, by the ports of the app whose lease it is. */
const troubles = new WeakMap<object, Error>();

/** The lease cannot be asked for: nobody does the work that only its holder may. */
export const leaseIsInTrouble = (ports: object): boolean => troubles.has(ports);

/** True while it is held. A lease that cannot be asked for is not held. */
export const watchLease = (ports: Pick<Ports, 'log'>, lease: Lease): (() => boolean) => {
  const { log } = ports;
  return () => {
    try {
      const isHeld = lease.hold();
      if (troubles.delete(ports)) log.info('the lease can be asked for again');
      return isHeld;
    } catch (cause) {
      const trouble = cause instanceof Error ? cause : new Error(String(cause));
      if (trouble.message !== troubles.get(ports)?.message)
        log.fault('the lease cannot be asked for', trouble);
      troubles.set(ports, trouble);
      return false;
    }
  };
};
