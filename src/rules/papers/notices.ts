// What a reader must know before the first figure: that it is a draft, provisional or made up, that something
// is not in it, or that a figure looks like a slip.

import type { Dataset } from '../dataset/dataset.ts';
import { figure } from '../number-words.ts';
import { correctedWhich, correctionsOf, isReasonHeldBack } from './corrected.ts';
import type { Facts, ToldMeasure } from './facts.ts';
import { counted, few, inWords, listed, nameOf } from './measure-words.ts';
import { isUnchecked, mayCountAFew } from './small-numbers.ts';
import type { Told } from './told.ts';

/** In order of what a reader must know first. `whole` is the dataset with all that may not be told. */
export const noticesOf = (told: Told, whole: Dataset): readonly string[] => [
  ...told.ordered.notices,
  ...(isDraft(told)
    ? ['Draft: the quarter has not closed, and figures and words may still change.']
    : []),
  ...internalNotice(told, whole),
  ...(printsMeasures(told) ? measureNotices(told) : []),
];

/** A delivery plan report has no figure of a measure. */
const printsMeasures = ({ ordered }: Told): boolean => ordered.kind !== 'delivery plan';

const measureNotices = (told: Told): readonly string[] => [
  ...markNotices(told.facts),
  ...correctedNotice(told),
  ...(told.inPublic && isPrepared(told) ? smallNotices(told) : []),
  ...(isDraft(told) || !told.inPublic ? slipNotices(told.facts) : []),
];

/** Of figures of this dataset: they are printed as they were. */
const correctedNotice = ({ facts, ordered }: Told): readonly string[] => {
  const corrections = correctionsOf(facts.measures, ordered);
  return corrections.length === 0
    ? []
    : [
        `Corrected after the close, and printed here as it was then: ${few(corrections.map(correctedWhich))}.`,
      ];
};

const isDraft = ({ facts, ordered }: Told): boolean => !facts.isFrozen || ordered.hash === null;

/** A copy that says anything at its head is read inside, before it goes out or while it may not. */
const isPrepared = (told: Told): boolean => isDraft(told) || told.ordered.notices.length > 0;

/** Of which measures something said is not printed: it may be reworded, and is read by nobody until it is. */
const heldBackNotice = ({ facts, ordered, inPublic }: Told): readonly string[] => {
  const reasons = new Set(
    correctionsOf(facts.measures, ordered)
      .filter((each) => isReasonHeldBack(each, inPublic))
      .map(({ measure }) => measure),
  );
  const held = facts.measures.flatMap((measure) => {
    const what = [
      ...(measure.heldBack ?? []),
      ...(reasons.has(measure) ? ['why it was corrected'] : []),
    ];
    return what.length === 0 ? [] : [`${nameOf(measure)} (${what.join(', ')})`];
  });
  return held.length === 0
    ? []
    : [
        `Not printed, as it may tell of 1 to 4 people: ${held.join('; ')}. Words may be changed through clearance.`,
      ];
};

const smallNotices = (told: Told): readonly string[] => [
  ...heldBackNotice(told),
  ...uncheckedNotice(told),
  ...unmarkedNotice(told),
];

const uncheckedNotice = ({ facts }: Told): readonly string[] => {
  const unchecked = facts.measures.filter(isUnchecked);
  return unchecked.length === 0
    ? []
    : [
        `Not checked for small numbers, as the numbers of people they are worked out of are not all given: ${unchecked.map(nameOf).join('; ')}. Before this goes out, see that none is of a few people.`,
      ];
};

/** A number of 1 to 4 of a measure that does not say it counts people is printed. */
const unmarkedNotice = ({ facts }: Told): readonly string[] => {
  const unmarked = facts.measures.filter(mayCountAFew);
  return unmarked.length === 0
    ? []
    : [
        `A number from 1 to 4 is printed of ${few(unmarked.map(nameOf))}. If it is of people, set Counts people in Measures, and it is left out.`,
      ];
};

/** For whoever prepares it: rows nobody has marked as public are not in it. */
const internalNotice = (told: Told, whole: Dataset): readonly string[] => {
  if (!told.inPublic || !isPrepared(told)) return [];
  const rows = [
    ...whole.measures,
    ...whole.actions,
    ...whole.projects,
    ...whole.savings,
    ...whole.risks,
    ...whole.money,
    ...whole.questions,
  ];
  const internal = rows.filter(({ access }) => access === 'internal').length;
  return internal === 0
    ? []
    : [
        `${counted(internal, 'row')} of the registers ${internal === 1 ? 'is' : 'are'} not in this paper: a paper that anybody may read holds what is marked public${isDraft(told) ? ', in Access, before the quarter closes' : ' when its quarter closed'}.`,
      ];
};

const markNotices = ({ measures }: Facts): readonly string[] => {
  const told = measures.filter(({ now }) => now.value !== null);
  const provisional = told.filter(({ now }) => now.provisional).length;
  const illustrative = told.filter(({ now }) => now.illustrative).length;
  return [
    ...(provisional === 0
      ? []
      : [
          `${counted(provisional, 'figure')} ${provisional === 1 ? 'is' : 'are'} provisional, and marked so.`,
        ]),
    ...(illustrative === 0
      ? []
      : [
          `${counted(illustrative, 'figure')} or ${illustrative === 1 ? 'its target is' : 'their targets are'} illustrative: made up to show how a report looks, and marked so.`,
        ]),
  ];
};

/** So many times the largest of its own figures, or so small a part of the least, is a slip until checked. */
const slipTimes = 10;

const slipNotices = ({ measures }: Facts): readonly string[] => {
  const slips = measures.filter(isLikelySlip);
  return slips.length === 0
    ? []
    : [
        `To be checked before this goes out: ${listed(slips.map((measure) => slipWords(measure)))}.`,
      ];
};

const fewestToJudgeBy = 3;

const isLikelySlip = ({ now, before }: ToldMeasure): boolean => {
  const known = before.flatMap(({ value }) => (value === null ? [] : [Math.abs(value)]));
  const value = now.value === null ? null : Math.abs(now.value);
  if (value === null || value === 0 || known.length < fewestToJudgeBy) return false;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return value > slipTimes * most ? most > 0 : value * slipTimes < least;
};

/** '14 Fly-tips cleared is 73,390, and its figures before were 380 to 420'. */
const slipWords = (measure: ToldMeasure): string => {
  const known = measure.before.flatMap(({ value }) => (value === null ? [] : [value]));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return `${nameOf(measure)} is ${inWords(measure, measure.now.value ?? 0)}, and its figures before were ${figure(measure, least)} to ${figure(measure, most)}`;
};
