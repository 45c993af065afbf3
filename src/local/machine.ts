// What every part of local Microsoft 365 is given when it starts: nothing is held in modules,
// so that several can run in one process.
import type { Events } from './events.ts';
import type { Faults } from './faults/faults.ts';
import type { KeySets } from './sign-in/key-sets.ts';
import type { Store } from './store.ts';
import type { CouncilTime } from './teams/council-time.ts';

export type Machine = {
  /** Where this process is reached, without a closing slash; issuers and service urls start with it. */
  readonly origin: string;
  /** Where the app is reached, without a closing slash. */
  readonly appUrl: string;
  readonly store: Store;
  readonly keys: KeySets;
  readonly faults: Faults;
  readonly events: Events;
  readonly councilTime: CouncilTime;
};
