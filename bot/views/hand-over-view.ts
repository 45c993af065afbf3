// What the cards of a hand-over show: what a person may let go of, and, to whoever names another owner,
// which measures have none, why, and who could take them.

import { sameKey } from '../../src/registers/same-key.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { hasLeft, isAway } from '../../src/rules/away.ts';
import { askedToName, lastLetGo, lastNamedBy, toBeNamedBy } from '../../src/rules/hand-over.ts';
import { type Owned, ownedId, ownedOf } from '../../src/rules/owned.ts';
import { longestCommentary } from '../../src/use-cases/read-answer.ts';
import type { HandOverView } from '../cards/hand-over-card.ts';
import type { NotMineForm } from '../cards/not-mine-card.ts';
import { counted, dayWords, personName } from './cycle-words.ts';
import { type InCycle, owedIn } from './in-cycle.ts';

type Shown = Pick<HandOverView, 'saved' | 'refusal' | 'chosen'>;

export const nothingChosen: Shown = {
  saved: null,
  refusal: null,
  chosen: { measure: '', owner: '' },
};

/** Null where this person is asked to name nobody. */
export const handOverView = (at: InCycle, shown: Shown = nothingChosen): HandOverView | null => {
  const { registers, person, cycle, today } = at;
  const measures = toBeNamedBy(registers, person, { plan: cycle.plan, today });
  if (measures.length === 0) return null;
  const keys = new Set(measures.map(ownedId));
  const mine = owedIn(at).filter((each) => {
    const line = ownedOf(registers, each.return);
    return line !== null && keys.has(ownedId(line));
  }).length;
  return {
    ...shown,
    cycle: cycle.key,
    title:
      measures.length === 1
        ? `A ${lineWord(measures)} needs an owner`
        : `${measures.length} ${linesWord(measures)} need an owner`,
    measures: measures.map((each) => ({
      key: ownedId(each),
      name: each.title,
      why: whyWords(at, each),
    })),
    people: peopleFor(at, measures),
    meanwhile:
      mine === 0
        ? null
        : `Until one is named, you are asked for what is due: ${counted(mine, 'return')}.`,
  };
};

/** What they are called together: measures, where they all are. */
const lineWord = (lines: readonly Owned[]): string =>
  lines.every(({ register }) => register === 'measures') ? 'measure' : 'line';

export const linesWord = (lines: readonly Owned[]): string => `${lineWord(lines)}s`;

const whyWords = ({ registers, today }: InCycle, measure: Owned): string => {
  const said = lastLetGo(registers, measure);
  if (said !== null)
    return `${personName(registers, said.by) ?? 'Its owner'} let it go: ${said.because}`;
  const owner = measure.owner === null ? undefined : registers.people.get(measure.owner);
  return owner?.leftOn
    ? `${owner.title} left on ${dayWords(owner.leftOn, today)}.`
    : 'It has no owner.';
};

/** The measures' own teams, and the reader; not whoever let one go, nor who has left. */
const peopleFor = (
  { registers, person, today }: InCycle,
  measures: readonly Owned[],
): HandOverView['people'] => {
  const letGo = measures.map((each) => lastLetGo(registers, each)?.by ?? null);
  const refused = letGo.every((by) => by !== null && by === letGo[0]) ? letGo[0] : null;
  const teams = [...new Set(measures.flatMap((each) => each.team ?? []))];
  const people = [...teams.flatMap((team) => registers.people.where('team', team)), person];
  const once = new Map(people.map((each) => [each.key, each]));
  return [...once.values()]
    .filter((each) => !hasLeft(each, today) && !sameKey(each.key, refused ?? null))
    .map((each) => ({
      key: each.key,
      name:
        each.awayUntil !== null && isAway(each, today)
          ? `${each.title} (away until ${dayWords(each.awayUntil, today)})`
          : each.title,
    }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
};

/** Null where nothing they owe in this cycle is their own. */
export const notMineView = (
  at: InCycle,
  { typed, refusal }: Pick<NotMineForm, 'typed' | 'refusal'>,
): NotMineForm | null => {
  const { registers, person, cycle, today } = at;
  const own = owedIn(at).flatMap(({ return: asked, about }) => {
    const line = ownedOf(registers, asked);
    return line !== null && sameKey(asked.owner, person.key)
      ? [{ return: asked, about, line }]
      : [];
  });
  const [first] = own;
  if (first === undefined) return null;
  const teams = [...new Set(own.map((each) => each.line.team))];
  const [manager] = teams.length === 1 ? askedToName(registers, first.line.team, today) : [];
  return {
    cycle: cycle.key,
    returns: own.map((each) => ({
      key: each.return.key,
      name: askedName(each.return, each.about),
    })),
    manager: manager?.title ?? 'The manager of its team',
    typed,
    refusal,
    longest: longestCommentary,
  };
};

/**
 * Why a person is asked for what was not theirs: they cover for somebody who is away, or somebody
 * named them. Null where neither is so of `about`.
 */
export const takenOverWords = (at: InCycle, about: string | null): string | null => {
  const { registers, today } = at;
  const other = about === null ? undefined : registers.people.get(about);
  if (other === undefined) return null;
  const owed = owedIn(at);
  const { awayUntil, key, title } = other;
  const covers = owed.some((each) => sameKey(each.return.owner, key));
  if (covers && awayUntil !== null && isAway(other, today))
    return `You cover for ${title}, who is away until ${dayWords(awayUntil, today)}.`;
  const named = owed.filter((each) => {
    const line = ownedOf(registers, each.return);
    return line !== null && sameKey(lastNamedBy(registers, line), key);
  });
  const [first] = named;
  if (first === undefined) return null;
  return named.length === 1
    ? `${title} named you to answer for ${first.about.title}.`
    : `${title} named you to answer for ${named.length} of these.`;
};
