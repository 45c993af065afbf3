// A process of its own that accepts submissions as fast as it can and says, on its standard output,
// which it has been told are saved. It is there to be killed.
import { openAzureOutbox } from '../../src/outbox/azure-outbox.ts';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Entry } from '../../src/use-cases/ports.ts';

// A file, or the place of a hosted one.
const [where = '', from = '0', words = ''] = process.argv.slice(2);
const outbox = where.startsWith('{') ? await openAzureOutbox(JSON.parse(where)) : openOutbox(where);

const entry = (key: string): Entry => ({
  key,
  by: 'housing-needs',
  at: Temporal.Instant.from('2020-10-05T09:30:00Z'),
  changes: [{ register: 'returns', key, set: { value: 1, commentary: words } }],
  message: null,
});

for (let n = Number(from); ; n += 10) {
  const keys = Array.from({ length: 10 }, (_, at) => `return|${n + at}`);
  await Promise.all(
    keys.map(async (key) => {
      await outbox.accept([entry(key)]);
      process.stdout.write(`${key}\n`);
    }),
  ).catch((error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(3);
  });
}
