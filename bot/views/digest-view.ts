// What the week's card and the card of one escalation show: each line's evidence as it was raised, what
// has come of a plan that was required, and what its reader may do about it today.
import type {
  EscalationEvent,
  EscalationEventKind,
} from '../../src/registers/escalation-history.ts';
import type { Escalation } from '../../src/registers/escalations.ts';
import type { Person } from '../../src/registers/people.ts';
import type { Registers } from '../../src/registers/registers.ts';
import { sameKey } from '../../src/registers/same-key.ts';
import { digestLines, planIsLate } from '../../src/rules/digest.ts';
import {
  type EscalationEvidence,
  readEvidence,
} from '../../src/rules/escalation-evidence-words.ts';
import { becameWords } from '../../src/rules/escalation-figure-words.ts';
import { kindOf, ownersOf, ruleOf } from '../../src/rules/escalations-about.ts';
import { countOf, historyOfEscalation } from '../../src/rules/escalations-history.ts';
import { actsOn } from '../../src/rules/escalations-may.ts';
import { markOf } from '../../src/rules/escalations-wanted.ts';
import { isLate } from '../../src/rules/owed.ts';
import { closedDates } from '../../src/rules/working-days.ts';
import type { AskView, EscalationForm } from '../cards/ask-card.ts';
import type { DigestView } from '../cards/digest-card.ts';
import type { EscalationLine } from '../cards/escalation-lines.ts';
import { counted, dayWords, personName } from './cycle-words.ts';
import { gatherMissing } from './missing-gathered.ts';

const zone = 'Europe/London';

/** Who reads it, and on which day. */
export type Reader = {
  readonly registers: Registers;
  readonly person: Person;
  readonly today: Temporal.PlainDate;
};

/** `urgent`: those lines alone. */
export const digestView = (
  reader: Reader,
  {
    urgent = false,
    saved = null,
  }: { readonly urgent?: boolean; readonly saved?: string | null } = {},
): DigestView => {
  const { registers, person, today } = reader;
  const all = digestLines(registers, person, today);
  const shown = urgent ? all.filter((each) => each.urgent) : all;
  const { apart, gathered } = gatherMissing(reader, shown);
  return {
    title: titleOf(apart.length + gathered.length, urgent),
    missing: gathered,
    lines: apart.map((each) => escalationLineView(reader, each)),
    others: othersWords(reader, urgent ? all.length - shown.length : 0),
    saved,
  };
};

const titleOf = (count: number, urgent: boolean): string => {
  if (count === 0) return 'Nothing needs you now';
  const need = count === 1 ? 'needs' : 'need';
  return urgent
    ? `Urgent: ${counted(count, 'thing')} ${need} you now`
    : `${counted(count, 'thing')} ${need} you this week`;
};

/** What is not on the card, so that nobody takes it for all there is. */
const othersWords = ({ registers, person }: Reader, left: number): string | null => {
  const waiting = (['Acknowledged', 'Answered'] as const)
    .flatMap((state) => registers.escalations.where('state', state))
    .filter((each) => sameKey(each.person, person.key)).length;
  const words = [
    ...(left === 0 ? [] : [`${counted(left, 'other thing')} can wait for the week's card.`]),
    ...(waiting === 0
      ? []
      : [`${waiting} more you have acknowledged ${waiting === 1 ? 'is' : 'are'} open in the tab.`]),
  ];
  return words.length === 0 ? null : words.join(' ');
};

export const escalationLineView = (reader: Reader, escalation: Escalation): EscalationLine => {
  const { registers, person, today } = reader;
  const acts = actsOn(registers, { person, escalation }, today);
  const rule =
    ruleOf(registers, escalation)?.title ??
    (escalation.rule === null ? 'Return missing' : 'Rule no longer kept');
  const principal = sameKey(escalation.person, person.key)
    ? null
    : personName(registers, escalation.person);
  const isTheirs = principal !== null && acts.includes('ask');
  return {
    mark: markOf(escalation.key),
    name: escalation.title,
    rule: `${rule}${escalation.urgent ? ' · urgent' : ''}`,
    ...evidenceView(reader, escalation),
    standing: kindOf(registers, escalation) === 'red on new figures running' ? 'off target' : null,
    plan: planWords(reader, escalation),
    standingInFor: isTheirs ? `for ${principal}` : null,
    may: {
      see: acts.includes('acknowledge'),
      ask: acts.includes('ask'),
      plan: acts.includes('require plan'),
      accept: acts.includes('accept'),
    },
  };
};

const evidenceView = (reader: Reader, escalation: Escalation): EscalationEvidence => {
  const read = readEvidence(escalation.evidence);
  return escalation.rule === null ? { ...read, howBad: missingWords(reader, escalation) } : read;
};

const missingWords = ({ registers, today }: Reader, escalation: Escalation): string => {
  const asked = escalation.return === null ? undefined : registers.returns.get(escalation.return);
  if (asked === undefined || asked.dueOn === null) return 'Not returned.';
  const days = isLate(asked, today, closedDates(registers));
  const who = personName(registers, asked.owner) ?? 'nobody owns it';
  return `Not returned: due on ${dayWords(asked.dueOn, today)}, ${counted(days, 'working day')} late. ${who}.`;
};

/** Null where none is required. */
const planWords = ({ registers, today }: Reader, escalation: Escalation): string | null => {
  const { planDueOn, recovery } = escalation;
  if (planDueOn === null) return null;
  const action = recovery === null ? undefined : registers.actions.get(recovery);
  if (action !== undefined)
    return `Recovery plan: ${action.title}${action.dueOn === null ? '' : `, by ${dayWords(action.dueOn, today)}`}. ${becameWords(registers, action, today)}.`;
  return planIsLate(escalation, today)
    ? `The recovery plan was due on ${dayWords(planDueOn, today)}, and has not come.`
    : `A recovery plan is due on ${dayWords(planDueOn, today)}.`;
};

type Showing = {
  readonly form?: EscalationForm;
  readonly typed?: AskView['typed'];
  readonly refusal?: string | null;
  readonly saved?: string | null;
};

export const askView = (reader: Reader, escalation: Escalation, showing: Showing = {}): AskView => {
  const { registers, person, today } = reader;
  const { form = 'none', typed = { words: '', day: '' }, refusal = null, saved = null } = showing;
  const [owner] = ownersOf(registers, escalation, today);
  return {
    line: escalationLineView(reader, escalation),
    form,
    askedOf: owner?.title ?? null,
    history: historyOfEscalation(registers, escalation.key).map((each) => eventWords(reader, each)),
    asked: countOf(registers, escalation.key, 'asked'),
    required: countOf(registers, escalation.key, 'plan required'),
    from: today.add({ days: 1 }).toString(),
    maySupport: actsOn(registers, { person, escalation }, today).includes('offer support'),
    typed,
    refusal,
    saved,
  };
};

const happened: { readonly [E in EscalationEventKind]: string } = {
  raised: 'raised',
  told: 'told',
  acknowledged: 'acknowledged',
  asked: 'asked',
  answered: 'answered',
  'plan required': 'required a recovery plan',
  'plan given': 'gave a recovery plan',
  accepted: 'accepted it',
  'support offered': 'offered support',
  closed: 'closed',
};

/** "Mon 5 October: Director of Place asked: Why so many?" */
const eventWords = (
  { registers, today }: Reader,
  { at, by, event, words, to }: EscalationEvent,
): string => {
  const day = dayWords(at.toZonedDateTimeISO(zone).toPlainDate(), today);
  const who = by === null ? null : personName(registers, by);
  const whom = event === 'told' || event === 'raised' ? personName(registers, to) : null;
  const did = who === null ? happened[event] : `${who} ${happened[event]}`;
  const said = event === 'raised' || words === null || words === '' ? '' : `: ${words}`;
  return `${day}: ${did}${whom === null ? '' : `, to ${whom}`}${said}`;
};
