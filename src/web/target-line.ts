// One target of a year as the tab shows it: how far it has come, what stood before, what may be done.
import type { Measure } from '../registers/measures.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Target } from '../registers/targets.ts';
import { dateWords } from '../rules/date-words.ts';
import { endorsersOf, targetRevision } from '../rules/endorsing.ts';
import { latestFigure } from '../rules/history.ts';
import { figure } from '../rules/number-words.ts';
import { parsePeriod } from '../rules/period.ts';
import { yearOf } from '../rules/rating.ts';
import { may } from '../rules/rights.ts';
import { lastTarget } from '../rules/targets-due.ts';
import type { TargetLine } from './api-targets.ts';
import { nameOf } from './measure-row.ts';
import { withUnit } from './needs.ts';

/** Who looks, and when. */
export type Looking = { readonly person: Person; readonly today: Temporal.PlainDate };

/** A target that is not agreed yet. */
export const targetLine = (
  registers: Registers,
  { target, measure }: { readonly target: Target; readonly measure: Measure },
  { person, today }: Looking,
): TargetLine => {
  const stage = target.state ?? 'agreed';
  const asking = { registers, person, today };
  const decides = may(asking, 'endorse a target or send it back', target);
  const waits = stage === 'proposed' || stage === 'endorsed';
  return {
    ...sharedLine(registers, measure, yearOf(target)),
    key: target.key,
    revision: targetRevision(registers, target),
    stage,
    proposed: proposedWords(measure, target),
    because: target.because,
    told: toldWords(registers, target),
    sentBackBecause: stage === 'sent back' ? target.sentBackBecause : null,
    waitsForMe:
      stage === 'proposed' &&
      endorsersOf(registers, target, today).some(({ key }) => key === person.key),
    may: {
      propose: false,
      endorse: decides && stage === 'proposed',
      sendBack: decides && waits,
      agree: waits && may(asking, 'agree a target'),
    },
  };
};

/** A target that was asked for, and is not proposed or was sent back: whoever may answer may propose it. */
export const askedLine = (
  registers: Registers,
  { asked, measure }: { readonly asked: Return; readonly measure: Measure },
  { person }: Looking,
): TargetLine => {
  const isOpen = registers.cycles.get(asked.cycle ?? '')?.state === 'Open';
  return {
    ...sharedLine(registers, measure, asked.period),
    key: asked.key,
    revision: asked.revision ?? 0,
    stage: asked.approval === 'sent back' ? 'sent back' : 'to propose',
    proposed: null,
    because: null,
    told: askedWords(registers, asked, isOpen),
    sentBackBecause: asked.approval === 'sent back' ? asked.sentBackBecause : null,
    waitsForMe: false,
    may: {
      propose: isOpen && may({ registers, person, today: null }, 'propose a target', asked),
      endorse: false,
      sendBack: false,
      agree: false,
    },
  };
};

const askedWords = (registers: Registers, asked: Return, isOpen: boolean): string => {
  const who = nameOf(registers, asked.owner) ?? 'nobody, since it has no owner';
  const due = asked.dueOn === null ? '' : `, due ${dateWords(asked.dueOn)}`;
  return isOpen ? `Asked of ${who}${due}.` : `Was asked of ${who}, and never answered.`;
};

const sharedLine = (registers: Registers, measure: Measure, year: string) => {
  const period = parsePeriod(year);
  const last = period && lastTarget(registers, measure, period);
  const newest = latestFigure(registers, measure);
  return {
    measure: measure.key,
    code: measure.code,
    name: measure.title,
    team: registers.teams.get(measure.team)?.title ?? measure.team,
    owner: nameOf(registers, measure.owner),
    year,
    lastYear: last && proposedWords(measure, last),
    lastFigure:
      newest && newest.value !== null
        ? `${withUnit(figure(measure, newest.value), measure.unit)} in ${newest.words}${newest.illustrative ? ' (illustrative)' : ''}`
        : null,
    asksFor: asksFor(measure),
    unit: measure.unit,
  };
};

export const asksFor = ({ polarity }: Measure): 'value' | 'range' =>
  polarity === 'stay in range' ? 'range' : 'value';

/** '80% or more', '14 to 18 days', 'No target', 'Baseline year'; '–' where its row says nothing. */
export const proposedWords = (measure: Measure, target: Target): string =>
  `${bareWords(measure, target)}${target.illustrative ? ' (illustrative)' : ''}`;

const bareWords = (measure: Measure, target: Target): string => {
  if (target.isA === 'no target') return 'No target';
  if (target.isA === 'baseline year') return 'Baseline year';
  if (measure.polarity === 'stay in range')
    return `${figure(measure, target.rangeLow)} to ${withUnit(figure(measure, target.rangeHigh), measure.unit)}`;
  if (target.target === null) return '–';
  const side = measure.polarity === 'minimise' ? 'or less' : 'or more';
  return `${withUnit(figure(measure, target.target), measure.unit)} ${side}`;
};

const toldWords = (registers: Registers, target: Target): string => {
  const on = (date: Temporal.PlainDate | null) => (date === null ? '' : ` on ${dateWords(date)}`);
  const by = (who: string | null) => nameOf(registers, who) ?? 'somebody';
  const proposed = `Proposed by ${by(target.setBy)}${on(target.setOn)}.`;
  return target.state === 'endorsed'
    ? `${proposed} Endorsed by ${by(target.endorsedBy)}${on(target.endorsedOn)}.`
    : proposed;
};
