// What the house ought to hold, kept beside it from what people did and were told: what is outstanding,
// what was saved, what waits for its date. Who is asked is in random-cycle-people.ts. It shares no code
// with the product, and the calendar is by hand.
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { approvedMeasure, published } from './random-cycle-council.ts';
import { type Owned, whosAsked } from './random-cycle-people.ts';

export type Said = Readonly<Record<string, string>>;

export type Asked = Owned & {
  readonly key: string;
  readonly cycle: string;
  /** A measure's key, or 'Actions: plan|code' of another line. */
  readonly measure: string;
  state: 'Due' | 'Returned' | 'No data until';
  /** ISO date on which it came back after a "no data until"; null where it did not. */
  backOn: string | null;
  /** How often it was answered. */
  revision: number;
  /** What stands: as typed, or as edited in the list. */
  said: Said | null;
  /** Every answer taken, by the revision it was given from. */
  readonly answers: Map<number, { readonly by: string; readonly said: Said }>;
  answeredBy: string | null;
  /** What its manager said of the answer that stands; null where nobody need say anything. */
  approval: 'awaiting' | 'approved' | 'sent back' | null;
  /** Who last said what of which revision. */
  decision: string | null;
};

type Learned = Pick<Asked, 'key' | 'cycle' | 'measure' | 'owner' | 'team'>;

type Cycle = {
  readonly key: string;
  /** When each step goes, local time: the printed calendar. */
  readonly steps: Readonly<Record<string, string>>;
  readonly closes: string;
};

export const cycles: readonly Cycle[] = [
  {
    key: 'operating-plan-2020-21|2020-21 Q2',
    steps: {
      Opening: '2020-10-01T09:30',
      Reminder: '2020-10-09T09:30',
      Deadline: '2020-10-14T09:30',
      Manager: '2020-10-15T09:30',
      SMT: '2020-10-19T09:30',
    },
    closes: '2020-10-28T09:30',
  },
  {
    key: 'operating-plan-2020-21|2020-21 Q3',
    steps: {
      Opening: '2021-01-04T09:30',
      Reminder: '2021-01-12T09:30',
      Deadline: '2021-01-15T09:30',
      Manager: '2021-01-18T09:30',
      SMT: '2021-01-20T09:30',
    },
    closes: '2021-01-29T09:30',
  },
];

export const askingSteps: readonly string[] = ['Opening', 'Reminder', 'Deadline'];

const closedDays = ['2020-12-25', '2020-12-28', '2021-01-01'];
const isWorkingDay = (day: Temporal.PlainDate): boolean =>
  day.dayOfWeek <= 5 && !closedDays.includes(day.toString());

/** Nothing goes out at night, on a weekend or on a bank holiday. */
export const mayGoOut = (moment: string): boolean =>
  isWorkingDay(Temporal.PlainDate.from(moment.slice(0, 10))) &&
  moment.slice(11) >= '08:00' &&
  moment.slice(11) < '18:00';

/** So many working days on, at the hour cards go out; none is the day itself, or the next that is one. */
export const workingDaysOn = (date: string, count: number): string => {
  let day = Temporal.PlainDate.from(date);
  for (let left = count; left > 0 || !isWorkingDay(day); ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return `${day.toString()}T09:30`;
};

export type Model = ReturnType<typeof modelOf>;

export const modelOf = (council: SampleCouncil) => {
  let now = council.startsAt.slice(0, 16);
  const people = whosAsked(council, () => now.slice(0, 10));
  const asked = new Map<string, Asked>();
  const hasOpened = ({ steps }: Cycle): boolean => now >= (steps['Opening'] ?? '');
  const openCycle = () => cycles.find((each) => hasOpened(each) && now < each.closes);
  const isOpen = (cycle: string): boolean => openCycle()?.key === cycle;
  const due = (): readonly Asked[] =>
    [...asked.values()].filter((each) => each.state === 'Due' && isOpen(each.cycle));

  /** What was promised for a date that has come is due again, while its quarter is open. */
  const comeBack = (): void => {
    for (const each of asked.values()) {
      const until = each.said?.['until'] ?? '';
      if (each.state !== 'No data until' || !isOpen(each.cycle)) continue;
      const back = workingDaysOn(until, 0);
      if (back <= now) Object.assign(each, { state: 'Due', said: null, backOn: back.slice(0, 10) });
    }
  };
  /** Answers what is wrong with somebody having been told "saved", or null. */
  const take = (key: string, from: number, { by, said }: { by: string; said: Said }) => {
    const row = asked.get(key);
    if (row === undefined) return `${key} was saved, and nobody was asked for it`;
    const first = row.answers.get(from);
    if (first !== undefined)
      return first.by === by && JSON.stringify(first.said) === JSON.stringify(said)
        ? null
        : `${key}: ${by} was told saved, where ${first.by} had answered from the same card`;
    if (!isOpen(row.cycle)) return `${key} was saved after its quarter had closed`;
    if (from !== row.revision) return `${key} was saved from card ${from}, at ${row.revision}`;
    row.answers.set(from, { by, said });
    row.answeredBy = by;
    if (row.measure === approvedMeasure) row.approval = 'awaiting';
    // A final figure is written on the figure's own return as well.
    const figure = said['until'] ? undefined : asked.get(key.replace(/ final$/, ''));
    for (const each of new Set([row, figure ?? row])) {
      each.revision += 1;
      each.said = said;
      each.state = said['until'] ? 'No data until' : 'Returned';
      each.backOn = null;
    }
    return null;
  };

  return {
    ...people,
    asked,
    /** 'person return|revision', of each answer that was sent back. */
    sentBack: [] as string[],
    openCycle,
    hasOpened,
    isOpen,
    due,
    take,
    now: () => now,
    setNow: (moment: string) => {
      now = moment;
      comeBack();
    },
    /** What somebody is shown when they ask: their own, away or not, and what they stand in for. */
    owedBy: (person: string) =>
      due().filter((each) => each.owner === person || people.askedFor(each).includes(person)),
    /** Everyone a step may be sent to now: those asked, and those told of what is missing. */
    mayBeSent: (): ReadonlySet<string> =>
      new Set(
        due().flatMap((each) => [
          ...people
            .askedFor(each)
            .flatMap((to) => [...askingSteps, 'Back'].map((s) => `${to} ${s}`)),
          `${people.managerOf(each.team)} Manager`,
        ]),
      ),
    /** From when a return is taken to its manager or to SMT: as many working days after it came back. */
    lateFrom: (each: Asked, level: 'Manager' | 'SMT'): string => {
      const { steps = {}, closes = '' } = cycles.find(({ key }) => key === each.cycle) ?? {};
      const days = level === 'Manager' ? 1 : 3;
      const since = each.backOn === null ? '' : workingDaysOn(each.backOn, days);
      const own = steps[level] ?? '';
      const later = since > own ? since : own;
      return later < closes ? later : closes;
    },
    learn: (row: Learned, { revision, outOn }: { revision: number; outOn: string | null }) => {
      const answers = asked.get(row.key)?.answers ?? new Map();
      const waits = outOn !== null && now < workingDaysOn(outOn, 0);
      const backOn = outOn === null || waits ? null : outOn;
      asked.set(row.key, {
        ...row,
        state: waits ? 'No data until' : 'Due',
        backOn,
        revision,
        said: waits ? { until: outOn, because: published.reasons[outOn] ?? '' } : null,
        answers,
        answeredBy: null,
        approval: null,
        decision: null,
      });
    },
    /** A measure goes to another, or to nobody, and what is open of it does too. */
    handOver: (measure: string, owner: string | null) => {
      people.ownerOf.set(measure, owner);
      for (const each of asked.values())
        if (each.measure === measure && (each.state === 'No data until' || due().includes(each)))
          each.owner = owner;
    },
  };
};
