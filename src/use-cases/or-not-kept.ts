// An Outbox that can keep nothing just now, as a refusal that a card can word.
import { type Refused, refused } from './refused.ts';
import { StoreFault } from './store-fault.ts';

export const orNotKept = <Done>(work: Promise<Done>): Promise<Done | Refused> =>
  work.catch((fault: unknown) => {
    if (fault instanceof StoreFault) return refused({ reason: 'not kept' });
    throw fault;
  });
