// While Graph is away, one call at a time finds out whether it is back. The rest wait for how that one
// ends: should it fail they fail with it, unsent, so that an hour's outage is no hour of hammering.
import { GraphFault } from './graph-fault.ts';

export type OneProbe = {
  /** Waits for a probe under way. Throws, as unreachable and unsent, where it failed. */
  settled(): Promise<void>;
  /** Makes the call, as the probe where Graph was last away. */
  through<Result>(call: () => Promise<Result>): Promise<Result>;
};

export const openOneProbe = (): OneProbe => {
  let away = false;
  /** Resolves with whether Graph answered; null while nobody is finding out. */
  let probe: Promise<boolean> | null = null;

  const tried = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    try {
      const result = await call();
      away = false;
      return result;
    } catch (fault) {
      away = isAway(fault);
      throw fault;
    }
  };
  return {
    settled: async () => {
      while (away && probe !== null) if (!(await probe)) throw stillAway();
    },
    through: async (call) => {
      // Nothing may come between the last look and the call, or two would take themselves for the probe.
      while (away && probe !== null) if (!(await probe)) throw stillAway();
      if (!away) return tried(call);
      const trying = tried(call);
      const mine = trying.then(
        () => true,
        () => !away,
      );
      probe = mine;
      try {
        return await trying;
      } finally {
        await mine;
        probe = null;
      }
    },
  };
};

/** No answer at all, or a gateway's that has none either. A refusal is an answer; what we call off asks nothing. */
const isAway = (fault: unknown): boolean =>
  fault instanceof GraphFault &&
  !fault.calledOff &&
  fault.kind === 'unreachable' &&
  (fault.status === 0 || fault.status > 500);

const stillAway = (): GraphFault =>
  new GraphFault('Graph is away; nothing was sent.', {
    kind: 'unreachable',
    status: 0,
    code: 'away',
    unsent: true,
  });
