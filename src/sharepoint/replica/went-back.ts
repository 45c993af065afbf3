// Which lists were put back as they had been, as from a backup: said for a day, so that whoever looks
// after the council's lists knows why rows differ from what people remember.
import {
  registers as declared,
  type RegisterName,
  registerNames,
} from '../../registers/registers.ts';
import type { Log } from '../../use-cases/ports.ts';
import type { MachineClock } from '../graph/machine-clock.ts';
import type { Layers } from './layers.ts';

/** A list by its display name, and how many of its rows are as they had been before. */
export type WentBack = { readonly list: string; readonly rows: number };

const dayInMilliseconds = 24 * 3_600_000;

type Watched = {
  readonly layers: Readonly<Record<RegisterName, Layers>>;
  readonly log: Log;
  readonly clock: Pick<MachineClock, 'now'>;
};

export type WentBackLists = {
  /** Takes in what the last reading found. */
  note(): void;
  said(): readonly WentBack[];
};

export const openWentBack = ({ layers, log, clock }: Watched): WentBackLists => {
  const known = new Map<RegisterName, { rows: number; at: number }>();
  const note = (): void => {
    for (const name of registerNames) {
      const rows = layers[name].wentBack();
      if (rows === 0) continue;
      log.info('a list went back in time', { list: declared[name].list, rows });
      known.set(name, { rows: rows + (known.get(name)?.rows ?? 0), at: clock.now() });
    }
  };
  return {
    note,
    said: () => {
      note();
      for (const [name, { at }] of known) {
        if (clock.now() - at >= dayInMilliseconds) known.delete(name);
      }
      return [...known].map(([name, { rows }]) => ({ list: declared[name].list, rows }));
    },
  };
};
