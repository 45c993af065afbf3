// Asks local Microsoft 365 for trouble, with units to spare: a journey tells months in seconds, and
// held to a tenant's units it would mostly wait for the next minute. Those limits have tests of their own.
import { ask } from './seat.ts';

/** In place of whatever trouble was asked for before. */
export const troubleAt =
  (localUrl: string) =>
  async (faults: object = {}): Promise<void> => {
    await ask('PUT', `${localUrl}/local/faults`, { unitsPerMinute: 100_000_000, ...faults });
  };
