// What a council may permit the app besides its lists: to ask who has left and who is out of office, and
// to install itself for people it cannot reach. Where it may not, /health says so and the rest goes on.
import type { Beating } from './heartbeat.ts';
import type { Directory } from './use-cases/accounts-port.ts';
import { openAskAway } from './use-cases/ask-away.ts';
import { openAskDirectory } from './use-cases/ask-directory.ts';
import type { Ports } from './use-cases/ports.ts';
import { openReachPeople } from './use-cases/reach-people.ts';

export type Permitted = {
  readonly beats: Pick<Beating, 'askDirectory' | 'askAway' | 'reachPeople'>;
  /** What is off, in sentences for /health. */
  troubles(): readonly string[];
};

export const openPermitted = (ports: Ports, directory: Directory): Permitted => {
  const gone = openAskDirectory(ports, directory);
  const away = openAskAway(ports, directory);
  const reaching = ports.installer ? openReachPeople(ports, ports.installer) : null;
  return {
    beats: {
      askDirectory: gone.ask,
      askAway: away.ask,
      ...(reaching && { reachPeople: reaching.reach }),
    },
    troubles: () =>
      [gone.trouble(), away.trouble(), reaching?.trouble() ?? null].filter((each) => each !== null),
  };
};
