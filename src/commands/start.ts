// `npm start`: brings up local Microsoft 365 and the app as two processes, loads the council asked for,
// says where to look, and starts the app again if it dies. The first to be told of a bad setting.
import path from 'node:path';
import { readConfig } from '../config.ts';
import { momentWords } from '../rules/date-words.ts';
import { type CouncilName, councils, firstCouncil, seatToTry } from '../samples/councils.ts';
import type { SampleCouncil } from '../samples/sample-council.ts';
import type { Environment } from '../settings/environment.ts';
import { type Child, keepRunning, untilAsked } from './child.ts';
import { checkFolder, startOver } from './data-folders.ts';
import { loadCouncil } from './load-council.ts';
import {
  appEnvironment,
  councilSettings,
  type LocalSettings,
  localEnvironment,
  localUrlOf,
  readDataFolder,
  refuseInProduction,
} from './local-settings.ts';
import { openLocalSharePoint } from './open-local-sharepoint.ts';
import { portIsFree, readPort } from './ports-in-use.ts';
import { print as say } from './say.ts';
import { readStartArguments } from './start-arguments.ts';
import { Unable } from './unable.ts';

/** Runs until told to stop. Throws Unable, in one plain sentence, where a setting is at fault. */
export const start = async (args: readonly string[], env: Environment): Promise<void> => {
  refuseInProduction(env);
  const asked = readStartArguments(args);
  const council = councils[asked.council]();
  const settings: LocalSettings = {
    port: readPort('PORT', env['PORT'], 3978),
    localPort: readPort('LOCAL_PORT', env['LOCAL_PORT'], 3979),
    ...councilSettings(asked.council, readDataFolder(env['DATA_DIR'])),
  };
  await checkSettings(settings);
  if (asked.fresh) startOver(settings.dataFolder);
  checkFolder(settings.dataFolder);

  const local = await startLocalMicrosoft365(settings);
  const loaded = await loadCouncil(localUrlOf(settings), council, () =>
    openLocalSharePoint(localUrlOf(settings), council.site, { views: true }),
  );
  say(
    loaded > 0
      ? `Loaded ${council.name}: ${loaded} rows.`
      : `Found ${council.name} as it was left.`,
  );
  const app = await keepRunning({
    name: 'The app',
    file: 'src/main.ts',
    env: appEnvironment(settings),
    readyAt: `http://localhost:${settings.port}/health`,
    log: path.join(settings.dataFolder, 'app', 'app.log'),
  });
  welcome(settings, { council, name: asked.council, isNew: loaded > 0 });
  await untilAsked([app, local]);
};

const checkSettings = async (settings: LocalSettings): Promise<void> => {
  if (settings.port === settings.localPort)
    throw new Unable(`PORT and LOCAL_PORT are both ${settings.port}: give each its own.`);
  const config = readConfig(appEnvironment(settings));
  if ('faults' in config) throw new Unable(config.faults.join('\n'));
  for (const [name, port] of [
    ['PORT', settings.port],
    ['LOCAL_PORT', settings.localPort],
  ] as const)
    if (!(await portIsFree(port)))
      throw new Unable(`${name} ${port} is in use by another program: stop it, or set ${name}.`);
};

const startLocalMicrosoft365 = (settings: LocalSettings): Promise<Child> =>
  keepRunning({
    name: 'Local Microsoft 365',
    file: 'src/local/main.ts',
    env: localEnvironment(settings),
    readyAt: `${localUrlOf(settings)}/local/config`,
    log: path.join(settings.dataFolder, 'local', 'local.log'),
  });

type Opened = {
  readonly council: SampleCouncil;
  readonly name: CouncilName;
  /** Nothing of it was there before. */
  readonly isNew: boolean;
};

const welcome = (settings: LocalSettings, { council, name, isNew }: Opened): void => {
  const local = localUrlOf(settings);
  const startsAt = Temporal.PlainDateTime.from(council.startsAt).toZonedDateTime('Europe/London');
  const whatFirst = `What to do first: open Teams in a browser. The council's clock begins at ${momentWords(startsAt)}
and stands still until you move it. Press "Do it" to open ${firstQuarter(council)}, then choose
a seat, such as ${seatToTry[name]}, and answer its card.`;
  const choice = name === firstCouncil ? '' : `--council ${name} `;
  say(`
Golden Thread is running against local Microsoft 365 (a stand-in, on this machine only),
for ${council.name}.

  Teams      ${local}/
  The app    http://localhost:${settings.port}/health
  The lists  ${local}/v1.0/sites/localhost:/sites/${settings.site}

${isNew ? whatFirst : 'Open Teams in a browser: the council and its clock stand where they were left.'}
Ctrl+C stops both; what you did, and the logs, are kept in ${settings.dataFolder}.
npm start -- ${choice}--fresh starts over.
`);
};

/** 'Quarter 2 2020-21' */
const firstQuarter = ({ rows }: SampleCouncil): string => rows.cycles?.[0]?.title ?? 'the quarter';
