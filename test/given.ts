// A house to test in: local Microsoft 365 and the app in this process, over real HTTP, in a folder of
// their own, with the sample council loaded and its clock at Thu 1 October 2020, 09:00.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type App, startApp } from '../src/app.ts';
import { appEnvironment } from '../src/commands/local-settings.ts';
import { provision } from '../src/commands/provision.ts';
import { readConfig } from '../src/config.ts';
import { appId, catalogueAppId } from '../src/local/ids.ts';
import { startLocal } from '../src/local/local.ts';
import type { SampleCouncil } from '../src/samples/sample-council.ts';
import { stokeOnTrent } from '../src/samples/stoke-on-trent.ts';
import { freePort } from './free-port.ts';
import { editByHand, type Fields, readList } from './journeys/lists-by-hand.ts';
import { ask, type Seat, seatAt } from './journeys/seat.ts';
import { troubleAt } from './journeys/trouble.ts';
import { loadedFolder } from './stock.ts';

export type House = {
  readonly localUrl: string;
  readonly appUrl: string;
  readonly council: SampleCouncil;
  readonly app: App;
  /** Where the app keeps what is its own. */
  readonly dataFolder: string;
  /** The seat of a person by their key in the People register. */
  seat(person: string): Seat;
  objectIdOf(person: string): string;
  /** Moves the council's clock and waits until all that fell due is done and sent. */
  moveClock(move: string): Promise<readonly string[]>;
  /** To a date and time in the council's zone. */
  moveClockTo(moment: string): Promise<readonly string[]>;
  /** Every message local Teams accepted, in order. */
  record(): Promise<readonly Recorded[]>;
  /** A list's rows as Graph gives them, once all that was accepted has landed. */
  list(name: string): Promise<readonly Fields[]>;
  /** Trouble at local Microsoft 365, in place of what there was. */
  trouble(faults?: object): Promise<void>;
  /** Changes a row of a list as a person in SharePoint would. */
  editByHand(list: string, key: string, fields: Fields): Promise<void>;
  tabToken(person: string, overrides?: object): Promise<string>;
  /** Waits until the Outbox is empty. */
  landed(): Promise<void>;
  /** `between`: done while it is stopped. */
  restart(between?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

export type Recorded = {
  readonly sequence: number;
  readonly kind: 'create' | 'update' | 'delete';
  readonly personId: string;
  readonly summary: string | null;
  readonly card: object | null;
};

/** What a council may switch on. */
type Switches = {
  readonly personalObjectives?: true;
  /** What somebody saves in the tab is written as them. */
  readonly writesAsPerson?: true;
  /** The app may install itself for people who have not got it. */
  readonly installs?: true;
  /** ROLE_GROUPS: which groups of the directory give which roles. */
  readonly roleGroups?: string;
  /** Where an OpenTelemetry collector listens. */
  readonly collector?: string;
  /** In which a body must have come. */
  readonly secondsForBody?: number;
};

export const openHouse = async (
  council: SampleCouncil = stokeOnTrent(),
  switches: Switches = {},
): Promise<House> => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-house-'));
  const port = await freePort();
  const appUrl = `http://localhost:${port}`;
  const localFolder = path.join(dataFolder, 'local');
  await loadedFolder(council, localFolder);
  const local = await startLocal({ port: 0, dataFolder: localFolder, appUrl, quiet: true });
  const trouble = troubleAt(local.url);
  await trouble();
  const env = {
    ...appEnvironment({
      port,
      localPort: local.port,
      dataFolder,
      site: council.site,
      startsAt: council.startsAt,
    }),
    PERSONAL_OBJECTIVES: switches.personalObjectives ? 'on' : 'off',
    WRITE_AS_PERSON: switches.writesAsPerson ? 'on' : 'off',
    UNITS_PER_MINUTE: '900000',
    REQUESTS_PER_MINUTE: '900000',
    ...(switches.installs && { TEAMS_APP_ID: catalogueAppId }),
    ...(switches.roleGroups && { ROLE_GROUPS: switches.roleGroups }),
    ...(switches.collector && { OTEL_EXPORTER_OTLP_ENDPOINT: switches.collector }),
  };
  const more = [
    ...(switches.installs ? ['TeamsAppInstallation.ReadWriteSelfForUser.All'] : []),
    ...(switches.roleGroups ? ['GroupMember.Read.All'] : []),
  ];
  if (more.length > 0)
    await ask('PUT', `${local.url}/local/apps/${appId}`, {
      roles: ['Sites.Selected', 'User.ReadBasic.All', 'MailboxSettings.Read', ...more],
    });
  // As in a tenant: the app has full control of its site for the time that it makes lists.
  const grant = (role: string) =>
    ask('PUT', `${local.url}/local/sites/${council.site}`, {
      displayName: council.name,
      grants: [{ app: appId, role }],
    });
  if (switches.personalObjectives) {
    await grant('fullcontrol');
    await provision(['--personal-objectives'], env, () => undefined);
    await grant('write');
  }
  const read = readConfig(env);
  if ('faults' in read) throw new Error(read.faults.join(' '));
  const { secondsForBody } = switches;
  const config = { ...read, ...(secondsForBody !== undefined && { secondsForBody }) };
  let app = await startApp(config);
  const objectIds = new Map((council.rows.people ?? []).map((each) => [each.key, each.objectId]));
  const objectIdOf = (person: string): string => {
    const id = objectIds.get(person);
    if (id === undefined) throw new Error(`${person} is nobody in the sample council.`);
    return id;
  };
  const clock = async (body: object): Promise<readonly string[]> =>
    ((await ask('POST', `${local.url}/local/clock`, body)) as { happened: string[] }).happened;
  const landed = async (): Promise<void> => {
    while (app.ports.outbox.depth().changes > 0) await app.beatNow();
  };
  return {
    localUrl: local.url,
    appUrl,
    council,
    dataFolder: config.dataFolder,
    get app() {
      return app;
    },
    seat: (person) => seatAt(local.url, objectIdOf(person)),
    objectIdOf,
    moveClock: (move) => clock({ move }),
    moveClockTo: (to) => clock({ to }),
    trouble,
    record: async () => (await ask('GET', `${local.url}/local/teams/record`)) as Recorded[],
    list: async (name) => {
      await landed();
      return readList({ localUrl: local.url, site: council.site, list: name });
    },
    editByHand: (list, key, fields) =>
      editByHand({ localUrl: local.url, site: council.site, list }, key, fields),
    tabToken: async (person, overrides = {}) =>
      (
        (await ask('POST', `${local.url}/local/sign-in/token`, {
          personId: objectIdOf(person),
          overrides,
        })) as { token: string }
      ).token,
    landed,
    restart: async (between = async () => {}) => {
      await app.close();
      await between();
      app = await startApp(config);
    },
    close: async () => {
      await app.close();
      await local.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};
