// The council of targets-council.ts over an Outbox of each test's own.
import type { Ports } from '../../src/use-cases/ports.ts';
import { ownOutbox } from './own-outbox.ts';
import { council, type Said } from './targets-council.ts';

export const ownTargets = (): ((said?: Said) => Ports) => {
  const own = ownOutbox();
  return (said = {}) => council(own.outbox, said);
};
