// What a piece of work costs Graph and whoever does it: requests, resource units and refusals as local
// Microsoft 365 counts them, bytes at this process's sockets (both ways, headers included), seconds.
// One way for everybody: all of them use the `fetch` of this process.
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { House } from './given-house.ts';

export type Traffic = {
  readonly requests: number;
  readonly units: number;
  /** Calls that Graph refused with 429, alone or in a batch. */
  readonly throttled: number;
  readonly bytes: number;
  readonly seconds: number;
};

const sockets = new Set<Socket>();
subscribe('undici:client:connected', (told) => {
  sockets.add((told as { readonly socket: Socket }).socket);
});

const bytesSoFar = (): number =>
  [...sockets].reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0);

/** The work, and what it cost; nothing else may be asking this Graph meanwhile. */
export const traffic = async <Result>(
  house: House,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly cost: Traffic }> => {
  const { graph: before } = await house.counters();
  const [bytes, began] = [bytesSoFar(), performance.now()];
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  const moved = bytesSoFar() - bytes;
  const { graph: after } = await house.counters();
  return {
    result,
    cost: {
      requests: after.requests - before.requests,
      units: after.units - before.units,
      throttled: after.throttled - before.throttled,
      bytes: moved,
      seconds,
    },
  };
};
