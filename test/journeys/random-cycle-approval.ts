// Managers and directors who approve an answer or send it back in a story of any order, at the same moment
// as others, from an old card, and where they may not.

import { Amiss, execute, newest, type World } from './random-cycle-answers.ts';
import { approvedMeasure, approvers } from './random-cycle-council.ts';
import type { Asked, Model } from './random-cycle-model.ts';
import type { Deciding } from './random-cycle-story.ts';
import type { Card, Pressed } from './seat.ts';

const pressOf = (row: Asked, way: Deciding['way'], revision = row.revision): Card =>
  way === 'approves'
    ? execute('approve', { cycle: row.cycle, return: row.key, revision })
    : execute('send-back', {
        cycle: row.cycle,
        return: row.key,
        revision,
        because: 'Leave the garages out.',
      });

/** The newest answer to the measure that is approved, whatever has become of it. */
const answered = ({ model }: World): Asked | undefined =>
  [...model.asked.values()].findLast(
    (each) => each.measure === approvedMeasure && each.answers.size > 0 && model.isOpen(each.cycle),
  );

export const decides = async (world: World, { person, way, old }: Deciding): Promise<string> => {
  const row = answered(world);
  const at = await newest(world, person);
  if (row === undefined || at === null) return 'nothing to decide';
  const looked = row.revision - (old ? 1 : 0);
  if (looked < 0) return 'nothing to decide';
  const told = await world.house.seat(person).pressAction(at.id, pressOf(row, way, looked));
  return `${row.key}: ${decided(world, { person, way, row, looked, told, must: true })}`;
};

/** The manager sends it back as the director approves it: one of them is first. */
export const decideAtOnce = async (world: World): Promise<string> => {
  const row = answered(world);
  if (row === undefined || !isWaiting(row)) return 'nothing to decide';
  const looked = row.revision;
  const both = [
    { person: approvers.manager, way: 'sends back' as const },
    { person: approvers.director, way: 'approves' as const },
  ].filter(({ person }) => mayApprove(world.model, person, row));
  const told = await Promise.all(
    both.map(async ({ person, way }) => {
      const at = await newest(world, person);
      return at && world.house.seat(person).pressAction(at.id, pressOf(row, way, looked));
    }),
  );
  const taken = both.filter((each, n) => {
    const one = told[n];
    return one && decided(world, { ...each, row, looked, told: one, must: false }) === 'taken';
  });
  const pressed = told.filter((each) => each !== null).length;
  if (taken.length !== Math.min(pressed, 1))
    throw new Amiss(`${row.key}: ${taken.length} of ${pressed} decided: ${words(told)}`);
  return `${row.key}: ${taken[0]?.person ?? 'nobody'} was first`;
};

const words = (told: readonly (Pressed | null)[]): string =>
  told.map((each) => each?.words ?? '').join(' / ');

const isWaiting = (row: Asked): boolean => row.approval === 'awaiting' && row.state !== 'Due';

/** The manager and the director, or who covers for one who is away; never whoever answered. */
const mayApprove = (model: Model, person: string, row: Asked): boolean =>
  row.answeredBy !== person &&
  Object.values(approvers).some((each) => each === person || model.answererOf(each) === person);

type Decided = Pick<Deciding, 'person' | 'way'> & {
  readonly row: Asked;
  readonly looked: number;
  readonly told: Pressed;
  /** Whether it has to be taken where it may be: nobody else was at it. */
  readonly must: boolean;
};

const decided = ({ model }: World, { person, way, row, looked, told, must }: Decided): string => {
  const name = `${person} ${way} ${row.key} as of ${looked}`;
  if (told.status !== 200 || told.card === null)
    throw new Amiss(`${name}, and got ${told.status}: ${told.words}`);
  const isSame = row.decision === `${person} ${way} ${looked}`;
  const may = mayApprove(model, person, row) && isWaiting(row) && looked === row.revision;
  if (!/(Approved|Sent back): /.test(told.words)) {
    if (must && may) throw new Amiss(`${name}, and was told: ${told.words}`);
    return 'refused';
  }
  if (isSame && looked === row.revision - 1) return 'taken before';
  if (!may) throw new Amiss(`${name}, answered by ${row.answeredBy}, and was told: ${told.words}`);
  row.decision = `${person} ${way} ${looked}`;
  row.revision += 1;
  row.approval = way === 'approves' ? 'approved' : 'sent back';
  if (way === 'sends back') {
    // It is late as many working days after it was sent back as what came back is.
    Object.assign(row, { state: 'Due', backOn: model.now().slice(0, 10) });
    const [to] = model.askedFor(row);
    if (to !== undefined) model.sentBack.push(`${to} ${row.key}|${looked}`);
  }
  return 'taken';
};
