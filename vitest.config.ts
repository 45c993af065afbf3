// Every kind of test: unit, contract, journey and browser. Long ones run at a reduced count here and
// in full under `npm run soak` (test/counts.ts).
import { defineConfig } from 'vitest/config';

/** These hold nothing between files: their workers are used again, which halves their time. */
const withoutServers = [
  'bot',
  'documents',
  'local-page',
  'rules',
  'samples',
  'tab',
  'use-cases',
  'web',
].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What a person would wait for on a busy machine; a test that waits for what never comes still fails.
    expect: { poll: { timeout: 15_000 } },
    // A browser and two servers a test: more at once only wait for one another on two cores.
    maxWorkers: 3,
    projects: [
      { extends: true, test: { name: 'quick', include: withoutServers, isolate: false } },
      {
        extends: true,
        test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: withoutServers },
      },
    ],
  },
});
