// Which seats the local Teams page shows, and under which heading.
import { expect, test } from 'vitest';
import type { Person } from '../../src/local/page/local-teams.ts';
import { groupSeats } from '../../src/local/page/seat-groups.ts';

const seat = (displayName: string, jobTitle: string | null, department = 'Place'): Person => ({
  id: displayName,
  displayName,
  userPrincipalName: `${displayName}@council.example`,
  jobTitle,
  department,
  installed: true,
  blocked: false,
});

const people = [
  seat('Performance Analyst', 'Performance team'),
  seat('Head of Housing Needs', 'Measure owner', 'Housing and Communities'),
  seat('Head of Early Help', 'Measure owner', 'Children and Families'),
  seat('Director of Place', 'SMT'),
  seat('Assistant Director Housing', 'Manager', 'Housing and Communities'),
  seat('Visitor', null),
];

const shown = (sought: string) =>
  groupSeats(people, sought).map(({ title, people: those }) => [
    title,
    ...those.map((each) => each.displayName),
  ]);

test('seats are grouped by what they do in a return, owners first, names in order', () => {
  expect(shown('')).toEqual([
    ['Measure owners', 'Head of Early Help', 'Head of Housing Needs'],
    ['Managers', 'Assistant Director Housing'],
    ['SMT', 'Director of Place'],
    ['Performance team', 'Performance Analyst'],
    ['Other people', 'Visitor'],
  ]);
});

test('a search finds a seat by the beginnings of its words, and by directorate', () => {
  expect(shown('hous nee')).toEqual([['Measure owners', 'Head of Housing Needs']]);
  expect(shown('children')).toEqual([['Measure owners', 'Head of Early Help']]);
  expect(shown('ousing')).toEqual([]);
});
