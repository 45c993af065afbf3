// What a person is told when they ask, or say anything at all: what they owe, or when they next will.

import type { Cycle } from '../../src/registers/cycles.ts';
import type { Person } from '../../src/registers/people.ts';
import type { Registers } from '../../src/registers/registers.ts';
import { cycleNameWithin } from '../../src/rules/cycle-name.ts';
import { digestLines } from '../../src/rules/digest.ts';
import { answeredBy, owedBy } from '../../src/rules/owed.ts';
import type { Button } from '../cards/adaptive-card.ts';
import { chooseDay } from '../cards/away-card.ts';
import type { PlainView } from '../cards/plain-card.ts';
import { askedView } from './asked-view.ts';
import { awayView } from './away-view.ts';
import { calendarOf, counted, dayWords } from './cycle-words.ts';
import { dueTitle } from './due-view.ts';
import { owedIn } from './in-cycle.ts';

/** The open cycle in which this person owes something; the earliest where there are several. */
export const cycleOwedIn = (
  registers: Registers,
  person: Person,
  today: Temporal.PlainDate,
): Cycle | null => {
  const keys = new Set(owedBy(registers, person, today).map((each) => each.return.cycle));
  const open = [...registers.cycles.values()].filter((each) => keys.has(each.key));
  return open.sort((a, b) => Temporal.PlainDate.compare(a.opensOn, b.opensOn))[0] ?? null;
};

/** The open cycle this person has answered something in; null where there is none. */
const cycleAnsweredIn = (
  registers: Registers,
  person: Person,
  today: Temporal.PlainDate,
): Cycle | null =>
  [...registers.cycles.values()].find(
    (each) => each.state === 'Open' && answeredBy(registers, person, each.key, today).length > 0,
  ) ?? null;

export const owedView = (
  registers: Registers,
  person: Person,
  today: Temporal.PlainDate,
): PlainView => {
  const cycle = cycleOwedIn(registers, person, today);
  const asked = askedView({ registers, person, today });
  const besides = asked === null ? [] : [`Besides: ${asked.title} See Escalations in the tab.`];
  const away = cycle === null ? awayView({ registers, person, today }) : null;
  if (away !== null)
    return {
      title: away.title,
      sentences: [...away.sentences, ...besides],
      button: { title: 'I’m back', verb: 'back', data: { v: 1 } },
    };
  if (cycle === null)
    return asked === null
      ? noReturnDue(registers, person, today)
      : { ...asked, others: [awayButton] };
  const owed = owedIn({ registers, person, cycle, today });
  return {
    title: dueTitle({ registers, cycle, today }, owed),
    sentences: besides,
    button: { title: 'Start', verb: 'start', data: { v: 1, cycle: cycle.key }, primary: true },
  };
};

/** What was taken to them may need them all the same; then that is what is offered first. */
const noReturnDue = (
  registers: Registers,
  person: Person,
  today: Temporal.PlainDate,
): PlainView => {
  const escalated = digestLines(registers, person, today).length;
  const nothing = nothingDue(registers, person, today);
  if (escalated === 0) return nothing;
  return {
    ...nothing,
    title: `No return is due. ${counted(escalated, 'escalation needs', 'escalations need')} you.`,
    button: { title: 'Show escalations', verb: 'escalations', data: { v: 1 }, primary: true },
  };
};

const awayButton: Button = {
  title: 'I’m away until…',
  verb: 'away',
  data: { v: 1, until: chooseDay },
};

/** Whoever types anything learns what else can be said. */
const canBeTyped =
  'Type “away” to say that you are away, or “escalations” for what is taken to you.';

const nothingDue = (registers: Registers, person: Person, today: Temporal.PlainDate): PlainView => {
  const answered = cycleAnsweredIn(registers, person, today);
  return {
    title: 'Nothing due.',
    sentences: [nextWords(registers, today), canBeTyped],
    button:
      answered === null
        ? { title: 'What do I owe?', verb: 'owed', data: { v: 1 } }
        : { title: 'Show my answers', verb: 'start', data: { v: 1, cycle: answered.key } },
    others: [awayButton],
  };
};

/** "Next: quarter 3 opens Mon 4 January 2021." */
const nextWords = (registers: Registers, today: Temporal.PlainDate): string => {
  const next = [...registers.cycles.values()]
    .filter((each) => each.state === 'Planned')
    .map((cycle) => ({ cycle, opens: calendarOf(registers, cycle).opens.toPlainDate() }))
    .filter(({ opens }) => Temporal.PlainDate.compare(opens, today) >= 0)
    .sort((a, b) => Temporal.PlainDate.compare(a.opens, b.opens))[0];
  return next === undefined
    ? 'You will get a card here when a return is due.'
    : `Next: ${cycleNameWithin(next.cycle)} opens ${dayWords(next.opens, today)}.`;
};
