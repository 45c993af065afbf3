// Every kind of test: unit, contract, journey and browser. Long ones run at a reduced count here and
// in full under `npm run soak` (test/counts.ts).
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Every process of the tests finds our sources compiled by the one before, the app's own too. Node keeps
// the cache true to them.
process.env['NODE_COMPILE_CACHE'] ??= path.join(
  import.meta.dirname,
  'node_modules/.cache/golden-thread/compiled',
);

/** What needs no server, with the screens among it, which Node cannot read as they are. */
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

/** Tokens had by the machine's own identity are kept for the process, whichever server gave them. */
const byThemselves = ['test/**/credentials*.test.ts'];

/** Node reads our sources as they are, in half the time that they take transformed. Nothing here mocks a module. */
const asNodeReadsThem = { viteModuleRunner: false, nodeLoader: false };

/** What takes longest begins first, so that no worker is left alone with it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      /journeys\/(quarter|random-cycle|killed)|\/(browser|first-day)\//.test(moduleId);
    return (await super.sort(files)).toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)));
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    setupFiles: ['test/equal-moments.ts'],
    // The soak does many times as much within one test.
    testTimeout: process.env['SOAK'] === '1' ? 180_000 : 30_000,
    hookTimeout: 60_000,
    // What a person would wait for on a busy machine; a test that waits for what never comes still fails.
    expect: { poll: { timeout: 15_000 } },
    // Twice the cores that are least to be had: many tests wait for a clock, a lease or a browser.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // Nothing is held between files but by those that say so: a worker used again costs half.
    projects: [
      { extends: true, test: { name: 'quick', include: withoutServers, isolate: false } },
      {
        extends: true,
        test: {
          name: 'servers',
          include: ['test/**/*.test.ts'],
          exclude: [...withoutServers, ...byThemselves],
          globalSetup: ['test/once-a-run.ts'],
          isolate: false,
          experimental: asNodeReadsThem,
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: byThemselves, experimental: asNodeReadsThem },
      },
    ],
  },
});
