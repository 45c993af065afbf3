// Ports for tests of use cases: the replica's own tables with a council's rows, over an Outbox; and what those
// beside them say where a test asks nothing of them.

import {
  type RegisterName,
  type Registers,
  type Row,
  registerNames,
} from '../../src/registers/registers.ts';
import { openLayers } from '../../src/sharepoint/replica/layers.ts';
import { change } from '../../src/use-cases/change.ts';
import type { Delivery, Outbox, Pending, Ports } from '../../src/use-cases/ports.ts';
import { asPending } from '../pending.ts';

/** The replica's own layers, laid over with a council's rows. */
export const councilWith = (
  outbox: Outbox,
  registers: Registers,
  moment = '2021-03-10T10:00',
): Pick<Ports, 'outbox' | 'clock' | 'replica'> => {
  const layers = Object.fromEntries(registerNames.map((name) => [name, openLayers(name)]));
  let sequence = 1_000_000;
  const lay = (changes: readonly Pending[]) => {
    for (const each of changes) layers[each.register]?.lay([each]);
  };
  for (const name of registerNames)
    for (const { key, ...set } of registers[name].values() as Iterable<Row<RegisterName>>) {
      sequence -= 1;
      lay([asPending(change(name, key, set as never), -sequence)]);
    }
  const tables = Object.fromEntries(registerNames.map((name) => [name, layers[name]?.table]));
  const at = Temporal.ZonedDateTime.from(`${moment}[Europe/London]`);
  return {
    outbox,
    clock: { now: () => at },
    replica: {
      registers: () => tables as unknown as Registers,
      lay,
      heardAt: () => null,
      takeEdits: () => [],
    },
  };
};

/** A log that nobody reads. */
export const quiet: Ports['log'] = { info: () => undefined, fault: () => undefined };

/** How a message fares that arrives at once. */
export const arrives: Delivery = {
  outcome: 'sent',
  activity: 'a:1',
  conversation: 'c:1',
  serviceUrl: 'https://teams.example',
  attempts: 1,
  possiblyRepeated: false,
};
