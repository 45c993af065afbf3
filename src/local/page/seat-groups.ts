// Which seats are shown, in which groups: by what a person does in a return, then by name.
import type { Person } from './local-teams.ts';

type SeatGroup = { title: string; people: Person[] };

const groups: ReadonlyArray<{ jobTitle: string; title: string }> = [
  { jobTitle: 'Measure owner', title: 'Measure owners' },
  { jobTitle: 'Manager', title: 'Managers' },
  { jobTitle: 'SMT', title: 'SMT' },
  { jobTitle: 'Performance team', title: 'Performance team' },
];

const others = 'Other people';

/** Every word sought must begin a word of the person's name, seat or directorate. */
function isSought(person: Person, sought: string): boolean {
  const words = [person.displayName, person.jobTitle, person.department]
    .join(' ')
    .toLowerCase()
    .split(/[\s,&/()-]+/);
  return sought
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Groups in a settled order, empty ones left out; a seat of no known kind is under "Other people". */
export function groupSeats(people: readonly Person[], sought: string): SeatGroup[] {
  const titleOf = (person: Person) =>
    groups.find((group) => group.jobTitle === person.jobTitle)?.title ?? others;
  const found = people
    .filter((person) => isSought(person, sought))
    .toSorted((one, other) => one.displayName.localeCompare(other.displayName, 'en-GB'));
  return [...groups.map((group) => group.title), others]
    .map((title) => ({ title, people: found.filter((person) => titleOf(person) === title) }))
    .filter((group) => group.people.length > 0);
}
