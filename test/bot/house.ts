// A bot put together on this machine for one test file: local Microsoft 365 as Teams, the embedded
// Outbox, and registers in memory over which accepted changes are laid.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createConnector } from '../../bot/connector.ts';
import { createMessenger } from '../../bot/messenger.ts';
import { createBot } from '../../bot/teams-app.ts';
import { appId, tenantId } from '../../src/local/ids.ts';
import { startLocal } from '../../src/local/local.ts';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Columns } from '../../src/registers/register.ts';
import { fromPlain } from '../../src/registers/register.ts';
import { type Change, registerNames, registers } from '../../src/registers/registers.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { ask, seatAt } from '../journeys/seat.ts';
import { type Rows, registersOf, rowOf } from '../rules/table-of.ts';

export const openHouse = async (rows: Rows) => {
  const folder = await mkdtemp(join(tmpdir(), 'bot-house-'));
  const app = express();
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const local = await startLocal({ port: 0, dataFolder: folder, appUrl, quiet: true });
  const outbox = openOutbox(join(folder, 'outbox.sqlite'));
  const memory = inMemory(rows);
  let now = Temporal.ZonedDateTime.from('2020-10-01T09:00[Europe/London]');
  const faults: unknown[] = [];
  const clock = { now: () => now };
  const token = () => botToken(local.url);
  const reach = {
    appId,
    tenantId,
    token,
    allowedServiceUrls: [local.url],
    requestsPerMinute: 900_000,
  };
  const connector = createConnector({ ...reach, defaultServiceUrl: local.url, timeLimit: 2_000 });
  const ports: Ports = {
    clock,
    outbox,
    replica: memory,
    lists: {
      write: async () => [],
      history: async () => [],
      whoEdited: async () => [],
      remove: async () => [],
    },
    messenger: createMessenger({ connector, replica: memory, clock }),
    log: { info() {}, fault: (event, error) => faults.push([event, error]) },
  };
  const channelKeysUrl = `${local.url}/v1/.well-known/keys`;
  await createBot({
    ...reach,
    tenants: [tenantId],
    express: app,
    channelKeysUrl,
    connector,
    ports,
    upToDate: () => Promise.resolve(),
  });
  await ask('PUT', `${local.url}/local/directory`, { people: peopleIn(rows) });
  return {
    ports,
    connector,
    faults,
    appUrl,
    localUrl: local.url,
    seat: (objectId: string) => seatAt(local.url, objectId),
    at: (moment: string) => {
      now = Temporal.ZonedDateTime.from(`${moment}[Europe/London]`);
    },
    change: memory.change,
    async close() {
      await local.close();
      server.closeAllConnections();
      server.close();
      outbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const peopleIn = (rows: Rows) =>
  (rows.people ?? []).map((person) => ({
    id: person.objectId,
    displayName: person.title,
    userPrincipalName: `${person.key}@council.example`,
    installed: true,
    region: 'emea',
  }));

const botToken = async (url: string): Promise<string> => {
  const answer = await fetch(`${url}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'local',
      client_secret: 'local',
      scope: 'https://api.botframework.com/.default',
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};

const inMemory = (rows: Rows) => {
  const held = new Map(
    registerNames.map((name) => [
      name,
      new Map((rows[name] ?? []).map((said) => rowOf(name, said)).map((row) => [row.key, row])),
    ]),
  );
  let tables = registersOf(rows);
  const change = ({ register, key, set }: Change): void => {
    const columns: Columns = registers[register].columns;
    const typed = Object.fromEntries(
      Object.entries(set).flatMap(([name, value]) =>
        columns[name] === undefined ? [] : [[name, fromPlain(columns[name], value)]],
      ),
    );
    const table = held.get(register);
    table?.set(key, rowOf(register, { ...table.get(key), ...typed, key }));
    tables = registersOf(
      Object.fromEntries([...held].map(([name, each]) => [name, [...each.values()]])) as Rows,
    );
  };
  return {
    registers: () => tables,
    lay: (changes: readonly Change[]) => changes.forEach(change),
    heardAt: () => null,
    takeEdits: () => [],
    change,
  };
};
