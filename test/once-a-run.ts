// What one run of the tests makes once and throws away at its end: the place of the loaded councils.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where a run keeps loaded councils (test/stock.ts); unset outside a run. */
export const stockPlace = 'GOLDEN_THREAD_STOCK';

/** Vitest calls it before the first test file, and what it answers after the last. */
export default (): (() => void) => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-stock-'));
  process.env[stockPlace] = place;
  return () => rmSync(place, { recursive: true, force: true });
};
