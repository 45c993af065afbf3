// What must hold of messages at every moment of a story: the ledger against what local Teams accepted,
// and each new card against who still owed something.
import type { Fields } from './lists-by-hand.ts';
import { Amiss, type World } from './random-cycle-answers.ts';
import { askingSteps, mayGoOut } from './random-cycle-model.ts';
import { ask, type Card } from './seat.ts';
import { stepOf, stepsReceived } from './witness.ts';

export const text = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);

/** All that is wrong with the ledger, in sentences. */
export const ledgerFaults = async (
  world: World,
  ledger: readonly Fields[],
): Promise<readonly string[]> => [
  ...eachStepIsInOneState(world, ledger),
  ...(await nobodyIsToldTwice(world, ledger)),
  ...nobodyIsMissed(world, ledger),
  ...theUnreachableAreKnown(world, ledger),
  ...eachSentBackIsToldOnce(world, ledger),
];

const settledStates = ['Sent', 'Not needed', 'Passed over', 'Withdrawn', 'Unreachable'];
const reminding = ['Back', 'Nudge', 'Reminder', 'Deadline', 'Manager'];

/** At night, and where somebody has had their one reminder of the day, what is due waits. */
const mayWait = ({ model }: World, ledger: readonly Fields[]) => {
  const today = model.now().slice(0, 10);
  const told = ledger
    .filter((each) => reminding.includes(text(each['Step'])) && each['State'] === 'Sent')
    .filter((each) => text(each['SettledAt']).startsWith(today));
  const people = new Set(told.map((each) => text(each['Person'])));
  return (person: string): boolean => !mayGoOut(model.now()) || people.has(person);
};

const eachStepIsInOneState = (world: World, ledger: readonly Fields[]): readonly string[] => {
  const names = ledger.map((each) => nameOf(each).toLowerCase());
  const waits = mayWait(world, ledger);
  return [
    ...names.filter((each, n) => names.indexOf(each) !== n).map((each) => `twice: ${each}`),
    ...ledger
      .filter((each) => !settledStates.includes(text(each['State'])))
      .filter((each) => each['State'] !== 'Queued' || !waits(text(each['Person'])))
      .map((each) => `${nameOf(each)} is ${text(each['State'])}: ${text(each['Reason'])}`),
  ];
};

/** "p-voids Reminder operating-plan-2020-21|2020-21 Q2", as a step's card names itself. */
const nameOf = (row: Fields): string =>
  [row['Person'], row['Step'], row['Cycle'], row['About'], text(row['On']).slice(0, 10)]
    .filter(Boolean)
    .join(' ');

/** What Teams accepted is what the ledger says went, as often as it says so. */
const nobodyIsToldTwice = async (
  { house }: World,
  ledger: readonly Fields[],
): Promise<readonly string[]> => {
  const often = new Map<string, number>();
  for (const { personId, step } of stepsReceived(await house.record())) {
    const name = `${personId} ${step}`;
    often.set(name, (often.get(name) ?? 0) + 1);
  }
  const wrong = ledger.flatMap((row) => {
    const person = text(row['Person']);
    const name = `${house.objectIdOf(person)}${nameOf(row).slice(person.length)}`;
    const times = often.get(name) ?? 0;
    often.delete(name);
    const isSent = row['State'] === 'Sent';
    const repeated = row['PossiblyRepeated'] === true;
    const right = isSent ? times === 1 || (times > 1 && repeated) : times === 0 || repeated;
    return right ? [] : [`${nameOf(row)} is ${text(row['State'])}, and arrived ${times} times`];
  });
  return [...wrong, ...[...often.keys()].map((each) => `not in the ledger: ${each}`)];
};

/** Everyone who owes something has every step whose moment has come in the ledger, in some state. */
const nobodyIsMissed = (world: World, ledger: readonly Fields[]): readonly string[] => {
  const { model } = world;
  const known = new Set(ledger.map(nameOf));
  const cycle = model.openCycle();
  const waits = mayWait(world, ledger);
  if (cycle === undefined) return [];
  const come = Object.keys(cycle.steps).filter((step) => model.now() >= (cycle.steps[step] ?? ''));
  const owing = [...new Set(model.due().flatMap(model.askedFor))];
  const managing = [...new Set(model.due().map((each) => model.managerOf(each.team)))];
  const wanted = come.flatMap((step) =>
    (askingSteps.includes(step) ? owing : step === 'Manager' ? managing : [])
      .filter((person) => !waits(person))
      .map((person) => `${person} ${step} ${cycle.key}`),
  );
  return wanted.filter((each) => !known.has(each)).map((each) => `missed: ${each}`);
};

/** Whoever answers for what was sent back hears of it once, and nobody of anything else. */
const eachSentBackIsToldOnce = ({ model }: World, ledger: readonly Fields[]): readonly string[] => {
  const told = ledger
    .filter((each) => each['Step'] === 'Sent back')
    .map((each) => `${text(each['Person'])} ${text(each['About'])}`);
  return [
    ...model.sentBack.filter((each) => !told.includes(each)).map((each) => `not told: ${each}`),
    ...told
      .filter((each, n) => !model.sentBack.includes(each) || told.indexOf(each) !== n)
      .map((each) => `told of what was not sent back, or twice: ${each}`),
  ];
};

/** Of each who could not be reached, their manager was told. */
const theUnreachableAreKnown = ({ model }: World, ledger: readonly Fields[]): readonly string[] => {
  const told = new Set(
    ledger
      .filter((each) => each['Step'] === 'Unreachable')
      .map((each) => `${text(each['About'])} ${text(each['Cycle'])}`),
  );
  return ledger
    .filter((each) => each['State'] === 'Unreachable' && each['Step'] !== 'Unreachable')
    .filter((each) => model.people.get(text(each['Person']))?.manager)
    .map((each) => `${text(each['Person'])} ${text(each['Cycle'])}`)
    .filter((each) => !told.has(each))
    .map((each) => `nobody was told that ${each} cannot be reached`);
};

type Recorded = {
  readonly sequence: number;
  readonly kind: string;
  readonly personId: string;
  readonly card: Card | null;
};

/**
 * Looks at each new card in Teams since last asked: a step goes only to those it was for, before or
 * after what was just done, at an hour at which it may, and one reminder a day to a person.
 */
export const openWatch = (world: World) => {
  const { house, model } = world;
  const names = new Map([...model.people.keys()].map((each) => [house.objectIdOf(each), each]));
  const reminded = new Map<string, string>();
  let seen = 0;
  let before = { may: model.mayBeSent(), at: model.now() };
  const faultOf = (person: string, name: string, may: ReadonlySet<string>): string | null => {
    const step = name.split(' ')[0] ?? '';
    const known = [...askingSteps, 'Back', 'Manager'].includes(step);
    if (known && !before.may.has(`${person} ${step}`) && !may.has(`${person} ${step}`))
      return `${person} ${name} arrived, with nothing outstanding`;
    if (!mayGoOut(before.at) && !mayGoOut(model.now()))
      return `${person} ${name} arrived at ${model.now()}`;
    if (!reminding.includes(step)) return null;
    const day = `${person} ${model.now().slice(0, 10)}`;
    const first = reminded.get(day) ?? name;
    reminded.set(day, first);
    return first === name ? null : `${person} got ${name} on the day of ${first}`;
  };
  return async (): Promise<void> => {
    const at = `${house.localUrl}/local/teams/record?since=${seen}`;
    const record = (await ask('GET', at)) as readonly Recorded[];
    seen = record.at(-1)?.sequence ?? seen;
    const may = model.mayBeSent();
    for (const { kind, card, personId } of record) {
      const name = kind === 'create' && card !== null ? stepOf(card) : null;
      const fault = name === null ? null : faultOf(names.get(personId) ?? '', name, may);
      if (fault !== null) throw new Amiss(fault);
    }
    before = { may, at: model.now() };
  };
};
