// Each step of a story done to a real house, with the model kept in step. A step that makes no sense
// where the story stands does nothing, so that any part of a story is a story.

import { returnAsked, saysSaved } from './answering.ts';
import {
  acknowledges,
  isAway,
  leaves,
  letsGo,
  namesAnother,
  reach,
} from './random-cycle-absence.ts';
import {
  Amiss,
  answerBeside,
  answerOne,
  keepsForLater,
  newest,
  openOne,
  pressTwice,
  sayNoData,
  sitDown,
  taken,
  type World,
} from './random-cycle-answers.ts';
import { decideAtOnce, decides } from './random-cycle-approval.ts';
import { asking, wordsField } from './random-cycle-lines.ts';
import { look } from './random-cycle-look.ts';
import { cycles } from './random-cycle-model.ts';
import { learn } from './random-cycle-opening.ts';
import type { Step, Trouble, Way } from './random-cycle-story.ts';
import { ask, type Card, wordsOf } from './seat.ts';

/** What came of it, in a few words. Throws an Amiss where the house did what it must not. */
export const act = async (world: World, step: Step): Promise<string> => {
  switch (step.do) {
    case 'answers':
      return answers(world, step);
    case 'has no data': {
      const at = await sitDown(world, step.person);
      return at === null ? 'nothing asked' : sayNoData(world, step.person, { ...step, at });
    }
    case 'corrects':
      return corrects(world, step);
    case 'presses twice at once': {
      const at = await sitDown(world, step.person);
      return at === null
        ? 'nothing asked'
        : pressTwice(world, step.person, { ...at, way: 'as usual' });
    }
    case 'answers beside another':
      return answerBeside(world, step);
    case 'answers while the clock moves':
      return answersMeanwhile(world, step);
    case 'presses an old card again':
      return pressAgain(world, step.person);
    case 'answers for':
      return answersFor(world, step);
    case 'types something':
      return typesSomething(world, step.person);
    case 'keeps for later':
      return keepsForLater(world, step.person);
    case 'is away':
    case 'is back':
      await calm(world);
      return isAway(world, step);
    case 'leaves':
      await calm(world);
      return leaves(world, step);
    case 'lets go of a measure':
      return letsGo(world, step.person);
    case 'names another owner':
      return namesAnother(world, step.owner);
    case 'blocks the app':
    case 'removes the app':
    case 'takes the app back':
      return reach(world, step);
    case 'acknowledges':
      return acknowledges(world, step.person);
    case 'acknowledges while the clock moves':
      return acknowledgesMeanwhile(world, step);
    case 'decides':
      return decides(world, step);
    case 'decide at once':
      return decideAtOnce(world);
    case 'has an answer edited in the list':
      return isEdited(world, step.person);
    case 'clock':
      return moveClock(world, step);
    case 'restart':
      if (world.trouble === 'Graph') await calm(world);
      await world.house.restart();
      return 'started again';
    case 'trouble':
      return trouble(world, step.what);
    case 'calm':
      return calm(world);
    case 'look':
      await calm(world);
      return look(world);
  }
};

const answers = async (
  world: World,
  { person, way, all }: { readonly person: string; readonly way: Way; readonly all: boolean },
): Promise<string> => {
  const at = await sitDown(world, person);
  if (at === null) return 'nothing asked';
  let { card } = at as { card: Card | null };
  let saved = 0;
  for (let turn = 0; asking(card) !== undefined; turn += 1) {
    const told = await answerOne(world, person, {
      ...at,
      card,
      way: turn === 0 ? way : 'as usual',
    });
    card = told.card;
    if (saysSaved(told)) saved += 1;
    if (!all || turn > 20) break;
  }
  return `${saved} saved`;
};

/** One of those they may answer for that has been answered, the newest first. */
const corrects = async (
  world: World,
  { person, way }: { readonly person: string; readonly way: Way },
): Promise<string> => {
  const { model } = world;
  const answered = [...model.asked.values()].findLast(
    (each) => each.state !== 'Due' && model.mayAnswer(person, each),
  );
  if (answered === undefined) return 'nothing to correct';
  const open = model.isOpen(answered.cycle);
  const at = await openOne(world, person, answered.key);
  if (at === null) {
    if (open && (await newest(world, person)) !== null)
      throw new Amiss(`${person} may not correct ${answered.key}`);
    return 'not opened';
  }
  if (!open) throw new Amiss(`${answered.key} opens for correction after its quarter closed`);
  const told = await answerOne(world, person, { ...at, way });
  return `${answered.key}: ${saysSaved(told) ? 'saved' : 'not saved'}`;
};

const answersMeanwhile = async (
  world: World,
  { person, days }: { readonly person: string; readonly days: number },
): Promise<string> => {
  const at = await sitDown(world, person);
  if (at === null) return 'nothing asked';
  const key = returnAsked(asking(at.card) as Card);
  const closes = cycles.find((each) => each.key === world.model.asked.get(key)?.cycle)?.closes;
  const to = Temporal.PlainDateTime.from(world.model.now()).add({ days }).toString();
  if (closes === undefined || to >= closes) return 'too near the close';
  const moving = world.house.moveClockTo(to);
  const told = await answerOne(world, person, { ...at, way: 'as usual' });
  await moving;
  await heardClock(world);
  return `${key}: ${saysSaved(told) ? 'saved' : 'not saved'}`;
};

/** What ends in that very moment may be opened again by the press, and ends at the beat after. */
const acknowledgesMeanwhile = async (
  world: World,
  { person, days }: { readonly person: string; readonly days: number },
): Promise<string> => {
  if (world.model.openCycle() === undefined) return 'no quarter goes on';
  const to = Temporal.PlainDateTime.from(world.model.now()).add({ days }).toString();
  const told = await acknowledges(world, person, () => world.house.moveClockTo(to));
  await heardClock(world);
  if (world.trouble === 'none') await world.house.app.beatNow();
  return told;
};

/** As a client does that kept an old card: the very button, and all that was typed. */
const pressAgain = async (world: World, person: string): Promise<string> => {
  const press = world.pressed.get(person);
  if (press === undefined || world.model.people.get(person)?.app === 'not there')
    return 'nothing to press';
  const told = await world.house.seat(person).pressAction(press.messageId, press.action);
  taken(world, person, { ...press, told });
  return saysSaved(told) ? 'saved already' : 'refused';
};

const answersFor = async (
  world: World,
  { person, owner }: { readonly person: string; readonly owner: string },
): Promise<string> => {
  const { model } = world;
  const theirs = model.due().find((each) => each.owner === owner);
  if (theirs === undefined || (await newest(world, person)) === null) return 'nothing to answer';
  const at = await openOne(world, person, theirs.key);
  if ((at !== null) !== model.mayAnswer(person, theirs))
    throw new Amiss(`${person} ${at === null ? 'may not' : 'may'} open ${theirs.key} of ${owner}`);
  if (at === null) return 'not theirs';
  await answerOne(world, person, { ...at, way: 'as usual' });
  return `${theirs.key}: saved for ${owner}`;
};

const typesSomething = async (world: World, person: string): Promise<string> => {
  const { people, hasLeft } = world.model;
  if (people.get(person)?.app !== 'there' || hasLeft(person)) return 'cannot be answered';
  if (world.trouble === 'Teams') return 'left for a calmer time';
  await world.house.seat(person).say('what do I owe?');
  const at = await newest(world, person);
  const asks = at?.card !== null && at !== null && wordsOf(at.card).includes('Start');
  const owes = world.model.owedBy(person).length;
  if (asks !== owes > 0)
    throw new Amiss(`${person} owes ${owes}, and is told: ${at?.card ? wordsOf(at.card) : ''}`);
  return `owes ${owes}`;
};

/** A manager changes, in the list, the newest figure there is of theirs. */
const isEdited = async (world: World, person: string): Promise<string> => {
  const { house, model } = world;
  const row = [...model.asked.values()].findLast(
    (each) => each.owner === person && each.state === 'Returned' && model.isOpen(each.cycle),
  );
  if (row === undefined) return 'nothing to edit';
  await calm(world);
  await house.landed();
  world.typed += 1;
  const commentary = `Edited in the list. (${world.typed})`;
  await house.editByHand('Returns', row.key, { Commentary: commentary });
  await house.app.beatNow();
  row.said = { ...row.said, [wordsField(row.key)]: commentary };
  return row.key;
};

const moveClock = async (
  world: World,
  { days, at, amid }: Extract<Step, { do: 'clock' }>,
): Promise<string> => {
  const { house, model } = world;
  const now = Temporal.PlainDateTime.from(model.now());
  const between = model.openCycle() === undefined && days > 1;
  const to = now.toPlainDate().add({ days }).toPlainDateTime(at);
  if (!between && Temporal.PlainDateTime.compare(to, now) <= 0) return 'not ahead';
  if (amid !== null) await trouble(world, amid);
  const happened = between
    ? await house.moveClock('next').catch(() => [])
    : await house.moveClockTo(to.toString());
  await heardClock(world);
  return `${model.now()}: ${happened.join(' ')}`;
};

/** What a quarter asks for is learned from the lists on its opening, once. */
export const heardClock = async (world: World): Promise<void> => {
  const { house, model } = world;
  const { now } = (await ask('GET', `${house.localUrl}/local/clock`)) as { now: string };
  const local = Temporal.Instant.from(now).toZonedDateTimeISO('Europe/London');
  const before = cycles.filter(model.hasOpened);
  model.setNow(local.toPlainDateTime().toString({ smallestUnit: 'minute' }));
  const opened = cycles.filter((each) => model.hasOpened(each) && !before.includes(each));
  if (opened.length === 0) return;
  await calm(world);
  const promised = await house.list('Actions');
  for (const row of await house.list('Returns'))
    if (opened.some((each) => each.key === row['Cycle'])) learn(world, row, promised);
};

const faults: { readonly [T in Trouble]: object } = {
  'Graph away for a while': { script: [{ on: 'graph', times: 12, status: 503 }] },
  'Graph busy': { script: [{ on: 'graph', times: 1, status: 429, retryAfter: 0 }] },
  'Graph loses its answers': { script: [{ on: 'graph', times: 6, dropAfterCommit: true }] },
  'Graph refuses what is stale': {
    script: [{ on: 'graph', method: 'PATCH', times: 4, status: 412 }],
  },
  'Graph tells changes twice': { deltaRepeats: true },
  'Graph forgets where we were': { expireDeltaTokens: true },
  'Graph slow': { latencyMs: { graph: 8 } },
  'Teams busy': {
    random: { seed: 1, teams429: 0.15, teams502: 0.08, teams403: 0, retryAfterSeconds: 0.05 },
  },
  'Teams loses its answers': {
    script: [{ on: 'teams', method: 'POST', path: '/activities', times: 2, dropAfterCommit: true }],
  },
  'Teams cuts the connection': {
    script: [{ on: 'teams', method: 'POST', times: 2, dropBefore: true }],
  },
};

const trouble = async (world: World, what: Trouble): Promise<string> => {
  await world.house.trouble(faults[what]);
  world.trouble = what.startsWith('Graph') ? 'Graph' : 'Teams';
  return 'from now on';
};

const calm = async (world: World): Promise<string> => {
  if (world.trouble === 'none') return 'calm already';
  await world.house.trouble();
  world.trouble = 'none';
  return 'calm';
};
