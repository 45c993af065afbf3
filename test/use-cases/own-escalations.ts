// The council of given-escalation.ts, opened anew for each test of a file and closed after it.
import { afterEach, beforeEach } from 'vitest';
import type { Ports } from '../../src/use-cases/ports.ts';
import { openCouncil } from './given-escalation.ts';

type Council = ReturnType<typeof openCouncil>;

/** Always of the test that runs: what it answers may be taken apart once, at the head of a file. */
export const ownEscalations = () => {
  let council: Council;
  beforeEach(() => {
    council = openCouncil();
  });
  afterEach(() => council.close());
  return {
    /** With its ports as they are now, since `house` begins them anew. */
    council: {
      get ports(): Ports {
        return council.ports;
      },
      waiting: () => council.waiting(),
    },
    house: (...said: Parameters<Council['house']>) => council.house(...said),
    registers: () => council.registers(),
    of: (key?: string) => council.of(key),
    events: (key?: string) => council.events(key),
    sentTo: () => council.sentTo(),
  };
};
