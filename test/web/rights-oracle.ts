// What each cell of the table means in the council of rights-council.ts, said by hand: who a relation holds for,
// of which thing. It reads the table's cells and shares nothing else with the rules that weigh them.
import {
  type Action,
  type Relation,
  type Right,
  type Role,
  rights,
} from '../../src/rules/rights-table.ts';
import { holders, type Thing, things } from './rights-council.ts';

type Facts = { readonly [T in Thing]?: readonly string[] };

const everything = (who: string): Facts => Object.fromEntries(things.map((each) => [each, [who]]));

/** "Stands in that day" is worked out from the others. */
const facts: { readonly [R in Exclude<Relation, 'somebody they stand in for that day'>]: Facts } = {
  'their own': { theirs: ['owner'] },
  'what they are asked about': { theirs: ['owner'] },
  'what was taken to them': { theirs: ['bystander'] },
  'what was taken to somebody they stand in for that day': { theirs: ['deputy'] },
  'their own team': { theirs: ['manager'] },
  'their own directorate': { theirs: ['director'] },
  'any directorate': everything('chief-executive'),
  'a directorate that has no director': { undirected: ['chief-executive'] },
  'an owner they deputise or cover for; where nobody owns it, its manager': { theirs: ['deputy'] },
  'a manager they deputise or cover for': { theirs: ['deputy'] },
  'what is public or internal': {},
  'that of whoever they manage': { theirs: ['manager'] },
  'where they may read every row of it': {},
  'where they are asked to approve': everything('deputy'),
  'where their team’s answers are approved': everything('manager'),
};

const stoodInFor = [
  'manager',
  'director',
  'SMT',
  'section 151 officer',
  'monitoring officer',
] as const;

/** Whether whoever holds that role, and nothing else, is to be let do it to that thing. */
export const isLet = (action: Action, role: Role, thing: Thing): boolean => {
  const { cells }: Right = rights[action];
  const holds = (of: Role): boolean => {
    const cell = cells[of];
    if (cell === undefined || cell === 'yes') return cell === 'yes';
    if (cell === 'somebody they stand in for that day')
      return stoodInFor.some((each) => each in cells && holds(each));
    return facts[cell][thing]?.includes(holders[of === 'in People' ? role : of]) === true;
  };
  return holds('in People') || holds(role);
};
