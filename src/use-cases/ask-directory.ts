// Once a day, asks the directory who on People is there no more, and puts down that they have left. What
// follows from that is worked out where everything else about leavers is.
import type { Person } from '../registers/people.ts';
import { accept } from './accept.ts';
import type { Directory } from './accounts-port.ts';
import { change } from './change.ts';
import { changesToldOf } from './changes-told.ts';
import type { Entry, Ports } from './ports.ts';

export type AskDirectory = {
  /** Does nothing where today's answer is kept; after a fault it is asked again within the hour. */
  ask(): Promise<void>;
  /** What keeps it from being asked or believed, in a sentence for /health; null where nothing does. */
  trouble(): string | null;
};

/** More than these at once is taken for a fault of the directory's, or of the ids on People. */
const mostAtOnce = 3;
const mostOfAll = 0.1;

const notPermitted =
  'Leavers are not looked for in the directory: the app has not been granted User.ReadBasic.All. Left on, in the People list, says who has left.';

export const openAskDirectory = (
  ports: Ports,
  directory: Pick<Directory, 'gone'>,
): AskDirectory => {
  let tried = '';
  let trouble: string | null = null;
  return {
    trouble: () => trouble,
    ask: async () => {
      const now = ports.clock.now();
      const hour = now.toPlainDateTime().round({ smallestUnit: 'hour', roundingMode: 'floor' });
      if (tried === hour.toString()) return;
      tried = hour.toString();
      const claim = `directory|${now.toPlainDate().toString()}`;
      if ((await ports.outbox.find(claim)) !== null) return;
      const people = [...ports.replica.registers().people.values()].filter(
        ({ objectId, leftOn }) => objectId !== '' && leftOn === null,
      );
      const gone = await directory.gone(people.map(({ objectId }) => objectId));
      trouble = gone === null ? notPermitted : tooMany(gone.length, people.length);
      if (gone === null || trouble !== null) return;
      const left = people.filter(({ objectId }) => gone.includes(objectId));
      const at = now.toInstant();
      const asked: Entry = { key: claim, by: null, at, changes: [], message: null };
      await accept(ports, [...left.map((person) => leftEntry(ports, person)), asked]);
    },
  };
};

const tooMany = (gone: number, of: number): string | null =>
  gone > Math.max(mostAtOnce, of * mostOfAll)
    ? `The directory does not know ${gone} of the ${of} people on People, so it is not believed that they have left. Check their Entra object ids in the People list.`
    : null;

const leftEntry = (ports: Pick<Ports, 'replica' | 'clock'>, { key }: Person): Entry => {
  const now = ports.clock.now();
  return {
    key: `gone|${key}|${changesToldOf(ports, 'people', key)}`,
    by: null,
    at: now.toInstant(),
    changes: [change('people', key, { leftOn: now.toPlainDate() })],
    message: null,
    journal: { source: 'product', why: 'Their account is not in the directory any more' },
  };
};
