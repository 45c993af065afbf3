// Who would get a card if a planned cycle opened as things stand, with what, and who would not and why;
// and opening it as it was shown. The rules that open it and ask for returns work it out.
import type { Cycle } from '../registers/cycles.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import { asIf } from '../rules/as-if.ts';
import { askedFor } from '../rules/asked.ts';
import { thoseAsked } from '../rules/audience.ts';
import { cycleCalendar, zone } from '../rules/calendar.ts';
import { fingerprintOfLines } from '../rules/fingerprint.ts';
import { mayGoAt } from '../rules/quiet-hours.ts';
import { closedDates } from '../rules/working-days.ts';
import { change } from './change.ts';
import { type CycleAsked, cycleIn } from './change-cycle.ts';
import { type Opened, openCycle, owedEntries } from './open-cycle.ts';
import type { Ports } from './ports.ts';
import type { Refused } from './refused.ts';

/** One person's first card. */
export type FirstCard = {
  readonly person: Person;
  readonly returns: readonly Return[];
  /** The opening, or the first moment after it that is theirs. */
  readonly goesAt: Temporal.ZonedDateTime;
  /** Whom they answer for besides themselves. */
  readonly insteadOf: readonly Person[];
  /** Teams has told the app of no chat with them yet: they may have the app all the same. */
  readonly notYetReached: boolean;
};

export type OpeningPreview = {
  readonly outcome: 'previewed';
  /** What the preview is known by: the same cards to the same people have the same. */
  readonly known: string;
  readonly cards: readonly FirstCard[];
  /** What would be due with nobody to ask for it: its team has no manager either. */
  readonly ofNobody: readonly Return[];
  /** What would not be asked on that day, because a date was given for it. */
  readonly waiting: readonly Return[];
};

/** For the performance team alone, and of a planned cycle. */
export const previewOpening = (ports: Ports, asked: CycleAsked): OpeningPreview | Refused => {
  const may = cycleIn(ports, asked, 'Planned');
  if (may.outcome === 'refused') return may;
  return opening(ports.replica.registers(), may.cycle, ports.clock.now());
};

export type OpenedAsShown =
  | Opened
  | { readonly outcome: 'changed'; readonly preview: OpeningPreview };

/** Opens it only where it would send what was shown; otherwise nothing is done and the preview is anew. */
export const openAsShown = async (
  ports: Ports,
  { known, ...asked }: CycleAsked & { readonly known: string },
): Promise<OpenedAsShown | Refused> => {
  const preview = previewOpening(ports, asked);
  if (preview.outcome === 'refused') return preview;
  if (preview.known !== known) return { outcome: 'changed', preview };
  return openCycle(ports, asked);
};

const opening = (before: Registers, cycle: Cycle, now: Temporal.ZonedDateTime): OpeningPreview => {
  const closed = closedDates(before);
  const opens = laterOf(cycleCalendar(cycle, closed).opens, now.withTimeZone(zone));
  const day = opens.toPlainDate();
  const entries = owedEntries(before, cycle, { by: null, at: opens.toInstant() });
  const registers = asIf(before, [
    ...entries.flatMap(({ changes }) => changes),
    change('cycles', cycle.key, { state: 'Open' }),
  ]);
  const cards = [...thoseAsked(registers, cycle, day)]
    .flatMap(([key, returns]) => {
      const person = registers.people.get(key);
      return person && returns.length > 0 ? [{ person, returns }] : [];
    })
    .map(({ person, returns }) => ({
      person,
      returns,
      goesAt: mayGoAt({ person, cycle, closed }, opens),
      insteadOf: othersOf(registers, person, returns),
      notYetReached: person.conversation === null,
    }))
    .toSorted((one, other) => byName.compare(one.person.title, other.person.title));
  const asks = registers.returns.where('cycle', cycle.key);
  return {
    outcome: 'previewed',
    known: fingerprintOfLines(cards.map(lineOf)),
    cards,
    ofNobody: asks.filter(
      (each) => each.state === 'Due' && askedFor(registers, each, day).length === 0,
    ),
    waiting: asks.filter(({ state }) => state === 'No data until'),
  };
};

/** As people count: 2 before 10. */
const byName = new Intl.Collator('en-GB', { numeric: true });

const lineOf = ({ person, returns }: Pick<FirstCard, 'person' | 'returns'>): string =>
  JSON.stringify([person.key, ...returns.map(({ key }) => key).toSorted()]);

const othersOf = (
  registers: Registers,
  person: Person,
  returns: readonly Return[],
): readonly Person[] => {
  const others = returns.flatMap(({ owner }) =>
    owner === null || sameKey(owner, person.key) ? [] : [owner],
  );
  return [...new Set(others)].flatMap((key) => registers.people.get(key) ?? []);
};

const laterOf = (
  one: Temporal.ZonedDateTime,
  other: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime => (Temporal.ZonedDateTime.compare(one, other) >= 0 ? one : other);
