// People away, gone, out of reach or with a measure that is not theirs any more, and the managers who
// see to it: done as they would, and told to the model.
import { Amiss, execute, newest, type World } from './random-cycle-answers.ts';
import { isAssurance } from './random-cycle-lines.ts';
import type { Step } from './random-cycle-story.ts';
import { ask, buttons } from './seat.ts';

/** On a card where they have one; in the list where somebody does it for them. */
export const isAway = async (
  world: World,
  step: Extract<Step, { do: 'is away' | 'is back' }>,
): Promise<string> => {
  const { house, model } = world;
  const known = model.people.get(step.person);
  if (known === undefined || (step.do === 'is back' && known.awayUntil === null)) return 'is here';
  const today = Temporal.PlainDate.from(model.now().slice(0, 10));
  const until = step.do === 'is back' ? null : today.add({ days: step.days }).toString();
  const at = step.person.length % 2 === 0 ? await newest(world, step.person) : null;
  if (at === null) await house.editByHand('People', step.person, { AwayUntil: until });
  else {
    const said = until === null ? execute('back', {}) : execute('away', { until });
    const told = await house.seat(step.person).pressAction(at.id, said);
    if (told.status !== 200) throw new Amiss(`${step.person} is away, and got ${told.words}`);
  }
  known.awayUntil = until;
  await house.app.beatNow();
  return `${at === null ? 'by hand' : 'on a card'}: ${until === null ? 'back' : `until ${until}`}`;
};

/** Somebody puts down the day they go. */
export const leaves = async (
  { house, model }: World,
  { person, days }: { readonly person: string; readonly days: number },
): Promise<string> => {
  const known = model.people.get(person);
  const gone = [...model.people.values()].filter((each) => each.leftOn !== null).length;
  if (known === undefined || known.leftOn !== null || gone > 2) return 'stays';
  const on = Temporal.PlainDate.from(model.now().slice(0, 10)).add({ days: days - 1 });
  await house.editByHand('People', person, { LeftOn: on.toString() });
  known.leftOn = on.toString();
  await house.app.beatNow();
  return `on ${on}`;
};

export const letsGo = async (world: World, person: string): Promise<string> => {
  const { house, model } = world;
  const at = await newest(world, person);
  const theirs = model.due().find((each) => each.owner === person && !isAssurance(each.key));
  if (at === null || theirs === undefined) return 'has nothing to let go of';
  const because = 'It went to another service in the reorganisation.';
  const said = execute('not-mine', { cycle: theirs.cycle, return: theirs.key, because });
  const told = await house.seat(person).pressAction(at.id, said);
  if (told.status !== 200) throw new Amiss(`${person} let go of ${theirs.key}: ${told.words}`);
  model.handOver(theirs.measure, null);
  await house.app.beatNow();
  return theirs.key;
};

/** For the first measure that has nobody, by the manager of its team. */
export const namesAnother = async (world: World, owner: string): Promise<string> => {
  const { house, model } = world;
  const cycle = model.openCycle()?.key;
  const lacking = [...model.asked.values()].find(({ measure }) =>
    model.isNobody(model.ownerOf.get(measure) ?? null),
  );
  if (lacking === undefined || cycle === undefined) return 'nobody is wanted';
  const person = model.managerOf(lacking.team);
  const at = await newest(world, person);
  if (at === null || model.isNobody(owner)) return 'cannot be done';
  const said = execute('name-owner', { cycle, measure: lacking.measure, owner });
  const told = await house.seat(person).pressAction(at.id, said);
  if (!told.words.includes('answers from now on'))
    throw new Amiss(`${person} named ${owner} for ${lacking.measure}: ${told.words}`);
  model.handOver(lacking.measure, owner);
  await house.app.beatNow();
  return `${lacking.measure}: ${owner}`;
};

export const reach = async (
  { house, model }: World,
  step: Extract<Step, { do: 'blocks the app' | 'removes the app' | 'takes the app back' }>,
): Promise<string> => {
  const known = model.people.get(step.person);
  const back = step.do === 'takes the app back';
  if (known === undefined || (known.app === 'there') === back) return 'as it was';
  const at = `${house.localUrl}/local/teams/people/${house.objectIdOf(step.person)}`;
  if (back) {
    await ask('POST', `${at}/unblock`, {});
    await ask('POST', `${at}/install`, {});
  } else await ask('POST', `${at}/${step.do === 'blocks the app' ? 'block' : 'uninstall'}`, {});
  known.app = back ? 'there' : step.do === 'blocks the app' ? 'blocked' : 'not there';
  return known.app;
};

/** `meanwhile` begins as the button is pressed, and is over when this is. */
export const acknowledges = async (
  world: World,
  person: string,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string> => {
  const at = await newest(world, person);
  const button = at?.card && buttons(at.card).find((each) => each.verb === 'acknowledge');
  if (at === null || !button) return 'nothing to acknowledge';
  const besides = meanwhile();
  const told = await world.house.seat(person).pressAction(at.id, button);
  await besides;
  return told.words.slice(0, 60);
};
