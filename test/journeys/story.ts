// A quarter in the life of the sample council, told through what people see and press. It says who
// does what; what came of it is counted elsewhere, from the lists and from local Teams' own record.
import type { Row } from '../../src/registers/registers.ts';
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { answerFully, leftAlone } from './answering.ts';
import { buttons, type Card, type Seat, wordsOf } from './seat.ts';

export type Stage = {
  readonly localUrl: string;
  readonly council: SampleCouncil;
  seat(person: string): Seat;
  moveClock(move: string): Promise<unknown>;
  moveClockTo(moment: string): Promise<unknown>;
  /** Changes a row of a list by hand, as a person in SharePoint would. */
  editByHand(list: string, key: string, fields: Readonly<Record<string, unknown>>): Promise<void>;
  /** How far the story is: `of` known people have done what they do at this step. */
  progress(step: string, done: number, of: number): void;
};

/** What each owner does; everybody not named answers on the first day. */
const never = ['p-highways', 'p-contact-centre'];
const late = ['p-libraries'];
const lateStill = ['p-waste'];
const afterReminder = ['p-rents', 'p-capital', 'p-skills', 'p-youth-offending'];
const noData = 'p-intelligence';
const wrongly = 'p-housing-needs';
const twice = 'p-schools';
const away = { owner: 'p-voids', deputy: 'p-repairs' };

export const playQuarter = async (stage: Stage): Promise<void> => {
  await stage.editByHand('People', away.owner, { AwayUntil: '2020-10-05' });
  await stage.moveClock('next');
  const owners = ownersAsked(stage);
  const special = [...never, ...late, ...lateStill, ...afterReminder, noData];
  const firstDay = owners.filter((each) => !special.includes(each) && each !== away.owner);
  await inTurn(stage, 'Thu 1 October: most people answer', firstDay, (person) =>
    answerOnFirstDay(stage, person),
  );
  await stage.moveClockTo('2020-10-09T09:30');
  await inTurn(stage, 'Fri 9 October: a reminder, and more answers', afterReminder, (person) =>
    answerAll(stage, person),
  );
  await stage.moveClock('deadline');
  await inTurn(stage, 'Wed 14 October: the deadline', [noData], (person) =>
    sayNoData(stage, person),
  );
  await stage.moveClockTo('2020-10-15T09:30');
  await inTurn(stage, 'Thu 15 October: managers hear, and late answers come', late, (person) =>
    answerAll(stage, person),
  );
  await acknowledge(stage, 'p-manager-environment');
  await stage.moveClockTo('2020-10-19T09:30');
  await inTurn(stage, 'Mon 19 October: SMT hears', lateStill, (person) => answerAll(stage, person));
  await acknowledge(stage, 'p-director-place');
  await stage.moveClock('close');
};

const inTurn = async (
  stage: Stage,
  step: string,
  people: readonly string[],
  act: (person: string) => Promise<void>,
): Promise<void> => {
  stage.progress(step, 0, people.length);
  for (const [n, person] of people.entries()) {
    await act(person);
    stage.progress(step, n + 1, people.length);
  }
};

/** Those with an opening card in their chat: the script asks Teams, not the app. */
const ownersAsked = ({ council }: Stage): string[] =>
  (council.rows.people ?? [])
    .filter((person) => person.roles.includes('owner'))
    .filter((person) => isInstalled(council, person))
    .map((person) => person.key);

const isInstalled = (council: SampleCouncil, person: Row<'people'>): boolean =>
  council.directory.find((each) => each.id === person.objectId)?.installed ?? false;

const answerOnFirstDay = async (stage: Stage, person: string): Promise<void> => {
  if (person === wrongly) return answerWrongly(stage, person);
  if (person === twice) return answerTwice(stage, person);
  if (person === away.deputy) return answerAtTheSameMoment(stage);
  return answerAll(stage, person);
};

/** Opens the card and answers question after question until none is left. */
const answerAll = async (stage: Stage, person: string): Promise<void> => {
  const seat = stage.seat(person);
  if ((await seat.chat()).length === 0) return;
  let { card } = await seat.newestCard();
  if (button(card, 'start') !== undefined) card = (await seat.press('start')).card ?? card;
  for (let next = button(card, 'answer'); next !== undefined; next = button(card, 'answer'))
    card = await answerOne(stage, seat, next);
};

/** Off target wants a commentary and an action: it is refused without, and they are given then. */
const answerOne = async (stage: Stage, seat: Seat, question: Card): Promise<Card> => {
  const typed = figuresFor(stage.council, String(question.data?.['return']));
  return theCard((await answerFully(seat, typed)).card);
};

const answerWrongly = async (stage: Stage, person: string): Promise<void> => {
  const seat = stage.seat(person);
  await seat.press('start');
  for (const value of ['about forty', '1.234,5', ''])
    await seat.press('answer', { value, numerator: value, denominator: value });
  await answerAll(stage, person);
};

/** The same press, twice at once, as a client does that had no answer in time. */
const answerTwice = async (stage: Stage, person: string): Promise<void> => {
  const seat = stage.seat(person);
  const action = await asked(seat);
  const { id } = await seat.newestCard();
  const typed = {
    ...leftAlone,
    ...figuresFor(stage.council, String(action.data?.['return'])),
    commentary: 'Fewer schools were inspected. Two are due in November.',
  };
  await Promise.all([seat.pressAction(id, action, typed), seat.pressAction(id, action, typed)]);
  await answerAll(stage, person);
};

/** The owner, back early, and the deputy answer the same return at the same moment. */
const answerAtTheSameMoment = async (stage: Stage): Promise<void> => {
  const deputy = stage.seat(away.deputy);
  const owner = stage.seat(away.owner);
  await owner.say('hello');
  const mine = await asked(owner);
  let theirs = await asked(deputy);
  while (theirs.data?.['return'] !== mine.data?.['return'])
    theirs = actionOn(await answerOne(stage, deputy, theirs), 'answer');
  const typed = { ...leftAlone, ...figuresFor(stage.council, String(mine.data?.['return'])) };
  const commentary = 'Fewer homes are empty. The rest are let by December.';
  const cards = [(await owner.newestCard()).id, (await deputy.newestCard()).id] as const;
  await Promise.all([
    owner.pressAction(cards[0], mine, { ...typed, commentary }),
    deputy.pressAction(cards[1], theirs, { ...typed, commentary: `${commentary} (Deputy.)` }),
  ]);
  await deputy.say('what do I owe');
  await answerAll(stage, away.deputy);
  await owner.say('what do I owe');
  await answerAll(stage, away.owner);
};

/** The first question the person is asked when they start. */
const asked = async (seat: Seat): Promise<Card> =>
  actionOn(theCard((await seat.press('start')).card), 'answer');

const actionOn = (card: Card, verb: string): Card => {
  const action = button(card, verb);
  if (action === undefined) throw new Error(`Nothing to press for "${verb}": ${wordsOf(card)}`);
  return action;
};

const sayNoData = async (stage: Stage, person: string): Promise<void> => {
  const seat = stage.seat(person);
  await seat.press('start');
  await seat.press('no-data', {
    until: '2020-11-20',
    because: 'The national figures are published in November.',
  });
};

const acknowledge = async (stage: Stage, person: string): Promise<void> => {
  await stage.seat(person).press('acknowledge');
};

/** A figure near the last one, as the owner's own records would show it. */
const figuresFor = (council: SampleCouncil, key: string): Record<string, string> => {
  const measure = key.split('|').slice(0, 2).join('|');
  const last = (council.rows.returns ?? []).filter((each) => each.measure === measure).at(-1);
  const asksForTwo = council.rows.measures?.find((each) => each.key === measure)?.asksFor;
  if (asksForTwo === 'numerator and denominator')
    return {
      numerator: String(last?.numerator ?? 1710),
      denominator: String(last?.denominator ?? 95),
    };
  return { value: String(last?.value ?? 12) };
};

const button = (card: Card, verb: string): Card | undefined =>
  buttons(card).find((each) => each.verb === verb);

const theCard = (card: Card | null): Card => {
  if (card === null) throw new Error('The bot answered without a card.');
  return card;
};
