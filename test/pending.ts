// A change as the Outbox hands it on, for tests that need none: accepted just now by the product.
import type { Change } from '../src/registers/registers.ts';
import type { Pending } from '../src/use-cases/ports.ts';

export const asPending = (
  change: Change,
  sequence: number,
  more: Partial<Pick<Pending, 'by' | 'acceptedAt'>> = {},
): Pending => ({ ...change, sequence, by: null, acceptedAt: Temporal.Now.instant(), ...more });
