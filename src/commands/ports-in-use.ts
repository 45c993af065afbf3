// Which port to use, and whether another program has it.
import { createServer } from 'node:net';
import { Unable } from './unable.ts';

export const readPort = (name: string, text: string | undefined, fallback: number): number => {
  if (text === undefined || text === '') return fallback;
  if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535) return Number(text);
  throw new Unable(`${name} is "${text.slice(0, 40)}": it must be a port number from 1 to 65535.`);
};

export const portIsFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
