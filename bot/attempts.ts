// Makes one request to Teams until it succeeds, may not be tried again, or has been tried enough.
// What a fault means is read in connector-fault.ts; when a request may leave is the pacer's.
import { type ConnectorFault, readFault } from './connector-fault.ts';
import { type MachineClock, machineClock } from './machine-clock.ts';
import { createPacer, type Pacer } from './pacer.ts';

export type AttemptSettings = {
  /** How often one request is tried, in all. */
  readonly tries?: number;
  readonly clock?: MachineClock;
  readonly pacer?: Pacer;
};

/** `attempts`: requests made. `replyLost`: one of them may have been carried out unseen. */
export type Reply<Value> = {
  readonly attempts: number;
  readonly replyLost: boolean;
} & ({ readonly value: Value } | { readonly fault: ConnectorFault });

/** `first`: a person is waiting for it. */
export type Turn = { readonly conversation: string; readonly first: boolean };

/** Teams asking for longer than this is a failure that says so, not a wait. */
const longestWait = 5 * 60_000;

/** `ready`: resolves once there is a token, or there is none to be had. */
export type SigningIn = { readonly ready: () => Promise<void>; readonly forget: () => void };

/**
 * A refused token is dropped, so that the next request signs in anew. A request that waits for a token
 * waits before its turn: those let go meanwhile would all leave at once.
 */
export const createAttempts = (settings: AttemptSettings, signingIn: SigningIn) => {
  const clock = settings.clock ?? machineClock;
  const pacer = settings.pacer ?? createPacer(clock);
  const tries = settings.tries ?? 10;
  return async <Value>(turn: Turn, request: () => Promise<Value>): Promise<Reply<Value>> => {
    let replyLost = false;
    for (let attempts = 1; ; attempts += 1) {
      await signingIn.ready();
      await pacer.turn(turn.conversation, turn.first);
      try {
        return { value: await request(), attempts, replyLost };
      } catch (error) {
        const fault = readFault(error);
        replyLost ||= fault.replyLost;
        if (fault.status === 401) signingIn.forget();
        const wait = fault.retryAfter ?? backOff(attempts);
        if (fault.kind !== 'retry' || attempts >= tries || wait > longestWait)
          return { fault, attempts, replyLost };
        await clock.wait(wait);
      }
    }
  };
};

/** Half a second doubling to a minute, give or take a half so that retries do not march in step. */
const backOff = (attempts: number): number =>
  Math.min(60_000, 500 * 2 ** (attempts - 1)) * (0.5 + Math.random());
