// What Teams' out-of-office means for Away until: when somebody is back by it, and whether that may
// stand where they, or others, have said something themselves. Who is then asked is decided in away.ts.
import type { JournalEntry } from '../registers/journal.ts';
import { lineName } from '../registers/line-name.ts';
import { type Person, people } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { readTime, zone } from './calendar.ts';
import { type Closed, closedDates, workingDayAfter } from './working-days.ts';

/** Between which moments automatic replies go out; null on a side that is left open. */
type Between = {
  readonly from: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
};

const noon = Temporal.PlainTime.from('12:00');

/**
 * The day they are back, by what is on at that moment: the day it ends where that is before noon, else
 * the next working day; the next working day too where no end is given. Null: they are not out of
 * office, it is still ahead, or they are back that same day.
 */
export const backOn = (
  out: Between | null,
  at: Temporal.ZonedDateTime,
  closed: Closed,
): Temporal.PlainDate | null => {
  const now = at.toInstant();
  if (out === null || isBefore(now, out.from) || !isBefore(now, out.until, true)) return null;
  const today = at.withTimeZone(zone).toPlainDate();
  if (out.until === null) return workingDayAfter(today, 1, closed);
  const ends = out.until.toZonedDateTimeISO(zone);
  const isMorning = Temporal.PlainTime.compare(ends.toPlainTime(), noon) < 0;
  const back = workingDayAfter(ends.toPlainDate(), isMorning ? 0 : 1, closed);
  return isLater(back, today) ? back : null;
};

/** `open`: what a null means. */
const isBefore = (now: Temporal.Instant, limit: Temporal.Instant | null, open = false): boolean =>
  limit === null ? open : Temporal.Instant.compare(now, limit) < 0;

export type AwayBy =
  | { readonly verdict: 'leave' }
  /** Out of office. `isNew` false: it goes on from a day that Teams gave before. */
  | { readonly verdict: 'away'; readonly awayUntil: Temporal.PlainDate; readonly isNew: boolean }
  /** Not any more: until the day that had been given besides, or here again. */
  | { readonly verdict: 'over'; readonly awayUntil: Temporal.PlainDate | null };

const leave: AwayBy = { verdict: 'leave' };

/**
 * What becomes of a person's Away until, told what they have set in Teams. A day they or others gave is
 * never made sooner; "I'm back" stands for the rest of that day, and against the same end for good. A
 * day the product put down moves with Teams, and goes when they are back sooner. On days off nothing is
 * taken back: nobody is asked on them.
 */
export const awayBy = (
  registers: Pick<Registers, 'journal' | 'closedDays'>,
  person: Person,
  { out, at }: { readonly out: Between | null; readonly at: Temporal.ZonedDateTime },
): AwayBy => {
  const closed = closedDates(registers);
  const today = at.withTimeZone(zone).toPlainDate();
  const said = whatWasSaid(registers, person);
  const back = backOn(out, at, closed);
  if (back !== null) return outUntil(person, said, { back: later(back, said.own), today });
  const stands = person.awayUntil;
  const nextWorked = workingDayAfter(today, 0, closed);
  if (!said.byProduct || stands === null || !isLater(stands, nextWorked)) return leave;
  const awayUntil = said.own !== null && isLater(said.own, today) ? said.own : null;
  return same(awayUntil, stands) ? leave : { verdict: 'over', awayUntil };
};

const outUntil = (
  { awayUntil: stands }: Person,
  said: Said,
  { back, today }: { readonly back: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): AwayBy => {
  if (same(back, stands) || saidBack(said, back, today)) return leave;
  if (!said.byProduct && stands !== null && isLater(stands, back)) return leave;
  const goesOn = said.byProduct && stands !== null && !isLater(today, stands);
  return { verdict: 'away', awayUntil: back, isNew: !goesOn };
};

/** One setting of Away until, as the Journal tells it; null is blank. */
type Setting = {
  readonly at: Temporal.Instant;
  readonly byProduct: boolean;
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
};

type Said = {
  readonly settings: readonly Setting[];
  /** What stands, the product put down. */
  readonly byProduct: boolean;
  /** The last that anybody gave but the product; null where that is none, or blank. */
  readonly own: Temporal.PlainDate | null;
  /** When it was last made blank by anybody but the product, and nothing came after; null where not. */
  readonly backAt: Temporal.Instant | null;
};

const whatWasSaid = (registers: Pick<Registers, 'journal'>, person: Person): Said => {
  const settings = registers.journal
    .where('row', lineName({ register: 'people', key: person.key }).slice(0, 255))
    .flatMap(settingIn)
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
  const latest = settings.at(-1)?.at;
  // In one moment several may have come: what stands says which was the last.
  const last = settings.findLast(
    ({ at, to }) => latest !== undefined && at.equals(latest) && same(to, person.awayUntil),
  );
  const given = settings.filter(({ byProduct }) => !byProduct).at(-1);
  return {
    settings,
    byProduct: last?.byProduct === true,
    own: settings.length === 0 ? person.awayUntil : given ? given.to : (settings[0]?.from ?? null),
    backAt: last && !last.byProduct && last.to === null ? last.at : null,
  };
};

const saidBack = (
  { settings, backAt }: Said,
  back: Temporal.PlainDate,
  today: Temporal.PlainDate,
): boolean =>
  backAt !== null &&
  (backAt.toZonedDateTimeISO(zone).toPlainDate().equals(today) ||
    settings.some(({ byProduct, to }) => byProduct && same(to, back)));

const settingIn = ({ at, by, source, from, to }: JournalEntry): readonly Setting[] => {
  const byProduct = source === 'product' && by === null;
  const set = dayIn(to);
  return set === undefined ? [] : [{ at, byProduct, from: dayIn(from) ?? null, to: set }];
};

/** Undefined where the Journal's lines do not tell of Away until. */
const dayIn = (lines: string | null): Temporal.PlainDate | null | undefined => {
  const head = `${people.columns.awayUntil.words}: `;
  const line = lines?.split('\n').find((each) => each.startsWith(head));
  if (line === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(line.slice(head.length));
  } catch {
    return null;
  }
};

const same = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

const isLater = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0;

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate | null): Temporal.PlainDate =>
  other !== null && isLater(other, one) ? other : one;

/** Minutes: so that hundreds of mailboxes are read by the time a step falls due. */
const ahead = 10;
const eightInTheMorning = Temporal.PlainTime.from('08:00');

/**
 * The latest of today's moments to ask at, come or about to: when the day begins, when the quiet hours
 * end and when cards go out, in each cycle that is open or opens today. Null while there is none:
 * nobody's mailbox is looked into for nothing.
 */
export const momentToAsk = (
  registers: Pick<Registers, 'cycles'>,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | null => {
  const local = now.withTimeZone(zone);
  const today = local.toPlainDate();
  const soon = local.add({ minutes: ahead });
  const live = [...registers.cycles.values()].filter(
    ({ state, opensOn }) => state === 'Open' || (state === 'Planned' && !isLater(opensOn, today)),
  );
  return live
    .flatMap(({ quietUntil, sendAt }) => [
      Temporal.PlainTime.from('00:00'),
      readTime(quietUntil ?? '') ?? eightInTheMorning,
      readTime(sendAt) ?? eightInTheMorning,
    ])
    .map((plainTime) => today.toZonedDateTime({ timeZone: zone, plainTime }))
    .filter((moment) => Temporal.ZonedDateTime.compare(moment, soon) <= 0)
    .reduce<Temporal.ZonedDateTime | null>(
      (latest, each) =>
        latest === null || Temporal.ZonedDateTime.compare(each, latest) > 0 ? each : latest,
      null,
    );
};
