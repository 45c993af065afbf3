// Every kind of test: unit, contract, journey and browser. Long ones run at a reduced count here and
// in full under `npm run soak` (test/counts.ts).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A browser and two servers a test: more at once only wait for one another on two cores.
    maxWorkers: 2,
  },
});
