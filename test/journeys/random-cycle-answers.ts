// People answering in a story of any order: what they press and type, and the model told of what they
// were told. Each says in a few words what came of it, for the telling of a story that went wrong.
import type { House } from '../given.ts';
import { figuresFor, leftAlone, returnAsked, saysSaved } from './answering.ts';
import { asking, isLine, typedOfLine, wordsField } from './random-cycle-lines.ts';
import type { Model, Said } from './random-cycle-model.ts';
import type { Way } from './random-cycle-story.ts';
import { buttons, type Card, type Pressed, partWithId, wordsOf } from './seat.ts';

export type World = {
  readonly house: House;
  readonly model: Model;
  /** The last button each person answered with, as their client would send it again. */
  readonly pressed: Map<string, Press>;
  trouble: 'none' | 'Graph' | 'Teams';
  /** Answers typed so far: no two have the same commentary. */
  typed: number;
};

type Press = { readonly messageId: string; readonly action: Card; readonly said: Said };

/** What the house did that it must never do. */
export class Amiss extends Error {}

/** The newest card they could press; null where there is none. */
export const newest = async ({ house, model }: World, person: string) =>
  model.people.get(person)?.app === 'not there' || model.hasLeft(person)
    ? null
    : ((await house.seat(person).chat()).findLast((each) => each.card !== null) ?? null);

export const execute = (verb: string, data: object): Card => ({
  type: 'Action.Execute',
  verb,
  data: { v: 1, ...data },
});
const buttonOn = (card: Card | null, verb: string): Card | undefined =>
  card === null ? undefined : buttons(card).find((each) => each.verb === verb);

/**
 * They sit down to what they owe: the first question, or null where nothing is asked. What is shown
 * must be what they owe.
 */
export const sitDown = async (world: World, person: string) => {
  const at = await newest(world, person);
  if (at === null) return null;
  const seat = world.house.seat(person);
  const owed = await seat.pressAction(at.id, execute('owed', {}));
  const begin = buttonOn(owed.card, 'start');
  const first = begin === undefined ? owed : await seat.pressAction(at.id, begin);
  const owes = world.model.owedBy(person).map((each) => each.key);
  const asked = asking(first.card);
  if (asked === undefined ? owes.length > 0 : !owes.includes(returnAsked(asked)))
    throw new Amiss(`${person} owes ${owes.join(', ') || 'nothing'}, and is shown: ${first.words}`);
  return asked === undefined ? null : { messageId: at.id, card: first.card };
};

/** Opens one return, whoever's it is: its question, or null where they may not. */
export const openOne = async (world: World, person: string, key: string) => {
  const at = await newest(world, person);
  if (at === null) return null;
  const cycle = world.model.asked.get(key)?.cycle ?? '';
  const opened = await world.house
    .seat(person)
    .pressAction(at.id, execute('correct', { cycle, return: key }));
  return asking(opened.card) === undefined ? null : { messageId: at.id, card: opened.card };
};

const typedFor = (world: World, key: string, way: Way): Said => {
  world.typed += 1;
  if (isLine(key)) return typedOfLine(key, way, world.typed);
  const near = figuresFor(world.house.council, key);
  const commentary = `${near['commentary']} (${world.typed})`;
  const finality = world.typed % 5 === 0 ? 'provisional' : 'final';
  const usual: Said = { ...near, finality };
  const figures = ['value', 'numerator', 'denominator'].filter((each) => each in near);
  const each = (figure: (of: string) => string) =>
    Object.fromEntries(figures.map((name) => [name, figure(near[name] ?? '')]));
  switch (way) {
    case 'as usual':
      return { ...usual, commentary };
    case 'far off':
      return { ...usual, ...each((of) => String(Math.round(Number(of) * 175))), commentary };
    case 'nothing':
      return { ...usual, ...each(() => ''), commentary };
    case 'in words':
      return { ...usual, ...each(() => 'about forty'), commentary };
    case 'bare':
      return { ...each((of) => of), finality };
  }
};

/** What nobody may be told is saved, and what anybody must be who may answer. */
const neverTaken: readonly Way[] = ['nothing', 'in words'];
const alwaysTaken: readonly Way[] = ['as usual'];

type Answering = { readonly messageId: string; readonly card: Card | null; readonly way: Way };

/** Answers the question on the card, and goes on where they doubt it; what the bot said at last. */
export const answerOne = async (
  world: World,
  person: string,
  { messageId, card, way }: Answering,
): Promise<Pressed> => {
  const asked = asking(card);
  if (asked === undefined) throw new Amiss(`${person} is asked nothing.`);
  const key = returnAsked(asked);
  const said = typedFor(world, key, way);
  const action = withTyped(asked, said);
  world.pressed.set(person, { messageId, action, said });
  const first = await world.house.seat(person).pressAction(messageId, action);
  taken(world, person, { action, said, told: first });
  const told = await confirmed(world, person, { messageId, way, said, told: first });
  const wasSaved = saysSaved(told);
  if (wasSaved && neverTaken.includes(way))
    throw new Amiss(`${person} typed ${way} for ${key}, and was told: ${told.words}`);
  if (!wasSaved && alwaysTaken.includes(way))
    throw new Amiss(`${person} answered ${key}, and was told: ${told.words}`);
  return told;
};

/** Asked whether it is right, they say nothing at first, which does not do, and then why. */
const confirmed = async (
  world: World,
  person: string,
  {
    messageId,
    way,
    said,
    told,
  }: Pick<Answering, 'messageId' | 'way'> & { readonly said: Said; readonly told: Pressed },
): Promise<Pressed> => {
  const doubted = confirming(told.card);
  if (doubted === undefined) return told;
  const seat = world.house.seat(person);
  const bare = await seat.pressAction(messageId, {
    ...doubted,
    data: { ...doubted.data, right: '' },
  });
  if (saysSaved(bare)) throw new Amiss(`${person} gave no reason, and was told: ${bare.words}`);
  if (way !== 'as usual' && world.typed % 3 === 0) return bare;
  const action = { ...doubted, data: { ...doubted.data, right: 'It was counted twice.' } };
  const again = await seat.pressAction(messageId, action);
  taken(world, person, { action, said, told: again });
  return again;
};

/** The button that says a doubted answer is right. */
const confirming = (card: Card | null): Card | undefined =>
  buttonOn(card, 'confirm') ??
  (card !== null && partWithId(card, 'right') ? buttonOn(card, 'report') : undefined);

export const withTyped = (asked: Card, said: Said): Card => ({
  ...asked,
  data: { ...asked.data, ...(isLine(returnAsked(asked)) ? {} : leftAlone), ...said },
});

/** Tells the model what somebody was told. */
export const taken = (
  { model }: World,
  by: string,
  { action, said, told }: { readonly action: Card; readonly said: Said; readonly told: Pressed },
): void => {
  if (told.status !== 200 || told.card === null)
    throw new Amiss(`${by} pressed ${action.verb}, and got ${told.status}: ${told.words}`);
  if (!saysSaved(told)) return;
  const wrong = model.take(returnAsked(action), Number(action.data?.['revision']), { by, said });
  if (wrong !== null) throw new Amiss(wrong);
};

/** Keeps what is half typed, and finds it again on opening the return once more. */
export const keepsForLater = async (world: World, person: string): Promise<string> => {
  const at = await sitDown(world, person);
  const asked = asking(at?.card ?? null);
  const button = buttonOn(at?.card ?? null, 'keep') ?? buttonOn(at?.card ?? null, 'keep-line');
  if (at === null || asked === undefined || button === undefined) return 'nothing asked';
  world.typed += 1;
  const field = wordsField(returnAsked(asked));
  const commentary = `Half of it. (${world.typed})`;
  const kept = await world.house
    .seat(person)
    .pressAction(at.messageId, withTyped(button, { [field]: commentary }));
  if (kept.status !== 200 || saysSaved(kept))
    throw new Amiss(`${person} kept ${returnAsked(asked)} for later, and was told: ${kept.words}`);
  const again = await openOne(world, person, returnAsked(asked));
  const found = again?.card ? partWithId(again.card, field)?.['value'] : null;
  if (found !== commentary) throw new Amiss(`${person} kept "${commentary}", and finds ${found}`);
  return returnAsked(asked);
};

export const pressTwice = async (world: World, person: string, at: Answering): Promise<string> => {
  const asked = asking(at.card);
  if (asked === undefined) return 'nothing to press';
  const said = typedFor(world, returnAsked(asked), 'as usual');
  const action = withTyped(asked, said);
  const seat = world.house.seat(person);
  const press = () => seat.pressAction(at.messageId, action);
  for (const told of await Promise.all([press(), press()])) {
    taken(world, person, { action, said, told });
    if (!saysSaved(told) && confirming(told.card) === undefined)
      throw new Amiss(`${person} pressed twice, and was told: ${told.words}`);
  }
  return `${returnAsked(asked)}: saved once`;
};

/** Two people with the same question before them press at the same moment: one of them is first. */
export const answerBeside = async (
  world: World,
  { person, other: as }: { readonly person: string; readonly other: 'deputy' | 'manager' },
): Promise<string> => {
  const other = world.model.people.get(person)?.[as] ?? person;
  const mine = await sitDown(world, person);
  const asked = asking(mine?.card ?? null);
  if (mine === null || asked === undefined || person === other) return 'nothing to press';
  const key = returnAsked(asked);
  const theirs = await openOne(world, other, key);
  const askedToo = asking(theirs?.card ?? null);
  if (theirs === null || askedToo === undefined) return `${other} may not`;
  const presses = [
    { by: person, messageId: mine.messageId, asked },
    { by: other, messageId: theirs.messageId, asked: askedToo },
  ].map((each) => {
    const said = typedFor(world, key, 'as usual');
    return { ...each, said, action: withTyped(each.asked, said) };
  });
  const told = await Promise.all(
    presses.map(({ by, messageId, action }) => world.house.seat(by).pressAction(messageId, action)),
  );
  const answers = presses.map((each, n) => ({ ...each, told: told[n] as Pressed }));
  for (const { by, ...answer } of answers) taken(world, by, answer);
  const first = answers.filter((each) => saysSaved(each.told));
  // Beside a figure far off the quarter before, one that is right is asked about once more.
  if (told.every(({ card }) => confirming(card) !== undefined)) return `${key}: doubted of both`;
  if (first.length !== 1)
    throw new Amiss(
      `${first.length} were told saved: ${told.map(({ words }) => words).join(' / ')}`,
    );
  return `${key}: ${first[0]?.by} was first`;
};

export const sayNoData = async (
  world: World,
  person: string,
  { days, at }: { readonly days: number; readonly at: Omit<Answering, 'way'> },
): Promise<string> => {
  const button = buttonOn(at.card, 'no-data') ?? buttonOn(at.card, 'no-news');
  if (button === undefined) throw new Amiss(`No way to say no data: ${wordsOf(at.card as Card)}`);
  world.typed += 1;
  const until = Temporal.PlainDateTime.from(world.model.now()).toPlainDate().add({ days });
  const said = { until: until.toString(), because: `The figures are late. (${world.typed})` };
  const action = withTyped(button, said);
  world.pressed.set(person, { messageId: at.messageId, action, said });
  const told = await world.house.seat(person).pressAction(at.messageId, action);
  taken(world, person, { action, said, told });
  if (!saysSaved(told))
    throw new Amiss(`${person} gave a dated reason, and was told: ${told.words}`);
  return `${returnAsked(button)}: no data until ${until}`;
};
