// What the sample's first cycle asks for, of whom, and that there is somebody to ask.
import { describe, expect, test } from 'vitest';
import { parsePeriod, periodWords } from '../../src/rules/period.ts';
import { returnsDue } from '../../src/rules/what-is-due.ts';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';
import { registersOf, rowsOf } from './sample-registers.ts';

const council = stokeOnTrent();
const registers = registersOf(council);
const people = rowsOf(council, 'people');
const [cycle] = rowsOf(council, 'cycles');
if (!cycle) throw new Error('the sample has no cycle');
const due = returnsDue(registers, cycle);
const periodOf = (code: string) => due.find(({ measure }) => measure.code === code)?.period;

describe('quarter 2 of 2020-21', () => {
  test('asks for the figures that fall due in it, not for all 79', () => {
    expect(due).toHaveLength(50);
    const yearly = due.filter(({ measure }) => measure.frequency === 'annual');
    expect(yearly.map(({ measure }) => measure.code)).toEqual([
      'EP 12',
      'EP 14',
      'EP 18',
      'HB 4',
      'HB 6a',
      'HB 6b',
      'HB 6c',
      'HB 9',
      'VUL 7',
    ]);
  });

  test('asks each measure for its own period', () => {
    expect(periodOf('COU 2')).toBe('2020-21 Q2');
    expect(periodOf('COM 6')).toBe('2020-21 Q1');
    expect(periodOf('EP 13')).toBe('2019-20 Q4');
    expect(periodOf('EP 12')).toBe('2019/20 academic');
    expect(periodOf('HB 6a')).toBe('2019-20');
    expect(periodOf('EP 21a')).toBe(undefined);
    const suicide = due.find(({ measure }) => measure.code === 'VUL 7');
    const period = parsePeriod(suicide?.period ?? '');
    expect(period && periodWords(period, suicide?.measure)).toBe('2017 to 2019');
  });

  test('asks the Head of Housing Needs for three, one of them as two numbers', () => {
    const asked = due.filter(({ owner }) => owner === 'p-housing-needs');
    expect(asked.map(({ measure }) => [measure.code, measure.asksFor])).toEqual([
      ['HB 11', 'value'],
      ['VUL 6', 'value'],
      ['VUL 11', 'numerator and denominator'],
    ]);
  });

  test('reaches everyone it asks but one', () => {
    const seats = new Map(council.directory.map((seat) => [seat.id, seat]));
    const asked = people.filter(({ key }) => due.some(({ owner }) => owner === key));
    const unreached = asked.filter(({ objectId }) => !seats.get(objectId)?.installed);
    expect(unreached.map(({ key }) => key)).toEqual(['p-development-management']);
  });
});

describe('the posts', () => {
  const owners = people.filter(({ roles }) => roles.includes('owner'));

  test('every owner has a manager, and most a deputy in the same team', () => {
    expect(owners.filter(({ manager }) => manager === null)).toEqual([]);
    const deputised = owners.filter(({ deputy }) => deputy !== null);
    expect(deputised.length).toBeGreaterThan(owners.length * 0.9);
    const elsewhere = deputised.filter(
      ({ key, deputy, team }) =>
        deputy === key || registers.people.get(deputy ?? '')?.team !== team,
    );
    expect(elsewhere).toEqual([]);
  });

  test('every owner owns a measure, and every measure is its owner’s team’s', () => {
    const measures = rowsOf(council, 'measures').filter(
      ({ plan }) => plan === 'operating-plan-2020-21',
    );
    expect(new Set(measures.map(({ owner }) => owner))).toEqual(
      new Set(owners.map(({ key }) => key)),
    );
    const strays = measures.filter(
      ({ owner, team }) => registers.people.get(owner ?? '')?.team !== team,
    );
    expect(strays).toEqual([]);
  });

  test('are each one seat in the directory, by object id', () => {
    const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(new Set(people.map(({ objectId }) => objectId)).size).toBe(people.length);
    expect(new Set(people.map(({ upn }) => upn)).size).toBe(people.length);
    expect(council.directory.filter(({ id }) => !guid.test(id))).toEqual([]);
    expect(council.directory.map(({ id, userPrincipalName }) => [id, userPrincipalName])).toEqual(
      people.map(({ objectId, upn }) => [objectId, upn]),
    );
  });

  test('a third are served from another region, and nobody is away', () => {
    const elsewhere = council.directory.filter(({ region }) => region === 'emea');
    expect(elsewhere.length / people.length).toBeCloseTo(1 / 3, 1);
    expect(people.filter(({ awayUntil }) => awayUntil !== null)).toEqual([]);
  });
});
