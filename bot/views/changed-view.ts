// What somebody else did to a person's returns since their card was sent, a sentence each: for the
// card that is drawn again in place.
import type { Person } from '../../src/registers/people.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import { fold, sameKey } from '../../src/registers/same-key.ts';
import { aboutOf } from '../../src/rules/about.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { zone } from '../../src/rules/calendar.ts';
import { returnsByPerson } from '../../src/rules/card-shows.ts';
import { type Edit, editThatStands } from '../../src/rules/edit-that-stands.ts';
import { isAnswered } from '../../src/rules/owed.ts';
import { dayWords, personName } from './cycle-words.ts';
import type { InCycle } from './in-cycle.ts';

const mostSentences = 3;

/** None where nothing was done by anybody else, or the cycle runs no more. */
export const changedView = (at: InCycle, since: Temporal.Instant): readonly string[] => {
  const { registers, person, cycle, today } = at;
  if (cycle.state !== 'Open') return [];
  const theirs = returnsByPerson(registers, cycle.key, today).get(fold(person.key)) ?? [];
  const said = theirs.filter(isAnswered).flatMap((each) => sentenceOf(at, each, since) ?? []);
  const more = said.length - mostSentences;
  return more > 0
    ? [...said.slice(0, mostSentences), `And ${more} more ${more === 1 ? 'change' : 'changes'}.`]
    : said;
};

const sentenceOf = (at: InCycle, asked: Return, since: Temporal.Instant): string | null => {
  const { registers, person } = at;
  const about = aboutOf(registers, asked);
  if (about === null) return null;
  const name = `"${askedName(asked, about)}"`;
  const edit = editThatStands(registers, asked);
  if (edit !== null && !sameKey(edit.by, person.key)) return editWords(at, { asked, name, edit });
  const isNews =
    asked.returnedAt !== null && Temporal.Instant.compare(asked.returnedAt, since) >= 0;
  return isNews && !sameKey(asked.returnedBy, person.key)
    ? `${who(registers, asked.returnedBy)} answered ${name}.`
    : null;
};

type Edited = { readonly asked: Return; readonly name: string; readonly edit: Edit };

/** "Your answer to … was changed in the list by … on Fri 2 October: the value is 28, you gave 30." */
const editWords = (
  { registers, person, today }: InCycle,
  { asked, name, edit }: Edited,
): string => {
  const by = edit.by === null ? '' : ` by ${who(registers, edit.by)}`;
  const on = dayWords(edit.at.toZonedDateTimeISO(zone).toPlainDate(), today);
  return isTheirs(person, asked)
    ? `Your answer to ${name} was changed in the list${by} on ${on}: ${whatWords(edit)}. What you gave is kept in its history.`
    : `${name} was answered in the list${by} on ${on}.`;
};

const isTheirs = (person: Person, { returnedBy }: Return): boolean =>
  sameKey(returnedBy, person.key);

const whatWords = ({ columns }: Edit): string => {
  const value = columns.find(({ column }) => column === 'value');
  if (value !== undefined)
    return `the value is ${value.to === '' ? 'blank' : value.to}, you gave ${value.from === '' ? 'none' : value.from}`;
  const [first] = columns;
  return first === undefined
    ? 'it reads otherwise'
    : (columnWords[first.column] ?? 'it reads otherwise');
};

const columnWords: Readonly<Record<string, string>> = {
  state: 'whether it is answered',
  numerator: 'the figures it is worked out from',
  denominator: 'the figures it is worked out from',
  finality: 'whether it is final',
  commentary: 'the commentary',
  forecast: 'the forecast',
  limits: 'the known limits',
  noDataUntil: 'the date there will be a figure',
  noDataReason: 'the reason there is no figure yet',
};

const who = (registers: Registers, key: string | null): string =>
  personName(registers, key) ?? 'Somebody';
