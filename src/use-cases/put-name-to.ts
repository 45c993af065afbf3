// What a director's signature and the section 151 officer's have in common: who may, that nothing waits
// unsaid, and that it is put down once with how things stood.

import type { Cycle } from '../registers/cycles.ts';
import type { JournalSource } from '../registers/journal.ts';
import type { Registers } from '../registers/registers.ts';
import type { SignOff } from '../registers/sign-offs.ts';
import { fingerprintOfLines } from '../rules/fingerprint.ts';
import { barredBy, may } from '../rules/rights.ts';
import { signing } from '../rules/rights-of.ts';
import {
  changedSinceSigned,
  type Signed,
  signatureOf,
  signOffKey,
  stoodAt,
  stoodWords,
} from '../rules/sign-off.ts';
import { faultInWords, type SignOffFault } from '../rules/sign-off-fault.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Entry, Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';
import { leftAlready } from './take-answer.ts';

export type Signing = {
  readonly by: string;
  readonly source: Extract<JournalSource, 'card' | 'tab'>;
  /** Blank where there is nothing to say: needed while something waits for approval. */
  readonly remarks: string;
};

export type SignedNow = { readonly outcome: 'signed' | 'already'; readonly signature: SignOff };

/**
 * In an open cycle. What is signed stands as it stood; signed again only where something has changed since.
 * While something waits for approval it takes remarks that say why.
 */
export const putNameTo = async (
  ports: Ports,
  signed: Signed,
  signing: Signing,
): Promise<SignedNow | Refused> => {
  const registers = ports.replica.registers();
  const cycle = registers.cycles.get(signed.cycle);
  if (cycle === undefined) return refused({ reason: 'unknown cycle' });
  const before = signatureOf(registers, signed);
  const barred = mayNot(ports, signed, signing);
  if (barred !== null) return barred;
  if (before !== null && changedSinceSigned(registers, signed).length === 0)
    return { outcome: 'already', signature: before };
  if (cycle.state !== 'Open') return refused({ reason: 'wrong state', state: cycle.state });
  const fault = faultIn(registers, signed, signing.remarks);
  if (fault !== null) return refused({ reason: 'sign-off', fault });
  const entry = signatureEntry(
    registers,
    { cycle, signed, before },
    { ...signing, at: now(ports) },
  );
  const [acceptance] = await accept(ports, [entry]);
  const signature = ports.replica.registers().signOffs.get(signOffKey(signed));
  if (signature === undefined) throw new Error('A signature was accepted and is not there.');
  return { outcome: acceptance?.outcome === 'accepted' ? 'signed' : 'already', signature };
};

const now = ({ clock }: Ports): Temporal.Instant => clock.now().toInstant();

const mayNot = (ports: Ports, signed: Signed, { by }: Signing): Refused | null => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const person = registers.people.get(by);
  if (person === undefined) return refused({ reason: 'not yours' });
  const left = leftAlready(person, today);
  if (left !== null) return left;
  const asking = { registers, person, today };
  if (may(asking, signing(signed), signed)) return null;
  const isBarred = barredBy(asking, signing(signed), signed) !== null;
  return refused({
    reason: 'sign-off',
    fault: { kind: isBarred ? 'own forecast' : 'not a signatory' },
  });
};

const faultIn = (registers: Registers, signed: Signed, remarks: string): SignOffFault | null => {
  const { asked, waiting } = stoodAt(registers, signed);
  if (asked === 0) return { kind: 'nothing to sign' };
  if (waiting > 0 && remarks.trim() === '') return { kind: 'waits for approval', count: waiting };
  return faultInWords('remarks', remarks, { mayBeBlank: true });
};

type What = {
  readonly cycle: Cycle;
  readonly signed: Signed;
  /** The signature it takes the place of. */
  readonly before: SignOff | null;
};

/** Of two signatures in the place of the same one, one is taken. */
const signatureEntry = (
  registers: Registers,
  { cycle, signed, before }: What,
  { by, source, remarks, at }: Signing & Pick<Entry, 'at'>,
): Entry => {
  const key = signOffKey(signed);
  const after = before?.at?.toString() ?? '';
  const said = remarks.trim() || null;
  return {
    key: `sign|${fingerprintOfLines([key.toLowerCase()])}|${after}`,
    by,
    at,
    changes: [
      change('signOffs', key, {
        title: `${signed.directorate ?? 'Finance'}, ${cycle.period}`,
        plan: cycle.plan,
        cycle: cycle.key,
        of: signed.directorate === null ? 'finance' : 'directorate',
        directorate: signed.directorate,
        state: 'Signed',
        by,
        at,
        remarks: said,
        stood: stoodWords(stoodAt(registers, signed)),
      }),
    ],
    message: null,
    journal: { source, why: said },
  };
};
