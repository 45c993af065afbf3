// A house with one owner, their deputy, their manager and somebody of the performance team, to see cards
// drawn again in: local Teams over HTTP, a beat done by hand.
import { createPresses } from '../../bot/last-press.ts';
import { createMessenger } from '../../bot/messenger.ts';
import { deliverMessages } from '../../src/use-cases/deliver-messages.ts';
import type { Message, Ports } from '../../src/use-cases/ports.ts';
import { redrawCards } from '../../src/use-cases/redraw-cards.ts';
import { openHouse } from '../bot/house.ts';
import type { Recorded } from '../given.ts';
import { ask, type Card } from '../journeys/seat.ts';

export const cycle = 'plan|2020-21 Q2';
export const codes = ['1', '2', '3'];
const people = ['owner', 'deputy', 'manager', 'performance team'].map((key, n) => ({
  key,
  title: `The ${key}`,
  objectId: `aaaaaaaa-0000-4000-8000-00000000000${n + 1}`,
  roles: [key],
  team: 'waste',
  ...(key === 'owner' ? { deputy: 'deputy' } : {}),
}));
const rows = {
  people,
  teams: [{ key: 'waste', title: 'Waste', directorate: 'Place', manager: 'manager' }],
  cycles: [{ key: cycle, title: 'Quarter 2', revision: 1 }],
  measures: codes.map((code) => ({
    code,
    title: `Measure ${code}`,
    team: 'waste',
    owner: 'owner',
  })),
  returns: codes.map((code) => ({
    measure: `plan|${code}`,
    period: '2020-21 Q2',
    cycle,
    state: 'Due' as const,
    finality: null,
    owner: 'owner',
    dueOn: Temporal.PlainDate.from('2020-10-14'),
  })),
};

/** As the app puts them together: what was pressed is known to who draws. */
const openPorts = async () => {
  const house = await openHouse(rows);
  house.at('2020-10-01T09:30');
  const withPresses = (given: Ports): Ports => {
    const presses = createPresses(() => given.clock.now().toInstant());
    const { connector } = house;
    const { clock, replica } = given;
    const messenger = createMessenger({ connector, clock, replica, presses });
    return { ...given, presses, messenger };
  };
  return { house, withPresses, ports: withPresses(house.ports) };
};

export const openRedrawHouse = async () => {
  const { house, withPresses, ports } = await openPorts();
  const now = () => house.ports.clock.now().toInstant();
  const objectIdOf = (person: string) => people.find(({ key }) => key === person)?.objectId ?? '';
  const look = async (given = ports): Promise<void> => {
    const row = given.replica.registers().cycles.get(cycle);
    if (row === undefined) throw new Error('There is no such cycle.');
    await redrawCards(given, row);
  };
  /** What the heartbeat does: looks at the cards, then sends. */
  const beat = async (given = ports): Promise<void> => {
    await look(given);
    await deliverMessages(given, () => false);
  };
  const record = async () =>
    (await ask('GET', `${house.localUrl}/local/teams/record`)) as Recorded[];
  const chat = (person = 'owner') => house.seat(objectIdOf(person)).chat();
  return {
    ...house,
    ports,
    now,
    look,
    beat,
    deliver: () => deliverMessages(ports, () => false),
    chat,
    objectIdOf,
    /** Another process on the same Outbox: it remembers nothing of the one before. */
    startAgain: () => withPresses({ ...house.ports, outbox: { ...house.ports.outbox } }),
    later: async (moment: string): Promise<void> => {
      house.at(moment);
      await beat();
    },
    send: async (step: Message['step'] = 'Opening', person = 'owner') => {
      const key = `${person}|${cycle}|${step}`;
      const at = now();
      const set = { person, cycle, step, state: 'Queued', fellDueAt: at.toString() };
      house.change({ register: 'notifications', key, set });
      const message: Message = { person, cycle, step, about: null, replaces: null };
      await ports.outbox.accept([{ key, by: null, at, changes: [], message }]);
      await beat();
    },
    setReturn: (code: string, set: Readonly<Record<string, string | number>>) =>
      house.change({ register: 'returns', key: `plan|${code}|2020-21 Q2`, set }),
    setCycle: (set: Readonly<Record<string, string | number>>) =>
      house.change({ register: 'cycles', key: cycle, set }),
    sent: async () => (await record()).filter((each) => each.kind === 'create'),
    updates: async () => (await record()).filter((each) => each.kind === 'update'),
    cardOf: async (person = 'owner'): Promise<Card> => {
      const card = (await chat(person)).at(-1)?.card;
      if (!card) throw new Error('There is no such card.');
      return card;
    },
    teams: (person: string, does: 'block' | 'unblock') =>
      ask('POST', `${house.localUrl}/local/teams/people/${objectIdOf(person)}/${does}`, {}),
    ledger: (person = 'owner', step = 'Opening') =>
      ports.replica.registers().notifications.get(`${person}|${cycle}|${step}`),
  };
};
