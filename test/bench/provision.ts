// (f) A new site given every list, view and format, and looked at again: what it costs of Graph, as
// local Microsoft 365 counts it, against the least possible by batches of twenty.

import { appEnvironment } from '../../src/commands/local-settings.ts';
import { provision } from '../../src/commands/provision.ts';
import type { Faults } from '../../src/local/faults/faults.ts';
import { ask } from '../journeys/seat.ts';
import { type BenchRow, figure } from './figures.ts';
import { openHouse } from './given-house.ts';

const site = 'empty-site';

export const measureProvision = async (): Promise<BenchRow> => {
  const house = await openHouse(site);
  try {
    await ask('PUT', `${house.localUrl}/local/sites/${site}`, { displayName: 'An empty site' });
    const localPort = Number(new URL(house.localUrl).port);
    const env = appEnvironment({ port: 1, localPort, dataFolder: 'unused', site });
    const run = async () => {
      await house.trouble({ unitsPerMinute: 10_000_000 });
      const said: string[] = [];
      const began = performance.now();
      await provision([], env, (line) => said.push(line));
      const took = performance.now() - began;
      return { took, said: said.join('\n'), counted: await house.counters() };
    };
    const first = await run();
    const second = await run();
    const least = /the least possible was (\d+) and (\d+)/.exec(first.said);
    const wrote = second.said.includes('nothing was written') ? [] : ['A second run wrote.'];
    return {
      row: 'provision',
      title: '(f) Provisioning an empty site',
      how: [
        'The command on local Microsoft 365, twice, as that counts it; and the least there is.',
      ],
      figures: [
        figure({
          what: 'Graph requests',
          value: first.counted.graph.requests,
          unit: 'requests',
          against: { what: 'least by batches of twenty', value: Number(least?.[1]) },
        }),
        figure({
          what: 'resource units',
          value: first.counted.graph.units,
          unit: 'units',
          against: { what: 'least', value: Number(least?.[2]) },
        }),
        figure({ what: 'first run', value: first.took / 1_000, unit: 's' }),
        figure({ what: 'second run', value: second.took / 1_000, unit: 's' }),
      ],
      counted: {
        'first: requests': first.counted.graph.requests,
        'first: units': first.counted.graph.units,
        'second: requests': second.counted.graph.requests,
        'second: units': second.counted.graph.units,
      },
      wrong: [...wrote, ...saidWrong(first)],
    };
  } finally {
    await house.close();
  }
};

type Run = { readonly said: string; readonly counted: Faults['counters'] };

/** The command counts for itself too: an officer is told what local Microsoft 365 would say. */
const saidWrong = ({ said, counted: { graph } }: Run): readonly string[] => {
  const found = /Graph: (\d+) requests and (\d+) resource units/.exec(said);
  return Number(found?.[1]) === graph.requests && Number(found?.[2]) === graph.units
    ? []
    : [
        `The command says ${found?.[0] ?? 'nothing'}; counted were ${graph.requests}, ${graph.units}.`,
      ];
};
