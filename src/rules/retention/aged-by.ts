// From which day the rows of a list are counted old, for those lists that may be purged. What reports and
// frozen figures are made of, and what the council decided, has no such day: it is kept for good.
import type { JournalEntry } from '../../registers/journal.ts';
import { lineName } from '../../registers/line-name.ts';
import type { RegisterName, Registers, Row } from '../../registers/registers.ts';
import { zone } from '../calendar.ts';
import { isOfSeveral } from '../journal-told.ts';
import { parsePeriod, periodEnd } from '../period.ts';

/** Null: not of an age yet, as what is not settled is not. */
export type Aged<N extends RegisterName> = (
  row: Row<N>,
  registers: Registers,
) => Temporal.PlainDate | null;

/** How the Entra object id of somebody made anonymous begins: no directory has one like it. */
export const anonymous = 'left|';

const dayOf = (at: Temporal.Instant | null): Temporal.PlainDate | null =>
  at === null ? null : at.toZonedDateTimeISO(zone).toPlainDate();

/** By list; one that is not here is kept for good. Somebody who has been made anonymous whole is not of an age again. */
export const agedBy: { readonly [N in RegisterName]?: Aged<N> } = {
  drafts: ({ keptAt }) => dayOf(keptAt),
  notifications: ({ settledAt }) => dayOf(settledAt),
  escalations: ({ closedAt }) => dayOf(closedAt),
  escalationHistory: ({ at }) => dayOf(at),
  signOffs: ({ at }) => dayOf(at),
  verifications: ({ on }) => on,
  returns: ({ period }) => {
    const of = parsePeriod(period);
    return of === null ? null : periodEnd(of);
  },
  journal: ({ at }) => dayOf(at),
  people: ({ key, leftOn, objectId }, registers) =>
    objectId.startsWith(anonymous) && toldOfPerson(registers, key).length === 0 ? null : leftOn,
};

/** What the Journal holds of somebody's own row: their name. What tells of several rows has their Keys alone. */
export const toldOfPerson = (
  { journal }: Pick<Registers, 'journal'>,
  key: string,
): readonly JournalEntry[] =>
  journal
    .where('row', lineName({ register: 'people', key }).slice(0, 255))
    .filter((told) => !isOfSeveral(told));

/** What becomes of an old row: of People the row stays, for others name it. */
export const isMadeAnonymous = (register: RegisterName): boolean => register === 'people';
