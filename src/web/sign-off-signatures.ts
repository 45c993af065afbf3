// What there is to sign in a cycle, as one person sees it: theirs to sign, and for the performance team all.
import type { SignOff } from '../registers/sign-offs.ts';
import { zone } from '../rules/calendar.ts';
import { dateWords } from '../rules/date-words.ts';
import { may } from '../rules/rights.ts';
import { signing } from '../rules/rights-of.ts';
import {
  askedToSign,
  changedSinceSigned,
  directorateOf,
  type Signed,
  signOffKey,
  stoodAt,
  stoodWords,
} from '../rules/sign-off.ts';
import type { SignatureLine } from './api-sign-off.ts';
import type { Asking } from './sign-off-asking.ts';
import { counted } from './words.ts';

/**
 * Any directorate may be signed while its cycle is open; only those of which something needs approval are
 * waited for.
 */
export const signatureLines = (at: Asking): readonly SignatureLine[] => {
  const { registers, person, cycle, today } = at;
  const asked = new Set(askedToSign(registers, cycle).map(signOffKey));
  const asking = { registers, person, today };
  const seesAll = may(asking, 'see all that waits for approval or a signature');
  return signable(at).flatMap((signed) => {
    const isAsked = asked.has(signOffKey(signed));
    const mine = may(asking, signing(signed), signed);
    const row = registers.signOffs.get(signOffKey(signed));
    const isKnown = isAsked || row !== undefined;
    const shows = mine ? isKnown || cycle.state === 'Open' : seesAll && isKnown;
    return shows ? [lineOf(at, { signed, isAsked, row, may: mine })] : [];
  });
};

/** Every directorate the cycle asks something of, by its name, and its finance. */
const signable = ({ registers, cycle }: Asking): readonly Signed[] => {
  const returns = registers.returns
    .where('cycle', cycle.key)
    .filter(({ state }) => state !== 'Withdrawn');
  const names = new Set(returns.flatMap((each) => directorateOf(registers, each) ?? []));
  const hasFinance = returns.some(({ kind }) => kind === 'finance');
  return [
    ...[...names].toSorted().map((directorate) => ({ cycle: cycle.key, directorate })),
    ...(hasFinance ? [{ cycle: cycle.key, directorate: null }] : []),
  ];
};

type Line = {
  readonly signed: Signed;
  readonly isAsked: boolean;
  readonly row: SignOff | undefined;
  readonly may: boolean;
};

const lineOf = (
  { registers, cycle }: Asking,
  { signed, isAsked, row, may }: Line,
): SignatureLine => {
  const stood = stoodAt(registers, signed);
  const isSigned = row?.state === 'Signed';
  const changed = isSigned ? changedSinceSigned(registers, signed).length : 0;
  const who = row?.by ? (registers.people.get(row.by)?.title ?? 'somebody') : 'somebody';
  const on = row?.at?.toZonedDateTimeISO(zone).toPlainDate();
  return {
    directorate: signed.directorate,
    name: signed.directorate ?? 'Finance',
    stands: stoodWords(stood),
    state: stateOf(row, isAsked),
    signed: isSigned
      ? `Signed by ${who}${on ? ` on ${dateWords(on)}` : ''}: ${row.stood ?? ''}`.trim()
      : null,
    remarks: row?.remarks ?? null,
    changed: changed === 0 ? null : `${counted(changed, 'return')} changed since.`,
    may: may && cycle.state === 'Open' && (!isSigned || changed > 0),
    needsRemarks: stood.waiting > 0,
  };
};

const stateOf = (row: SignOff | undefined, isAsked: boolean): SignatureLine['state'] => {
  if (row?.state === 'Signed') return 'signed';
  if (row?.state === 'Not in time') return 'not in time';
  return isAsked ? 'waiting' : 'not asked';
};
