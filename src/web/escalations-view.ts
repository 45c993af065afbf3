// The escalations a person has before them, as the tab shows them: whose turn it is first, the evidence as it
// stood, and everything said since.
import type { EscalationEvent, EscalationEventKind } from '../registers/escalation-history.ts';
import type { Escalation } from '../registers/escalations.ts';
import { readLine } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { measureOf } from '../rules/about.ts';
import { mayRead } from '../rules/access.ts';
import { hasLeft } from '../rules/away.ts';
import { zone } from '../rules/calendar.ts';
import { dateWords, momentWords } from '../rules/date-words.ts';
import {
  type EscalationShown,
  escalationsFor,
  historyOfEscalation,
} from '../rules/escalations-for.ts';
import type { Ports } from '../use-cases/ports.ts';
import type {
  EscalationGroup,
  EscalationLine,
  EscalationStep,
  EscalationsView,
} from './api-escalations.ts';
import { freshness } from './freshness.ts';
import { nameOf } from './measure-row.ts';
import { counted } from './words.ts';

/** Of what is closed, the newest: the list itself holds the rest. */
const mostClosed = 50;

export const escalationsView = (ports: Ports, person: Person): EscalationsView => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().withTimeZone(zone).toPlainDate();
  const shown = escalationsFor(registers, person, today).filter(({ escalation }) =>
    mayRead(registers, person, { register: 'escalations', row: escalation }),
  );
  const groups = groupsOf(registers, shown);
  const mine = groups.find(({ heading }) => heading === 'Waiting for you')?.lines.length ?? 0;
  return {
    title:
      mine === 0
        ? 'No escalation needs you'
        : `${counted(mine, 'escalation needs', 'escalations need')} you`,
    groups,
    people: peopleFor(registers, shown, today),
    freshness: freshness(ports.replica),
  };
};

const groupsOf = (
  registers: Registers,
  shown: readonly EscalationShown[],
): readonly EscalationGroup[] => {
  const grouped = Map.groupBy(shown, headingOf);
  return (['Waiting for you', 'Waiting for others', 'Closed'] as const).flatMap((heading) => {
    const all = grouped.get(heading) ?? [];
    const some = heading === 'Closed' ? all.slice(0, mostClosed) : all;
    if (all.length === 0) return [];
    const lines = some.map((each) => lineOf(registers, each));
    return [{ heading, lines, more: all.length - some.length }];
  });
};

const headingOf = (shown: EscalationShown): EscalationGroup['heading'] => {
  if (shown.escalation.state === 'Closed') return 'Closed';
  return waitsForThem(shown) ? 'Waiting for you' : 'Waiting for others';
};

/** Their turn: to be seen, answered, planned for or accepted; asking on is theirs to choose. */
export const waitsForThem = ({ may }: Pick<EscalationShown, 'may'>): boolean =>
  may.some(
    (act) => act === 'acknowledge' || act === 'reply' || act === 'give plan' || act === 'accept',
  );

const lineOf = (registers: Registers, shown: EscalationShown): EscalationLine => {
  const { escalation, kind, rule, may, questions } = shown;
  const history = historyOfEscalation(registers, escalation.key);
  const waiting = questions.find(({ answered }) => answered === null)?.asked ?? null;
  return {
    key: escalation.key,
    name: escalation.title,
    kind:
      rule?.title ?? (kind === 'missing return' ? 'Return not given' : 'By a rule since removed'),
    urgent: escalation.urgent,
    state: escalation.state,
    howBad: shown.evidence.howBad,
    evidence: evidenceOf(shown),
    facts: factsOf(registers, shown),
    may,
    question: waiting && { key: waiting.key, words: waiting.words ?? '' },
    asked: history.filter(({ event }) => event === 'asked').length,
    required: history.filter(({ event }) => event === 'plan required').length,
    history: history.map((each) => stepOf(registers, each)),
    measure: measureAbout(registers, escalation),
  };
};

const evidenceOf = ({ evidence }: EscalationShown): EscalationLine['evidence'] =>
  [
    { label: 'How long', words: evidence.howLong },
    { label: 'Promised last time', words: evidence.promised },
    { label: 'What became of it', words: evidence.became },
    { label: 'Said of it', words: evidence.said },
    { label: 'Of the figures', words: evidence.caveat },
  ].flatMap(({ label, words }) => (words === null ? [] : [{ label, words }]));

const factsOf = (
  registers: Registers,
  { escalation, askedOf }: EscalationShown,
): readonly string[] => [
  `Raised ${dayOf(escalation.raisedAt)}`,
  `taken to ${nameOf(registers, escalation.person) ?? escalation.person}`,
  askedOf.length === 0
    ? 'nobody can be asked about it'
    : `asked of ${askedOf.map(({ title }) => title).join(', ')}`,
  ...(escalation.planDueOn === null
    ? []
    : [planWords(registers, escalation, escalation.planDueOn)]),
  ...(escalation.closedAt === null
    ? []
    : [
        `closed ${dayOf(escalation.closedAt)}${escalation.closedBecause === null ? '' : `: ${escalation.closedBecause}`}`,
      ]),
];

const planWords = (
  registers: Registers,
  { recovery }: Escalation,
  due: Temporal.PlainDate,
): string => {
  if (recovery === null) return `recovery plan due by ${dateWords(due)}`;
  const action = registers.actions.get(recovery);
  const by = action?.dueOn ? ` by ${dateWords(action.dueOn)}` : '';
  return `recovery plan: ${action?.title ?? recovery}${by}${action?.status ? `, ${action.status}` : ''}`;
};

const dayOf = (at: Temporal.Instant): string =>
  dateWords(at.toZonedDateTimeISO(zone).toPlainDate());

const eventWords: { readonly [E in EscalationEventKind]: string } = {
  raised: 'Raised',
  told: 'Told',
  acknowledged: 'Acknowledged',
  asked: 'Asked',
  answered: 'Answered',
  'plan required': 'Recovery plan required',
  'plan given': 'Recovery plan given',
  accepted: 'Accepted',
  'support offered': 'Support offered',
  closed: 'Closed',
};

const stepOf = (registers: Registers, event: EscalationEvent): EscalationStep => ({
  key: event.key,
  words: [
    eventWords[event.event],
    ...(event.by === null ? [] : [`by ${nameOf(registers, event.by) ?? event.by}`]),
    ...(event.to === null ? [] : [`to ${nameOf(registers, event.to) ?? event.to}`]),
    ...(event.dueOn === null ? [] : [`for ${dateWords(event.dueOn)}`]),
  ].join(' '),
  at: momentWords(event.at.toZonedDateTimeISO(zone)),
  said: event.words,
});

const measureAbout = (registers: Registers, escalation: Escalation): string | null => {
  const line = escalation.line === null ? null : readLine(escalation.line);
  if (line?.register === 'measures') return registers.measures.get(line.key)?.key ?? null;
  const asked = escalation.return === null ? undefined : registers.returns.get(escalation.return);
  return (asked && measureOf(registers, asked)?.key) ?? null;
};

/** Everyone in the teams of those who are to give a plan; none where nobody is. */
const peopleFor = (
  registers: Registers,
  shown: readonly EscalationShown[],
  today: Temporal.PlainDate,
): EscalationsView['people'] => {
  const asked = shown
    .filter(({ may }) => may.includes('give plan'))
    .flatMap((each) => each.askedOf);
  const teams = new Set(asked.flatMap(({ team }) => (team === null ? [] : [team])));
  const people = [...asked, ...[...teams].flatMap((team) => registers.people.where('team', team))];
  return [...new Map(people.map((each) => [each.key, each])).values()]
    .filter((each) => !hasLeft(each, today))
    .toSorted((one, other) => one.title.localeCompare(other.title))
    .map(({ key, title }) => ({ key, words: title, group: '' }));
};
