// Who could answer for a line from now on: people of its team first, then by name whoever is on People, and
// then the council's directory, asked as the person who is signed in.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { hasLeft } from '../rules/away.ts';
import { lastLetGo } from '../rules/hand-over.ts';
import { type Owned, readOwned } from '../rules/owned.ts';
import { may } from '../rules/rights.ts';
import { personByObjectId } from '../rules/roles.ts';
import type { InDirectory, NotAsked, SignedIn } from './accounts-port.ts';
import type { Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';

export type Colleagues = {
  readonly outcome: 'found';
  readonly people: readonly Person[];
  /** Those who are not on People; why there are none, where the directory did not answer. */
  readonly others: readonly InDirectory[] | NotAsked;
};

type Looking = {
  readonly as: SignedIn;
  /** What names the line (ownedId). */
  readonly line: string;
  /** Fewer than two letters name nobody: then the line's own team is shown, and no directory is asked. */
  readonly words: string;
};

const most = 10;

/** Refused to whoever may not name an owner for that line: nobody reads the directory through it. */
export const findColleague = async (
  ports: Ports,
  { as, line: id, words }: Looking,
): Promise<Colleagues | Refused> => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const person = registers.people.get(as.person);
  const line = readOwned(registers, id);
  if (line === null) return refused({ reason: 'unknown return' });
  if (!may({ registers, person, today }, 'name an owner', line))
    return refused({ reason: 'not allowed' });
  const here = [...registers.people.values()].filter((each) => !hasLeft(each, today));
  const asked = wordsIn(words);
  if (asked.join('').length < 2)
    return { outcome: 'found', people: ofItsTeam(registers, here, line), others: [] };
  const people = here.filter((each) => isNamed(each, asked)).slice(0, most);
  const found = (await ports.colleagues?.find(as, { words, most })) ?? [];
  const isNew = ({ objectId }: InDirectory) => personByObjectId(registers, objectId) === null;
  return {
    outcome: 'found',
    people,
    others: 'notAsked' in found ? found : found.filter(isNew),
  };
};

/** Not whoever let it go. */
const ofItsTeam = (
  registers: Registers,
  here: readonly Person[],
  line: Owned,
): readonly Person[] => {
  const letGo = lastLetGo(registers, line)?.by ?? null;
  return here
    .filter((each) => line.team !== null && sameKey(each.team, line.team))
    .filter((each) => !sameKey(each.key, letGo));
};

const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((each) => each !== '');

/** As the directory does it: each word asked begins a word of the name. */
const isNamed = ({ title }: Person, asked: readonly string[]): boolean => {
  const name = wordsIn(title);
  return asked.every((word) => name.some((each) => each.startsWith(word)));
};
