// What is put a name to at the end of a quarter: a directorate's returns by its director, a plan's finance
// by whoever holds the section 151 officer's post. Who is asked to sign, what stood, and whether it still does.
import type { Cycle } from '../registers/cycles.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import type { SignOff } from '../registers/sign-offs.ts';
import { teamOf } from './about.ts';
import { isAwaiting, isSentBack, needsApproval } from './approval.ts';
import { coverOf, hasLeft, isAway } from './away.ts';
import { isAnswered } from './owed.ts';
import { directorsOfDirectorate, isSection151 } from './roles.ts';

/** What there is to sign; `directorate` null is the plan's finance. */
export type Signed = { readonly cycle: string; readonly directorate: string | null };

/** A directorate that is called Finance is not the plan's finance. */
export const signOffKey = ({ cycle, directorate }: Signed): string =>
  `${cycle}|${nameOf(directorate)}`.slice(0, 255);

const nameOf = (directorate: string | null): string => {
  if (directorate === null) return 'finance';
  return sameKey(directorate.trim(), 'finance') ? 'Finance directorate' : directorate;
};

/** How the returns of a directorate, or a plan's finance, stand at a moment. */
export type Stood = {
  readonly asked: number;
  readonly returned: number;
  readonly noData: number;
  readonly missing: number;
  readonly approved: number;
  readonly waiting: number;
  readonly sentBack: number;
};

/** What a signature is of: every return asked and not withdrawn. */
export const returnsOf = (
  registers: Registers,
  { cycle, directorate }: Signed,
): readonly Return[] =>
  registers.returns.where('cycle', cycle).filter((asked) => {
    if (asked.state === 'Withdrawn') return false;
    if (directorate === null) return asked.kind === 'finance';
    return sameKey(directorateOf(registers, asked), directorate);
  });

export const directorateOf = (registers: Registers, asked: Return): string | null => {
  const team = teamOf(registers, asked);
  return team === null ? null : (registers.teams.get(team)?.directorate ?? null);
};

export const stoodAt = (registers: Registers, signed: Signed): Stood => {
  const all = returnsOf(registers, signed);
  const count = (holds: (asked: Return) => boolean) => all.filter(holds).length;
  return {
    asked: all.length,
    returned: count(({ state }) => state === 'Returned'),
    noData: count(({ state }) => state === 'No data until'),
    missing: count(({ state }) => state === 'Due'),
    approved: count((each) => each.approval === 'approved' && isAnswered(each)),
    waiting: count(isAwaiting),
    sentBack: count(isSentBack),
  };
};

/** "12 asked: 10 returned, 1 with a date for its figure, 1 missing; 6 approved, 2 waiting for approval." */
export const stoodWords = (stood: Stood): string => {
  const { asked, returned, noData, missing, approved, waiting, sentBack } = stood;
  const came = [
    `${returned} returned`,
    ...(noData > 0
      ? [`${noData} with a date for ${noData === 1 ? 'its figure' : 'their figures'}`]
      : []),
    ...(missing > 0 ? [`${missing} missing`] : []),
  ];
  const said = [
    ...(approved > 0 ? [`${approved} approved`] : []),
    ...(waiting > 0 ? [`${waiting} waiting for approval`] : []),
    ...(sentBack > 0 ? [`${sentBack} sent back`] : []),
  ];
  return `${asked} asked: ${came.join(', ')}${said.length > 0 ? `; ${said.join(', ')}` : ''}.`;
};

/**
 * What a cycle asks a signature for: each directorate of which it asks something that needs approval, and
 * finance where it asks for that. Any other directorate may be signed, and is not waited for.
 */
export const askedToSign = (
  registers: Registers,
  { key }: Pick<Cycle, 'key'>,
): readonly Signed[] => {
  const all = registers.returns.where('cycle', key).filter(({ state }) => state !== 'Withdrawn');
  const directorates = new Map<string, string>();
  for (const asked of all) {
    const directorate = needsApproval(registers, asked) ? directorateOf(registers, asked) : null;
    if (directorate !== null) directorates.set(fold(directorate), directorate);
  }
  const finance = all.some(({ kind }) => kind === 'finance');
  return [
    ...[...directorates.values()].map((directorate) => ({ cycle: key, directorate })),
    ...(finance ? [{ cycle: key, directorate: null }] : []),
  ];
};

/** Who is asked to sign: directors, or the holder of the section 151 officer's post, or their cover. */
export const signersOf = (
  registers: Registers,
  signed: Signed,
  today: Temporal.PlainDate,
): readonly Person[] => {
  const heads = headsOf(registers, signed, today);
  const here = heads.flatMap((each) =>
    isAway(each, today) ? (coverOf(registers, each, today)?.person ?? []) : [each],
  );
  const asked = (here.length > 0 ? here : heads).filter(
    (person) => !hasForecast(registers, signed, person),
  );
  return [...new Map(asked.map((each) => [each.key, each])).values()];
};

const headsOf = (
  registers: Registers,
  { directorate }: Signed,
  today: Temporal.PlainDate,
): readonly Person[] =>
  directorate === null
    ? [...registers.people.values()].filter((each) => isSection151(each) && !hasLeft(each, today))
    : directorsOfDirectorate(registers, directorate, today);

/** Whoever forecast a plan's money does not sign it. */
export const hasForecast = (registers: Registers, signed: Signed, person: Person): boolean =>
  signed.directorate === null &&
  returnsOf(registers, signed).some(({ returnedBy }) => sameKey(returnedBy, person.key));

/** The signature on record; null where nobody has signed. */
export const signatureOf = (registers: Registers, signed: Signed): SignOff | null => {
  const row = registers.signOffs.get(signOffKey(signed));
  return row?.state === 'Signed' ? row : null;
};

/** What was answered, approved or sent back after it was signed: none where it stands as it was signed. */
export const changedSinceSigned = (registers: Registers, signed: Signed): readonly Return[] => {
  const at = signatureOf(registers, signed)?.at ?? null;
  if (at === null) return [];
  const isSince = (moment: Temporal.Instant | null) =>
    moment !== null && Temporal.Instant.compare(moment, at) > 0;
  return returnsOf(registers, signed).filter(
    (each) => isSince(each.returnedAt) || isSince(each.approvedAt),
  );
};
