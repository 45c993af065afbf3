// The completion board and the messages of a cycle, in the words the tab shows. What is counted, and how,
// is decided in completion.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Notification } from '../registers/notifications.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { zone } from '../rules/calendar.ts';
import type { Completion, Counts, PersonLine, TeamLine } from '../rules/completion.ts';
import { newestTriedIn } from '../rules/completion.ts';
import { dateWords, momentWords } from '../rules/date-words.ts';
import type { BoardCounts, BoardPerson, BoardTeam, CycleView, MessageLine } from './api-cycle.ts';
import { nameOf } from './measure-row.ts';

export const countsOf = (line: Counts): BoardCounts => ({
  asked: line.asked,
  answered: line.answered,
  owed: line.owed,
  late: line.late,
  unreachable: line.unreachable,
  away: line.away,
});

export const boardOf = (
  registers: Registers,
  cycle: Cycle,
  { directorates }: Completion,
): CycleView['directorates'] => {
  const newest = newestTriedIn(registers, cycle);
  const team = (line: TeamLine): BoardTeam => ({
    key: line.key,
    name: line.team?.title ?? line.key,
    ...countsOf(line),
    people: line.people.map((each) => personShown(each, newest)),
  });
  return directorates.map((line) => ({
    name: line.name,
    ...countsOf(line),
    teams: line.teams.map(team),
  }));
};

const personShown = (line: PersonLine, newest: ReadonlyMap<string, Notification>): BoardPerson => {
  const { owner, asks } = line;
  const tried = asks.length > 0 ? asks : owner ? [owner] : [];
  const sent = tried.flatMap(({ key }) => newest.get(key) ?? []);
  const last = sent.find(({ state }) => state !== 'Sent') ?? sent[0];
  return {
    key: owner?.key ?? null,
    name: owner?.title ?? 'Nobody owns these',
    ...countsOf(line),
    asks: asks.map(({ key, title }) => ({ key, name: title })),
    cover: coverWords(line),
    last: last === undefined ? null : { words: lastWords(last), arrived: last.state === 'Sent' },
  };
};

/** Said only where somebody else is asked, or should be. */
const coverWords = ({ owner, asks, away, owed }: PersonLine): string | null => {
  if (owed === 0) return null;
  const others = asks.filter(({ key }) => key !== owner?.key);
  const asked =
    others.length > 0 ? `${namesOf(others)} ${others.length === 1 ? 'is' : 'are'} asked` : null;
  if (away > 0 && owner?.awayUntil)
    return `Away until ${dateWords(owner.awayUntil)}; ${asked ?? 'nobody covers, so they are asked all the same'}.`;
  if (asked && owner?.leftOn) return `Left on ${dateWords(owner.leftOn)}; ${asked}.`;
  if (asked) return `${asked} instead.`;
  return asks.length === 0 ? 'Nobody can be asked: the team has no manager.' : null;
};

const namesOf = (people: readonly Person[]): string => people.map(({ title }) => title).join(', ');

const lastWords = (sent: Notification): string => {
  const at = whenOf(sent);
  if (sent.state === 'Sent') return `${sent.step} sent ${at}`;
  return `${sent.step} did not arrive, ${at}${sent.reason ? `: ${sent.reason}` : ''}`;
};

const whenOf = ({ settledAt, fellDueAt }: Notification): string =>
  momentWords((settledAt ?? fellDueAt).toZonedDateTimeISO(zone));

export const messageLine = (registers: Registers, sent: Notification): MessageLine => ({
  key: sent.key,
  person: nameOf(registers, sent.person) ?? sent.person,
  step: sent.step,
  about: nameOf(registers, sent.about),
  state: sent.state,
  at: whenOf(sent),
  because: sent.reason,
  possiblyRepeated: sent.possiblyRepeated,
});

/** Every message of a cycle, newest first; of one moment, that of the latest step. */
export const messageLines = (registers: Registers, cycle: Cycle): readonly MessageLine[] => {
  const at = ({ settledAt, fellDueAt }: Notification) => settledAt ?? fellDueAt;
  const { compare } = Temporal.Instant;
  return registers.notifications
    .where('cycle', cycle.key)
    .toSorted(
      (one, other) => compare(at(other), at(one)) || compare(other.fellDueAt, one.fellDueAt),
    )
    .map((each) => messageLine(registers, each));
};
