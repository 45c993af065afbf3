// What must hold at every moment of a story, held against the lists as Graph gives them and against
// what local Teams says it accepted.

import type { Fields } from './lists-by-hand.ts';
import { Amiss, type World } from './random-cycle-answers.ts';
import { ledgerFaults, text } from './random-cycle-ledger.ts';
import { heldOfLine, isAssurance } from './random-cycle-lines.ts';
import { type Asked, cycles, type Model } from './random-cycle-model.ts';

/** All that must hold when nothing is under way. Throws an Amiss with everything found. */
export const look = async (world: World): Promise<string> => {
  const { house } = world;
  await house.app.beatNow();
  const lists = {
    returns: await house.list('Returns'),
    ledger: await house.list('Notifications'),
    escalations: await house.list('Escalations'),
  };
  await house.landed();
  const wrong = [
    ...whatWasSavedIsThere(world, lists.returns),
    ...whatWasApprovedIsThere(world, lists.returns),
    ...(await ledgerFaults(world, lists.ledger)),
    ...whatIsMissingIsEscalated(world, lists.escalations),
    ...everythingDueIsAccountedFor(world, lists),
  ];
  if (wrong.length > 0) throw new Amiss(wrong.slice(0, 8).join('\n'));
  return 'as it should be';
};

type Lists = {
  readonly returns: readonly Fields[];
  readonly ledger: readonly Fields[];
  readonly escalations: readonly Fields[];
};

const byKey = (rows: readonly Fields[]) => new Map(rows.map((each) => [String(each['Key']), each]));
const whatWasSavedIsThere = ({ model }: World, returns: readonly Fields[]): readonly string[] => {
  const rows = byKey(returns);
  return [...model.asked.values()].flatMap((each) => {
    const row = rows.get(each.key) ?? {};
    const kept = Object.entries(shouldHold(each)).filter(
      ([name, value]) => text(row[name]) !== value,
    );
    return kept.map(([name, value]) => `${each.key}: ${name} is ${text(row[name])}, not ${value}`);
  });
};

/**
 * What still waits for approval as its quarter closes is not in time; all else is as it was said. Once a
 * final figure is given, what is said of it is said of the figure's own return as well.
 */
const whatWasApprovedIsThere = (
  { model }: World,
  returns: readonly Fields[],
): readonly string[] => {
  const rows = byKey(returns);
  return [...model.asked.values()].flatMap((each) => {
    const last = model.asked.get(`${each.key} final`) ?? each;
    const said = last.answers.size > 0 ? last : each;
    if (said.state === 'Due' && said.approval !== 'sent back') return [];
    if (said !== each && said.said?.['until']) return [];
    // A final figure sent back and never given again stands there still, and was not let stand.
    const isLeft = said !== each && said.approval === 'sent back';
    const waits = isLeft || (said.approval === 'awaiting' && said.state !== 'Due');
    const isClosed = cycles.some(({ key, closes }) => key === said.cycle && model.now() >= closes);
    const wanted = waits && isClosed ? 'not in time' : (said.approval ?? '');
    const found = text(rows.get(each.key)?.['Approval']);
    return found === wanted ? [] : [`${each.key}: Approval is ${found}, not ${wanted}`];
  });
};

/** Columns as text, for a return as the model knows it. */
const shouldHold = ({
  state,
  revision,
  said,
  owner,
  cycle,
  approval,
}: Asked): Record<string, string> => {
  const of = (name: string) => said?.[name] ?? '';
  const figure = (name: string) => (of(name) === '' ? {} : { [name]: String(Number(of(name))) });
  const {
    value: Value,
    numerator: Numerator,
    denominator: Denominator,
  } = {
    ...figure('value'),
    ...figure('numerator'),
    ...figure('denominator'),
  } as Record<string, string>;
  return {
    State: state,
    Revision: String(revision),
    Owner: owner ?? '',
    Cycle: cycle,
    ...(state === 'Due' && approval !== 'sent back' ? { Value: '', NoDataReason: '' } : {}),
    ...(state === 'No data until'
      ? { Value: '', NoDataUntil: of('until'), NoDataReason: of('because') }
      : {}),
    ...(state === 'Returned' ? { NoDataUntil: '' } : {}),
    ...(of('commentary') === '' ? {} : { Commentary: of('commentary') }),
    ...heldOfLine(said ?? {}),
    ...(Value === undefined ? {} : { Value }),
    ...(Numerator === undefined ? {} : { Numerator }),
    ...(Denominator === undefined ? {} : { Denominator }),
  };
};

/** While a quarter is open, what is escalated and not closed is what is missing, no more and no less. */
const whatIsMissingIsEscalated = (
  { model }: World,
  escalations: readonly Fields[],
): readonly string[] => {
  const keys = escalations.map((each) => text(each['Key']).toLowerCase());
  const live = escalations.filter((each) => each['State'] !== 'Closed');
  const known = new Set(live.map(whatOf));
  const missing = new Set(model.due().map((each) => each.key));
  const wanted = model
    .due()
    .flatMap((each) => escalatedTo(model, each).filter(([, from]) => from <= model.now()))
    .map(([what]) => what);
  return [
    ...keys.filter((each, n) => keys.indexOf(each) !== n).map((each) => `escalated twice: ${each}`),
    ...live
      .filter((each) => !missing.has(text(each['Return'])))
      .map((each) => `still escalated: ${text(each['Key'])}`),
    ...wanted.filter((each) => !known.has(each)).map((each) => `not escalated: ${each}`),
  ];
};

const whatOf = (row: Fields): string => `${text(row['Return'])}, to ${text(row['Person'])}`;

/** To its team's manager and to the Chief Executive, who hears of every directorate; and from when. */
const escalatedTo = (model: Model, each: Asked): readonly (readonly [string, string])[] => [
  [`${each.key}, to ${model.managerOf(each.team)}`, model.lateFrom(each, 'Manager')],
  [`${each.key}, to p-chief-executive`, model.lateFrom(each, 'SMT')],
];

/**
 * Of a quarter that has closed, every return has a figure, a dated reason or an escalation to its
 * team's manager and to the Chief Executive.
 */
const everythingDueIsAccountedFor = (
  { model }: World,
  { returns, escalations }: Lists,
): readonly string[] => {
  const raised = new Set(escalations.map(whatOf));
  const closed = cycles.filter((each) => model.now() >= each.closes).map((each) => each.key);
  const isEscalated = (key: string) => {
    const asked = model.asked.get(key);
    return asked && escalatedTo(model, asked).every(([what]) => raised.has(what));
  };
  return returns
    .filter((each) => closed.includes(text(each['Cycle'])))
    .filter((each) => {
      if (each['State'] === 'Returned')
        return text(each['Value']) === '' && !isAssurance(text(each['Key']));
      if (each['State'] === 'No data until')
        return text(each['NoDataUntil']) === '' || text(each['NoDataReason']) === '';
      return !isEscalated(text(each['Key']));
    })
    .map((each) => `slipped through: ${text(each['Key'])}, ${text(each['State'])}`);
};
