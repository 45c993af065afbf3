import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Measure } from '../../src/registers/measures.ts';
import type { Change, RegisterName, Registers } from '../../src/registers/registers.ts';
import { newYear } from '../../src/use-cases/new-year.ts';
import type { Outbox } from '../../src/use-cases/ports.ts';
import { next, plan, reviewOf, sampleWith, strategic, withWork } from './given-new-year.ts';
import { councilWith } from './given-ports.ts';

let folder: string;
let outbox: Outbox;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-new-year-'));
  outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
});
afterEach(() => {
  outbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const by = null;
type Council = ReturnType<typeof councilWith>;

describe('opening the next year of a plan', () => {
  it('makes the plan and its sections, each taking the place of the old one', async () => {
    const ports = councilWith(outbox, withWork());
    const review = strategic(ports.replica.registers());
    expect(await newYear(ports, { by, plan, review })).toMatchObject({
      outcome: 'made',
      made: { title: 'Operating Plan 2021-22', counts: { kept: 79, operational: 1 } },
    });
    const { plans, objectives, priorities } = ports.replica.registers();
    expect(plans.get(next)).toMatchObject({
      title: 'Operating Plan 2021-22',
      plan: next,
      code: next,
      succeeds: plan,
      year: '2021-22',
    });
    expect(plans.get(`${next}|4`)).toMatchObject({ parent: next, succeeds: `${plan}|4` });
    expect(plans.where('plan', next)).toHaveLength(plans.where('plan', plan).length);
    expect(priorities.get(`${next}|1`)).toMatchObject({ succeeds: [`${plan}|1`] });
    const carried = objectives.where('plan', next);
    expect(carried).toHaveLength(objectives.where('plan', plan).length);
    const served = carried.flatMap((each) => each.serves);
    expect(served.length).toBeGreaterThan(0);
    expect(served.filter((line) => line.includes(plan))).toEqual([]);
  });

  it('keeps, changes and retires measures as reviewed; history stays under the old keys', async () => {
    const ports = councilWith(outbox, withWork());
    const before = ports.replica.registers().returns.size;
    const review = strategic(ports.replica.registers(), {
      'VUL 6': { verdict: 'change', changed: { title: 'Households homeless' } },
      'COU 9': { verdict: 'retire', because: 'The source has ended.' },
    });
    await newYear(ports, { by, plan, review });
    const { measures, targets, returns } = ports.replica.registers();
    expect(measures.get(`${next}|VUL 6`)).toMatchObject({
      title: 'Households homeless',
      continues: `${plan}|VUL 6`,
      priority: `${next}|1`,
      changedBecause: 'Still what matters.',
      decision: 'CAB-2021-02-23-7',
    });
    expect(measures.get(`${plan}|VUL 6`)).toMatchObject({ retiredOn: null, changedBecause: null });
    expect(measures.get(`${next}|COU 9`)).toBeUndefined();
    const retired = measures.get(`${plan}|COU 9`) as Measure;
    expect(retired.retiredOn?.toString()).toBe('2021-04-01');
    expect(retired).toMatchObject({ changedBecause: 'The source has ended.' });
    expect(measures.get(`${next}|OPS 1`)).toMatchObject({ decision: null });
    expect([targets.where('plan', next), returns.where('plan', next)]).toEqual([[], []]);
    expect(returns.size).toBe(before);
    // Part of a family: its parent is the new plan's row.
    expect(measures.get(`${next}|EP 21b`)?.parent).toBe(`${next}|EP 21a`);
  });

  it('carries unfinished work, with its links to what went forward, and nothing finished', async () => {
    const ports = councilWith(outbox, withWork());
    await newYear(ports, { by, plan, review: strategic(ports.replica.registers()) });
    const { actions, projects, savings, risks } = ports.replica.registers();
    expect(actions.get(`${next}|x1`)).toMatchObject({ continues: `${plan}|x1`, percent: 40 });
    expect(actions.get(`${next}|x2`)).toBeUndefined();
    expect(actions.get(`${next}|x1.1`)).toMatchObject({
      parent: `${next}|x1`,
      section: `${next}|4`,
      serves: [`Actions: ${next}|x1`, `Actions: ${plan}|x2`],
    });
    expect(projects.get(`${next}|y1`)).toMatchObject({ continues: `${plan}|y1` });
    expect(projects.get(`${next}|y2`)).toBeDefined();
    expect(projects.get(`${next}|y3`)).toBeUndefined();
    expect(savings.get(`${next}|z1`)).toMatchObject({
      year: '2021-22',
      required: 100,
      achieved: null,
      project: `${next}|y1`,
      commentary: `Carried forward from ${plan}|z1, where £40 of £100 was achieved.`,
    });
    expect(risks.get(`${next}|r1`)).toMatchObject({ residualLikelihood: 3 });
    expect(risks.get(`${next}|r2`)).toBeUndefined();
  });

  it('plans four quarters, each opening on the first working day after it', async () => {
    const ports = councilWith(outbox, withWork());
    await newYear(ports, { by, plan, review: strategic(ports.replica.registers()) });
    const cycles = [1, 2, 3, 4].map((n) =>
      ports.replica.registers().cycles.get(`${next}|2021-22 Q${n}`),
    );
    expect(cycles.map((each) => each?.opensOn.toString())).toEqual([
      '2021-07-01',
      '2021-10-01',
      '2022-01-04',
      '2022-04-01',
    ]);
    expect(cycles[0]).toMatchObject({
      title: 'Quarter 1 2021-22',
      state: 'Planned',
      sendAt: '09:30',
      dueWorkingDay: 10,
      closeAfter: 10,
    });
  });

  it('is one entry, told to the Journal, and the same request again changes nothing', async () => {
    const ports = councilWith(outbox, withWork());
    const asked = { by, plan, review: strategic(ports.replica.registers()) };
    await newYear(ports, asked);
    const pending = await outbox.pending(1_000_000);
    const journal = ports.replica.registers().journal.where('plan', next);
    expect(journal.map((each) => [each.title, each.source])).toContainEqual([
      'Measures: 80 rows begun',
      'command',
    ]);
    const reversed = { ...asked, review: asked.review.toReversed() };
    expect(await newYear(ports, reversed)).toMatchObject({ outcome: 'nothing to change' });
    expect(await outbox.pending(1_000_000)).toEqual(pending);
  });

  it('cut short before anything has landed, it is all there when the app is back', async () => {
    const asked = {
      by,
      plan,
      review: strategic(councilWith(outbox, withWork()).replica.registers()),
    };
    await newYear(councilWith(outbox, withWork()), asked);
    const accepted = await outbox.pending(1_000_000);
    outbox.close();
    outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
    const back = councilWith(outbox, withWork());
    back.replica.lay(await outbox.pending(1_000_000));
    expect(await outbox.pending(1_000_000)).toEqual(accepted);
    expect(back.replica.registers().cycles.get(`${next}|2021-22 Q4`)).toBeDefined();
    expect(await newYear(back, asked)).toMatchObject({ outcome: 'nothing to change' });
  });

  it('asked for by two processes at once is made once, though neither has heard of the other', async () => {
    const [one, other, third] = [withWork(), withWork(), withWork()].map((registers) =>
      councilWith(outbox, registers),
    ) as [Council, Council, Council];
    const review = strategic(one.replica.registers());
    expect(await newYear(one, { by, plan, review })).toMatchObject({ outcome: 'made' });
    const waiting = outbox.depth().changes;
    expect(await newYear(other, { by, plan, review })).toMatchObject({
      outcome: 'nothing to change',
    });
    const retiring = strategic(third.replica.registers(), {
      'COU 9': { verdict: 'retire', because: 'The source has ended.' },
    });
    expect(await newYear(third, { by, plan, review: retiring })).toMatchObject({
      reason: 'exists already',
    });
    expect(outbox.depth().changes).toBe(waiting);
  });

  it('another review of a year that exists already is refused', async () => {
    const ports = councilWith(outbox, withWork());
    const registers = ports.replica.registers();
    await newYear(ports, { by, plan, review: strategic(registers) });
    const review = strategic(registers, { 'VUL 6': { because: 'Another reason.' } });
    expect(await newYear(ports, { by, plan, review })).toMatchObject({
      reason: 'exists already',
      title: 'Operating Plan 2021-22',
    });
  });

  it('every row it begins can be found by whoever follows a link', async () => {
    const ports = councilWith(outbox, withWork());
    await newYear(ports, { by, plan, review: strategic(ports.replica.registers()) });
    const registers = ports.replica.registers();
    const lost = (await outbox.pending(1_000_000)).flatMap((each) => lostLinks(registers, each));
    expect(lost).toEqual([]);
  });
});

describe('a review that is not complete', () => {
  it('stops it, every measure and Decision named, and nothing is changed', async () => {
    const ports = councilWith(outbox, withWork());
    const registers = ports.replica.registers();
    const review = strategic(registers, {
      'VUL 6': { because: ' ' },
      'VUL 1': { decision: 'CAB-9' },
      'VUL 2': { decision: '' },
      'COU 2': { verdict: 'change' },
      'COU 3': { changed: { title: 'Other' } },
    }).filter((each) => each.measure !== `${plan}|COU 9`);
    const twice = review.find((each) => each.measure === `${plan}|HB 9`);
    const refused = await newYear(ports, {
      by,
      plan,
      review: [
        ...review,
        ...(twice ? [twice] : []),
        { ...(twice as (typeof review)[number]), measure: `${plan}|OPS 1` },
      ],
    });
    const faults = 'faults' in refused ? refused.faults : [];
    expect(new Map(faults.map((each) => [each.measure.split('|')[1], each.fault]))).toEqual(
      new Map([
        ['VUL 6', 'no reason'],
        ['VUL 1', 'decision not in the register'],
        ['VUL 2', 'no decision'],
        ['COU 2', 'changed, but nothing says how'],
        ['COU 3', 'kept, but something says how it changes'],
        ['COU 9', 'no verdict'],
        ['HB 9', 'reviewed twice'],
        ['OPS 1', 'not a strategic measure of the plan'],
      ]),
    );
    expect(await outbox.pending(10)).toEqual([]);
    expect(registers.plans.get(next)).toBeUndefined();
  });
  it('a plan of several years, a section and no plan at all have no next year', async () => {
    const several = { key: 'a-plan-2016-20', plan: 'a-plan-2016-20', year: null };
    const ports = councilWith(outbox, sampleWith({ plans: [{ ...several, code: several.key }] }));
    const reasonFor = async (key: string) => newYear(ports, { by, plan: key, review: [] });
    expect(await reasonFor('a-plan-2016-20')).toMatchObject({
      reason: 'not a plan of one year',
    });
    expect(await reasonFor(`${plan}|4`)).toMatchObject({ reason: 'no such plan' });
    expect(await reasonFor('nothing')).toMatchObject({ reason: 'no such plan' });
  });
  it('is for the performance team, or the command line', async () => {
    const ports = councilWith(outbox, sampleWith());
    const review = reviewOf(ports.replica.registers());
    expect(await newYear(ports, { by: 'p-rents', plan, review })).toMatchObject({
      reason: 'not allowed',
    });
    expect(await newYear(ports, { by: 'p-performance', plan, review })).toMatchObject({
      outcome: 'made',
    });
  });
});

const pointing: { readonly [column: string]: RegisterName } = {
  priority: 'priorities',
  section: 'plans',
  objective: 'objectives',
  project: 'projects',
};

const lostLinks = (registers: Registers, { register, key, set }: Change): string[] =>
  Object.entries(set).flatMap(([column, value]) => {
    const points = column === 'continues' || column === 'parent' ? register : pointing[column];
    if (points === undefined || typeof value !== 'string') return [];
    return registers[points].get(value) ? [] : [`${register} ${key}: ${column} ${value}`];
  });
