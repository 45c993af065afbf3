// A row's past as people read it: who, when, from what, to what, why; newest first, a page at a time.
// What is told of a time when the row was exempt is shown to those who could have read it then.
import type { Person } from '../registers/people.ts';
import {
  type Column,
  type Columns,
  fromPlain,
  holdsMany,
  type Plain,
} from '../registers/register.ts';
import { registers as declared, type RegisterName, type Row } from '../registers/registers.ts';
import { fold } from '../registers/same-key.ts';
import { accessOf, mayRead } from '../rules/access.ts';
import { zone } from '../rules/calendar.ts';
import { momentWords } from '../rules/date-words.ts';
import { personByObjectId } from '../rules/roles.ts';
import type { ColumnChange, Doer, RowStep } from '../rules/row-step.ts';
import { laterEditStands } from '../use-cases/journal-what-stood.ts';
import type { ListFault, Ports } from '../use-cases/ports.ts';
import type { RowHistory } from '../use-cases/row-history.ts';
import type { HistoryChange, HistoryStep, HistoryView } from './api-history.ts';
import { cellWords, type Reading } from './cell-words.ts';
import { freshness } from './freshness.ts';

const stepsAPage = 40;
/** As much as the Journal keeps of a row's change; a list's cell may hold ten times that. */
const longestText = 6_000;

export type HistoryAsked = {
  readonly register: RegisterName;
  readonly row: Row<RegisterName>;
  /** Only the oldest so many steps; left out, all of them. */
  readonly oldest?: number;
};

export const historyView = (
  ports: Ports,
  person: Person,
  { history, asked }: { readonly history: RowHistory; readonly asked: HistoryAsked },
): HistoryView => {
  const reading = { registers: ports.replica.registers(), person };
  const told = history.steps
    .map((step) => ({ ...step, changes: step.changes.filter((each) => isTold(each, step)) }))
    .filter(({ kind, changes }) => kind !== 'changed' || changes.length > 0);
  const open = told.filter((step) => isOpen(reading, step, { history, asked }));
  const from = Math.max(0, open.length - (asked.oldest ?? open.length));
  const page = open.slice(from, from + stepsAPage);
  return {
    list: declared[asked.register].list,
    title: asked.row.title || asked.row.key,
    steps: page.map((step) => stepShown(reading, asked, step)),
    total: open.length,
    older: Math.max(0, open.length - from - page.length),
    withheld: told.length - open.length,
    note: noteOf(history, told.length),
    askAgain: history.fault === 'unreachable' || history.fault === 'throttled',
    freshness: freshness(ports.replica),
  };
};

/** What only the product reads is nobody's history; frozen figures hold what was marked exempt later. */
const untold = new Set(['serviceUrl', 'conversation', 'activity', 'objectId', 'content']);
const isTold = (change: ColumnChange, step: RowStep): boolean => {
  const { column, from, to } = change;
  return (
    !untold.has(column) && !((from ?? '') === '' && to === 'no') && !isWhoAndWhen(change, step)
  );
};

/** An answer's own columns of who gave it and when say what the step says already. */
const isWhoAndWhen = ({ column, to }: ColumnChange, { by, at, how }: RowStep): boolean => {
  if (how === 'list edited by hand') return false;
  if (column === 'returnedBy') return by.is === 'person' && to === by.key;
  return column === 'revision' || (column === 'returnedAt' && to === at.toString());
};

type Told = { readonly history: RowHistory; readonly asked: HistoryAsked };

/**
 * Whoever may read an exempt row may read all it was. Of a row that is no longer exempt, what it was
 * then is theirs who could read it then; and so is a row of the Journal, as everywhere.
 */
const isOpen = (
  { registers, person }: Reading,
  step: RowStep,
  { history, asked: { register, row } }: Told,
): boolean => {
  if (accessOf(row) === 'exempt') return true;
  if (step.told && !mayRead(registers, person, { register: 'journal', row: step.told }))
    return false;
  const rows = rowsBehind(step, history);
  // What cannot be read may have been exempt: as the row itself would be, were it so now.
  const exempt: Row<RegisterName> = { ...row, access: 'exempt' };
  return rows.every((each) => mayRead(registers, person, { register, row: each ?? exempt }));
};

/** The row at each version a step tells of, from the one its `from` is read from; null: not readable. */
const rowsBehind = (
  { kind, isWaiting, version, since }: RowStep,
  { versions }: RowHistory,
): readonly (Row<RegisterName> | null)[] => {
  const rows = versions.map(({ row }) => row);
  // A change on its way is told beside the newest version that can be read.
  if (isWaiting)
    return rows.slice(
      Math.max(
        0,
        rows.findLastIndex((row) => row !== null),
      ),
    );
  if (version === null) return [];
  // Of a version that cannot be read only who made it is told.
  const from = since ?? (kind === 'unreadable' ? version : 0);
  const last = kind === 'unreadable' ? version : version + 1;
  return rows.slice(from, last).filter((row) => kind !== 'unreadable' || row !== null);
};

const noteOf = ({ fault, versions }: RowHistory, known: number): string | null => {
  if (fault !== null && known === 0)
    return `${awayWords[fault]}. The Journal has no change to this.`;
  switch (fault) {
    case 'throttled':
      return 'SharePoint is slow to answer; this is what the Journal holds.';
    case 'unreachable':
      return 'SharePoint is not answering; this is what the Journal holds.';
    case 'forbidden':
      return 'SharePoint does not let Golden Thread read these versions; this is what the Journal holds.';
    case 'notFound':
    case 'conflict':
      return 'SharePoint has no versions of this row; this is what the Journal holds.';
    case null: {
      const [oldest] = versions;
      return oldest && Number.parseFloat(oldest.id) > 1
        ? 'SharePoint keeps no versions older than these.'
        : null;
    }
  }
};

/** Said where nothing at all is known. */
const awayWords: { readonly [F in ListFault]: string } = {
  throttled: 'SharePoint is slow to answer, so earlier versions cannot be shown',
  unreachable: 'SharePoint is not answering, so earlier versions cannot be shown',
  forbidden: 'SharePoint does not let Golden Thread read earlier versions',
  notFound: 'SharePoint has no versions of this row',
  conflict: 'SharePoint has no versions of this row',
};

const hows: { readonly [H in RowStep['how']]: string } = {
  card: 'by card',
  tab: 'in the tab',
  command: 'by command',
  import: 'from a file',
  'list edited by hand': 'in the list, by hand',
  product: '',
};

const stepShown = (reading: Reading, { register }: HistoryAsked, step: RowStep): HistoryStep => {
  const { who, team } = doerWords(reading, step);
  return {
    id: step.id,
    when: momentWords(step.at.toZonedDateTimeISO(zone)),
    who: bounded(who),
    team,
    how: hows[step.how],
    why: isSaid(step, who) ? null : step.why && bounded(step.why),
    kind: step.kind,
    isWaiting: step.isWaiting,
    notTaken: isNotTaken(step),
    changes: step.changes.map((change) => changeShown(reading, register, change)),
  };
};

/** That it was edited by hand, and by whom, is said already; and so is that a later edit stands. */
const isSaid = (step: RowStep, who: string): boolean =>
  isNotTaken(step) ||
  (step.how === 'list edited by hand' &&
    (step.why === 'Changed in the list.' || (step.why?.includes(who) ?? false)));

const isNotTaken = ({ how, why }: RowStep): boolean => how === 'product' && why === laterEditStands;

type Who = { readonly who: string; readonly team: string | null };

const doerWords = (reading: Reading, { by, how }: RowStep): Who => {
  const { registers } = reading;
  const person = personOf(reading, by);
  if (person) {
    const team = person.team ? registers.teams.get(person.team)?.title : undefined;
    const isIn = team !== undefined && fold(person.title).includes(fold(team));
    return { who: person.title, team: isIn ? null : (team ?? null) };
  }
  if (by.is === 'person') return { who: by.key, team: null };
  if (by.is === 'somebody') return { who: 'Somebody not in People', team: null };
  if (by.is === 'editor')
    return { who: by.name ?? 'Somebody SharePoint does not name', team: null };
  return { who: how === 'command' ? 'The command line' : 'Golden Thread', team: null };
};

const personOf = ({ registers }: Reading, by: Doer): Row<'people'> | undefined => {
  if (by.is === 'person') return registers.people.get(by.key);
  if (by.is !== 'editor' || by.objectId === null) return undefined;
  return personByObjectId(registers, by.objectId) ?? undefined;
};

const changeShown = (
  reading: Reading,
  register: RegisterName,
  { column: name, from, to }: ColumnChange,
): HistoryChange => {
  const column = (declared[register].columns as Columns)[name] as Column;
  return {
    words: column.words,
    from: from === null ? null : bounded(textWords(reading, column, from)),
    to: bounded(textWords(reading, column, to)),
    isLong: column.kind === 'longText',
  };
};

/** From the Journal's wording of a cell to what people read. What cannot be read so is shown as it is. */
const textWords = (reading: Reading, column: Column, text: string): string => {
  try {
    return cellWords(reading, column, fromPlain(column, plainOf(column, text)));
  } catch {
    return text;
  }
};

const plainOf = (column: Column, text: string): Plain => {
  if (holdsMany(column)) return text === '' ? [] : text.split(/, (?=\S)/);
  if (column.kind === 'yesNo') return text === 'yes';
  if (column.kind !== 'number' || text === '') return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
};

const bounded = (text: string): string =>
  text.length <= longestText ? text : `${text.slice(0, longestText)}…`;
