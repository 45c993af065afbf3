// (f) A new site given every list, view and format, and looked at again: what it costs of Graph, as
// local Microsoft 365 counts it, against the least possible by batches of twenty.

import { appEnvironment } from '../../src/commands/local-settings.ts';
import { provision } from '../../src/commands/provision.ts';
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
        'The command on local Microsoft 365, twice; what it says it cost, and the least there is.',
      ],
      figures: [
        figure({
          what: 'Graph requests',
          value: costIn(first.said)[0],
          unit: 'requests',
          against: { what: 'least by batches of twenty', value: Number(least?.[1]) },
        }),
        figure({
          what: 'resource units',
          value: costIn(first.said)[1],
          unit: 'units',
          against: { what: 'least', value: Number(least?.[2]) },
        }),
        figure({ what: 'first run', value: first.took / 1_000, unit: 's' }),
        figure({ what: 'second run', value: second.took / 1_000, unit: 's' }),
      ],
      counted: {
        ...Object.fromEntries(
          Object.entries(first.counted).map(([name, n]) => [`first: ${name}`, Number(n)]),
        ),
        ...Object.fromEntries(
          Object.entries(second.counted).map(([name, n]) => [`second: ${name}`, Number(n)]),
        ),
      },
      wrong: wrote,
    };
  } finally {
    await house.close();
  }
};

const costIn = (said: string): readonly [number, number] => {
  const found = /Graph: (\d+) requests and (\d+) resource units/.exec(said);
  return [Number(found?.[1]), Number(found?.[2])];
};
