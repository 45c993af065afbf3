// All that somebody who means harm would try at a running app, one house for all of it: who may do what at every
// address and button, what is wrong before it is read, and thousands of requests that nobody sends.
import { afterAll, beforeAll, describe } from 'vitest';
import { atTheDoors } from './at-the-doors.ts';
import { type Attacked, openAttacked } from './attacked-house.ts';
import { badBodies } from './bodies.ts';
import { everyRouteAndVerb } from './every-route-and-verb.ts';
import { manyFuzzed } from './fuzzed.ts';
import { injected } from './injected.ts';

let house: Attacked;
const attacked = () => house;
beforeAll(async () => {
  house = await openAttacked();
});
afterAll(() => house.close());

describe('every route and verb', () => {
  everyRouteAndVerb(attacked);
});
describe('at the doors', () => {
  atTheDoors(attacked);
});
describe('bodies', () => {
  badBodies(attacked);
});
describe('injected', () => {
  injected(attacked);
});
describe('fuzzed', () => {
  manyFuzzed(attacked);
});
