// The process: starts local Microsoft 365 from the environment, says when it is ready, closes on a signal.
import { startLocal } from './local.ts';
import { type LocalSettings, readSettings, SettingRefused, sentenceFor } from './settings.ts';

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function settingsOrRefuse(): LocalSettings {
  try {
    return readSettings(process.env);
  } catch (fault) {
    if (fault instanceof SettingRefused) refuse(fault.message);
    throw fault;
  }
}

const settings = settingsOrRefuse();
const local = await startLocal(settings).catch((fault: unknown) =>
  refuse(sentenceFor(fault, settings)),
);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    local.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
