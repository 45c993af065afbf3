// Asks, before anybody is asked for a figure, who is out of office in Teams, and puts down until when:
// whoever covers for them is asked instead. What may be put down is decided in rules/out-of-office.ts.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { hasLeft } from '../rules/away.ts';
import { dateWords } from '../rules/date-words.ts';
import { type AwayBy, awayBy, momentToAsk } from '../rules/out-of-office.ts';
import { accept } from './accept.ts';
import type { Directory, Whereabouts } from './accounts-port.ts';
import { change } from './change.ts';
import { changesToldOf } from './changes-told.ts';
import type { Entry, Ports } from './ports.ts';
import { coverEntries } from './say-away.ts';

export type AskAway = {
  /** Does nothing where that moment's answer is kept; after a fault it is asked again within the hour. */
  ask(): Promise<void>;
  /** What keeps it from being asked, in a sentence for /health; null where nothing does. */
  trouble(): string | null;
};

const notPermitted =
  'Who is out of office is not looked for in Teams: the app has not been granted MailboxSettings.Read. Away until, in the People list and on every card, says who is away.';

export const openAskAway = (ports: Ports, directory: Pick<Directory, 'away'>): AskAway => {
  let tried = '';
  let trouble: string | null = null;
  return {
    trouble: () => trouble,
    ask: async () => {
      const now = ports.clock.now();
      const moment = momentToAsk(ports.replica.registers(), now);
      if (moment === null) return;
      const hour = now.toPlainDateTime().round({ smallestUnit: 'hour', roundingMode: 'floor' });
      const turn = `${moment.toString()} ${hour.toString()}`;
      if (tried === turn) return;
      tried = turn;
      const claim = `outOfOffice|${moment.toPlainDateTime().toString()}`;
      if ((await ports.outbox.find(claim)) !== null) return;
      const answers = await directory.away(accountsOf(ports.replica.registers(), now));
      trouble = answers === null ? notPermitted : null;
      if (answers === null) return;
      // A step that is about to fall due is for who is here then.
      const at = Temporal.ZonedDateTime.compare(moment, now) > 0 ? moment : now;
      const asked = { key: claim, by: null, at: now.toInstant(), changes: [], message: null };
      await accept(ports, [...entriesFor(ports, answers, at), asked]);
    },
  };
};

const accountsOf = (registers: Registers, now: Temporal.ZonedDateTime): readonly string[] =>
  [...registers.people.values()]
    .filter((each) => each.objectId !== '' && !hasLeft(each, now.toPlainDate()))
    .map(({ objectId }) => objectId);

type Changing = Exclude<AwayBy, { verdict: 'leave' }>;

/** Worked out from what stands when the answer is there: whoever pressed meanwhile is heard. */
const entriesFor = (
  ports: Ports,
  answers: readonly Whereabouts[],
  at: Temporal.ZonedDateTime,
): readonly Entry[] => {
  const registers = ports.replica.registers();
  const byAccount = new Map(answers.map((each) => [each.objectId, each]));
  const changing = [...registers.people.values()].flatMap((person) => {
    const found = byAccount.get(person.objectId);
    if (found === undefined) return [];
    const { outOfOffice: out } = found;
    const by = awayBy(registers, person, { out, at });
    return by.verdict === 'leave' ? [] : [{ person, by, why: whyOf(by, out?.until ?? null) }];
  });
  const changed = changing.map(({ person, by }) => ({ ...person, awayUntil: by.awayUntil }));
  return changing.flatMap(({ person, by, why }) => {
    const entry = awayEntry(ports, person, { until: by.awayUntil, why });
    if (by.verdict === 'over' || !by.isNew) return [entry];
    // Nobody covers who was found to be out of office with them.
    const others = changed.filter(({ key }) => key !== person.key);
    const away = { ...person, awayUntil: by.awayUntil };
    return [entry, ...coverEntries(ports, away, { by: null, others })];
  });
};

const awayEntry = (
  ports: Ports,
  { key }: Person,
  { until, why }: { readonly until: Temporal.PlainDate | null; readonly why: string },
): Entry => {
  const nth = changesToldOf(ports, 'people', key);
  return {
    key: `outOfOffice|${key}|${nth}|${until?.toString() ?? 'back'}`,
    by: null,
    at: ports.clock.now().toInstant(),
    changes: [change('people', key, { awayUntil: until })],
    message: null,
    journal: { source: 'product', why },
  };
};

/** `ends`: as they have set it in Teams; null: they gave none. */
const whyOf = (by: Changing, ends: Temporal.Instant | null): string => {
  if (by.verdict === 'over') return 'Not out of office in Teams any more';
  const day = dateWords(by.awayUntil);
  return ends === null
    ? `Out of office in Teams, with no end given: until the next working day, ${day}`
    : `Out of office in Teams until ${day}`;
};
