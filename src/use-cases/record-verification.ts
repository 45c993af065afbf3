// The performance team records what came of checking a return against its evidence.

import type { Verification, verificationOutcomes } from '../registers/verifications.ts';
import { fingerprintOfLines } from '../rules/fingerprint.ts';
import { barredBy, may } from '../rules/rights.ts';
import { faultInWords, type SignOffFault } from '../rules/sign-off-fault.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { changesToldOf } from './changes-told.ts';
import type { Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';
import { leftAlready } from './take-answer.ts';

export type Outcome = (typeof verificationOutcomes)[number];

export type Recording = {
  readonly by: string;
  readonly verification: string;
  /** What stood when it was looked at: `standsOf` the row. */
  readonly was: string;
  readonly outcome: Outcome;
  readonly evidence: string;
  readonly remarks: string;
};

export type Recorded = {
  readonly outcome: 'recorded' | 'already';
  readonly verification: Verification;
};

/** What is recorded of a check, as short as it has to be: any other has another. */
export const standsOf = ({ outcome, evidence, remarks, by }: Verification): string =>
  outcome === null ? '' : fingerprintOfLines([JSON.stringify([outcome, evidence, remarks, by])]);

/**
 * Performance team only, and not whoever answered. Evidence is said, unless none was kept. A record may be
 * put right from what stands; from anything older it is refused.
 */
export const recordVerification = async (
  ports: Ports,
  recording: Recording,
): Promise<Recorded | Refused> => {
  const registers = ports.replica.registers();
  const { by, was, outcome } = recording;
  const row = registers.verifications.get(recording.verification);
  const person = registers.people.get(by);
  if (row === undefined) return refused({ reason: 'unknown return' });
  const today = ports.clock.now().toPlainDate();
  const left = person ? leftAlready(person, today) : null;
  if (left !== null) return left;
  const asking = { registers, person, today };
  if (barredBy(asking, 'record a verification', row) !== null) return fault({ kind: 'own check' });
  if (!may(asking, 'record a verification', row)) return refused({ reason: 'not allowed' });
  const wrong = faultIn(recording);
  if (wrong !== null) return fault(wrong);
  const evidence = recording.evidence.trim() || null;
  const remarks = recording.remarks.trim() || null;
  const says = standsOf({ ...row, outcome, evidence, remarks, by });
  if (standsOf(row) === says) return { outcome: 'already', verification: row };
  if (standsOf(row) !== was) return fault({ kind: 'recorded meanwhile', by: row.by });
  const now = ports.clock.now();
  const set = { outcome, evidence, remarks, by, on: now.toPlainDate() };
  const nth = changesToldOf(ports, 'verifications', row.key);
  const [acceptance] = await accept(ports, [
    {
      // Put right and back again it stands as it stood before: the Journal tells the times apart.
      key: `verification|${fingerprintOfLines([row.key.toLowerCase()])}|${was}|${nth}`,
      by,
      at: now.toInstant(),
      changes: [change('verifications', row.key, set)],
      message: null,
      journal: { source: 'tab', why: remarks },
    },
  ]);
  const stands = ports.replica.registers().verifications.get(row.key) ?? row;
  if (acceptance?.outcome === 'accepted') return { outcome: 'recorded', verification: stands };
  return standsOf(stands) === says
    ? { outcome: 'already', verification: stands }
    : fault({ kind: 'recorded meanwhile', by: stands.by });
};

const fault = (what: SignOffFault): Refused => refused({ reason: 'sign-off', fault: what });

const faultIn = ({ outcome, evidence, remarks }: Recording): SignOffFault | null =>
  faultInWords('evidence', evidence, { mayBeBlank: outcome === 'no evidence kept' }) ??
  faultInWords('remarks', remarks, { mayBeBlank: true });
