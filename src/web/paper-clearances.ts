// Who has cleared a paper and who may, as one person sees it; and which words were changed since.
import { readLine } from '../registers/line-name.ts';
import type { PaperWording } from '../registers/paper-words.ts';
import type { Paper } from '../registers/papers.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { zone } from '../rules/calendar.ts';
import { dateWords } from '../rules/date-words.ts';
import { lastRewording, rewordedIn } from '../rules/paper-reworded.ts';
import { type Clearance, clearanceWords, clearedIn, isIssued } from '../rules/paper-stages.ts';
import { may } from '../rules/rights.ts';
import { clearing } from '../rules/rights-of.ts';
import type { PaperOrder } from '../use-cases/paper-orders.ts';
import type { PaperClearance } from './api-papers.ts';
import { counted } from './words.ts';

export type Looking = {
  readonly registers: Registers;
  readonly person: Person;
  readonly now: Temporal.ZonedDateTime;
  /** The figures of its quarter are frozen: it may be cleared and issued. */
  readonly isFrozen: boolean;
  /** Exempt lines whose words were changed are named. Left out is no. */
  readonly readsExempt?: boolean;
};

/** `row` null: nothing has been done with it yet. */
export type PaperAsItStands = {
  readonly order: PaperOrder;
  readonly row: Paper | null;
};

type Clearing = PaperAsItStands & { readonly clearance: Clearance };

/** `seen`: the last change of words, which whoever clears it now has looked at. */
export const clearanceOf = (
  looking: Looking,
  { order, row, clearance }: Clearing,
): PaperClearance => {
  const { registers, person, now, isFrozen } = looking;
  const given = clearedIn(row, clearance);
  const changed = given === null ? [] : rewordedIn(registers, { order, row }, given.upTo);
  const today = now.toPlainDate();
  return {
    clearance,
    words: clearanceWords[clearance],
    cleared: given && whoAndWhen(registers, given),
    seen: lastRewording(registers, { order, row }),
    reworded: changed.length === 0 ? null : rewordedWords(looking, changed),
    may:
      isFrozen &&
      !isIssued(row) &&
      (given === null || changed.length > 0) &&
      may({ registers, person, today }, clearing[clearance]),
  };
};

/** Said by name; how many more there are is said too. */
const fewNamed = 6;

/** 'Words changed since: 1.2 Days to let an empty home; 2.1 Calls: why there is no figure.' */
const rewordedWords = (
  { registers, readsExempt = false }: Looking,
  changed: readonly PaperWording[],
): string => {
  const named = changed.filter((row) => readsExempt || !isExemptNow(registers, row));
  const more = Math.max(0, named.length - fewNamed);
  const exempt = changed.length - named.length;
  const said = [
    ...named.slice(0, fewNamed).map(({ title }) => title),
    ...(more === 0 ? [] : [`${more} more`]),
    ...(exempt === 0 ? [] : [`${counted(exempt, 'line')} of the confidential part`]),
  ];
  return `Words changed since: ${said.join('; ')}.`;
};

/** As it was when its words were changed, or has been marked since. */
const isExemptNow = (registers: Registers, { access, line }: PaperWording): boolean => {
  const of = readLine(line);
  const row: Pick<PaperWording, 'access'> | undefined = of
    ? registers[of.register].get(of.key)
    : undefined;
  return access === 'exempt' || row?.access === 'exempt';
};

type Given = { readonly at: Temporal.Instant; readonly by: string | null };

/** 'Section 151 officer, Mon 2 November 2020' */
export const whoAndWhen = (registers: Pick<Registers, 'people'>, { at, by }: Given): string => {
  const who = by === null ? undefined : registers.people.get(by)?.title;
  return `${who ?? 'Somebody'}, ${dateWords(at.toZonedDateTimeISO(zone).toPlainDate())}`;
};
