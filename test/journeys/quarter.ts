// `npm run quarter`: one whole quarter of the sample council on a scripted clock, against the app and
// local Microsoft 365 as two processes in a folder of their own. With --json only the result is printed.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import { runChild } from '../../src/commands/child.ts';
import { loadCouncil } from '../../src/commands/load-council.ts';
import {
  appEnvironment,
  type LocalSettings,
  localEnvironment,
  localUrlOf,
} from '../../src/commands/local-settings.ts';
import { openLocalSharePoint } from '../../src/commands/open-local-sharepoint.ts';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';
import { freePort } from '../free-port.ts';
import { editByHand, readList } from './lists-by-hand.ts';
import { countQuarter, type QuarterResult } from './quarter-result.ts';
import { ask, seatAt } from './seat.ts';
import { playQuarter, type Stage } from './story.ts';

const quiet = process.argv.includes('--json');
const cycle = 'operating-plan-2020-21|2020-21 Q2';

const play = async (dataFolder: string): Promise<QuarterResult> => {
  const council = stokeOnTrent();
  const settings: LocalSettings = {
    port: await freePort(),
    localPort: await freePort(),
    dataFolder,
    site: council.site,
  };
  const localUrl = localUrlOf(settings);
  const local = await runChild({
    name: 'Local Microsoft 365',
    file: 'src/local/main.ts',
    env: localEnvironment(settings),
    readyAt: `${localUrl}/local/config`,
    log: path.join(dataFolder, 'local.log'),
  });
  await loadCouncil(localUrl, council, () => openLocalSharePoint(localUrl, council.site));
  const app = await runChild({
    name: 'The app',
    file: 'src/main.ts',
    env: appEnvironment(settings),
    readyAt: `http://localhost:${settings.port}/health`,
    log: path.join(dataFolder, 'app.log'),
  });
  const progress = openProgress();
  const objectIds = new Map((council.rows.people ?? []).map((each) => [each.key, each.objectId]));
  const stage: Stage = {
    localUrl,
    council,
    seat: (person) => seatAt(localUrl, objectIds.get(person) ?? person),
    moveClock: (move) => ask('POST', `${localUrl}/local/clock`, { move }),
    moveClockTo: (to) => ask('POST', `${localUrl}/local/clock`, { to }),
    editByHand: (list, key, fields) =>
      editByHand({ localUrl, site: council.site, list }, key, fields),
    progress: progress.step,
  };
  try {
    await playQuarter(stage);
    progress.stop();
    await untilLanded(settings.port);
    return await countQuarter(localUrl, cycle, (list) =>
      readList({ localUrl, site: council.site, list }),
    );
  } finally {
    progress.stop();
    await app.stop();
    await local.stop();
  }
};

/** Milliseconds. Nothing in the story keeps the lists from taking what is written. */
const patience = 60_000;

/** The lists are written behind: what came of it is read once nothing waits. */
const untilLanded = async (port: number): Promise<void> => {
  const deadline = performance.now() + patience;
  for (;;) {
    const { outbox } = (await ask('GET', `http://localhost:${port}/health`)) as {
      outbox: { changes: number; messages: number };
    };
    if (outbox.changes === 0 && outbox.messages === 0) return;
    if (performance.now() > deadline)
      throw new Error(`After a minute the Outbox still holds ${JSON.stringify(outbox)}.`);
    await pause(200);
  }
};

type Progress = { readonly step: Stage['progress']; stop(): void };

/** Bars on a terminal, a line a step otherwise, nothing when only the result is wanted. */
const openProgress = (): Progress => {
  if (quiet) return { step: () => undefined, stop: () => undefined };
  if (!process.stderr.isTTY) {
    const step: Stage['progress'] = (words, done, of) => {
      if (done === of) process.stderr.write(`${words}: ${done} of ${of}\n`);
    };
    return { step, stop: () => undefined };
  }
  const bars = new MultiBar({ format: '{bar} {value}/{total} {step}' }, Presets.shades_classic);
  const shown = new Map<string, SingleBar>();
  const step: Stage['progress'] = (words, done, of) => {
    const bar = shown.get(words) ?? bars.create(of, 0, { step: words });
    shown.set(words, bar);
    bar.update(done);
  };
  return { step, stop: () => bars.stop() };
};

const words: { readonly [Count in keyof QuarterResult]: string } = {
  owed: 'Returns owed',
  sent: 'Messages sent',
  answeredOnTime: 'Answered on time',
  answeredLate: 'Answered late',
  noDataUntil: 'No data until a date',
  neverAnswered: 'Never answered',
  escalatedToManager: 'Escalated to a manager',
  escalatedToSmt: 'Escalated to SMT',
  refusedInputs: 'Inputs refused',
  reportLines: 'Report lines',
  sentTwice: 'Sent twice',
};

const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-quarter-'));
try {
  const result = await play(dataFolder);
  if (quiet) console.log(JSON.stringify(result, null, 2));
  else
    for (const [count, value] of Object.entries(result))
      console.log(`${words[count as keyof QuarterResult].padEnd(24)}${String(value).padStart(6)}`);
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
