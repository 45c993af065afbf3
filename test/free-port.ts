// A port nobody on this machine is using just now, nor soon will by chance: from below those that the operating
// system gives to whoever asks for any.
import { createServer } from 'node:net';

const lowest = 20_000;
const highest = 32_000;

export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
