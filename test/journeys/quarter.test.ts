// The whole quarter, as `npm run quarter` plays it: the app and local Microsoft 365 as processes.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { QuarterResult } from './quarter-result.ts';

describe('a quarter in the life of the sample council', () => {
  let result: QuarterResult;
  beforeAll(async () => {
    const script = path.join(import.meta.dirname, 'quarter.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, '--json']);
    result = JSON.parse(stdout) as QuarterResult;
  }, 120_000);

  it('ends with every return answered, dated, or known to be missing', () => {
    const { owed, answeredOnTime, answeredLate, noDataUntil, neverAnswered } = result;
    expect(owed).toBe(50);
    expect(answeredOnTime + answeredLate + noDataUntil + neverAnswered).toBe(owed);
  });

  it('counts the late, the dated and the missing as the people in it behaved', () => {
    // Late: COM 13, COM 6 and COM 12. Never: COM 8, COU 5, and HB 14, whose owner Teams cannot reach.
    expect(result).toMatchObject({ answeredLate: 3, noDataUntil: 1, neverAnswered: 3 });
  });

  it('takes what was late to managers, and what was still late to SMT', () => {
    expect(result).toMatchObject({ escalatedToManager: 6, escalatedToSmt: 5 });
  });

  it('sends nobody the same step twice', () => {
    expect(result.sent).toBeGreaterThan(0);
    expect(result.sentTwice).toBe(0);
  });

  it('refuses what cannot be read or is off target without a word', () => {
    expect(result.refusedInputs).toBeGreaterThanOrEqual(3);
  });

  it('writes a line a measure, and one a priority, team, directorate, portfolio, committee, the plan and the council', () => {
    expect(result.reportLines).toBe(79 + 5 + 14 + 5 + 1 + 1 + 1 + 1);
  });
});
