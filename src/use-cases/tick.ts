// What the council's clock asks for, worked out afresh each time from the registers: nothing here
// remembers a timer, so a tick missed is a tick made up.
import type { Cycle } from '../registers/cycles.ts';
import { cycleCalendar } from '../rules/calendar.ts';
import { countAllHeld } from '../rules/may-go-now.ts';
import { closedDates } from '../rules/working-days.ts';
import { askAgain } from './ask-again.ts';
import { buildReport } from './build-report.ts';
import { closeCycle } from './close-cycle.ts';
import { endSignOff } from './end-sign-off.ts';
import { escalate } from './escalate.ts';
import { escalateByRules } from './escalate-by-rules.ts';
import { freezeCycle } from './freeze-cycle.ts';
import { decideLastSteps } from './last-steps.ts';
import { queueAgain } from './lost-outbox.ts';
import { openCycle } from './open-cycle.ts';
import type { Ports } from './ports.ts';
import { redrawCards } from './redraw-cards.ts';
import { restate } from './restate.ts';
import { sendApprovals } from './send-approvals.ts';
import { sendDigests } from './send-digest.ts';
import { sendReminders } from './send-reminders.ts';
import { stopAsking } from './stop-asking.ts';
import { StoreFault } from './store-fault.ts';

/** Does all that is due now, and says what was done in plain sentences. */
export const tick = async (ports: Ports): Promise<string[]> => {
  // What has run its course is closed first: a cycle that opens takes up what it left.
  const over = cyclesOf(ports).filter((cycle) => cycle.state === 'Open' && isOver(ports, cycle));
  const closed = over.length === 0 ? [] : await tickTogether(ports, over);
  const done = [...closed, ...(await tickTogether(ports, cyclesOf(ports)))];
  await apart(ports, 'figures not restated', () => restate(ports));
  return done;
};

const cyclesOf = (ports: Ports): readonly Cycle[] => [...ports.replica.registers().cycles.values()];

/** Not where its row cannot be read: that is told of where the cycle is ticked. */
const isOver = (ports: Ports, cycle: Cycle): boolean => {
  try {
    return hasCome(ports, cycle, 'closes');
  } catch {
    return false;
  }
};

const tickTogether = async (ports: Ports, cycles: readonly Cycle[]): Promise<string[]> => {
  const begun = await forEach(ports, cycles, begin);
  // Every cycle's steps at once, so that a person asked by two of them has one card.
  await sendReminders(
    ports,
    begun.cycles.map((cycle) => current(ports, cycle)).filter(({ state }) => state === 'Open'),
  );
  const ended = await forEach(ports, begun.cycles, goOn);
  const { raised } = await escalateByRules(ports);
  await sendDigests(ports);
  const told = `${raised} ${raised === 1 ? 'line' : 'lines'} escalated by rule.`;
  return [...begun.done, ...ended.done, ...(raised > 0 ? [told] : [])];
};

type Done = { readonly done: readonly string[]; readonly cycles: readonly Cycle[] };

/** What was done, and the cycles that could be read: one that cannot must not stop the others. */
const forEach = async (
  ports: Ports,
  cycles: readonly Cycle[],
  work: (ports: Ports, cycle: Cycle) => Promise<readonly string[]>,
): Promise<Done> => {
  const done: string[] = [];
  const read: Cycle[] = [];
  for (const cycle of cycles) {
    try {
      done.push(...(await work(ports, cycle)));
      read.push(cycle);
    } catch (error) {
      if (error instanceof StoreFault) throw error;
      ports.log.fault('cycle not ticked', error, { cycle: cycle.key });
    }
  }
  return { done, cycles: read };
};

/** What must stand before anyone is asked: the cycle is open, and what was promised for today is due. */
const begin = async (ports: Ports, cycle: Cycle): Promise<readonly string[]> => {
  const done: string[] = [];
  await queueAgain(ports, cycle);
  if (cycle.state === 'Planned' && hasCome(ports, cycle, 'opens')) {
    const opened = await openCycle(ports, { by: null, cycle: cycle.key });
    if (opened.outcome === 'opened')
      done.push(`${cycle.title} opened: ${opened.owed} returns due.`);
  }
  // What is promised for a day after the close is the next cycle's to ask for.
  if (current(ports, cycle).state !== 'Open' || hasCome(ports, cycle, 'closes')) return done;
  const back = await askAgain(ports, current(ports, cycle));
  if (back > 0) done.push(`${back} ${back === 1 ? 'return' : 'returns'} due again.`);
  return done;
};

const goOn = async (ports: Ports, cycle: Cycle): Promise<readonly string[]> => {
  const done: string[] = [];
  if (current(ports, cycle).state === 'Open') done.push(...(await raise(ports, cycle)));
  if (current(ports, cycle).state === 'Open' && hasCome(ports, cycle, 'closes')) {
    const closed = await closeCycle(ports, { by: null, cycle: cycle.key });
    if (closed.outcome === 'closed') done.push(`${cycle.title} closed.`);
  }
  const now = current(ports, cycle);
  if (now.state === 'Withdrawn') await stopAsking(ports, now.key);
  // What a cycle never got is chased no more: its escalations close with it.
  if (now.state === 'Closed' || now.state === 'Withdrawn') await escalate(ports, now);
  if (now.state === 'Closed') await decideLastSteps(ports, now);
  if (now.state === 'Closed') await endSignOff(ports, now);
  if (now.state === 'Closed')
    await apart(ports, 'figures not frozen', () => freezeCycle(ports, now));
  else if (now.state === 'Open') await sendApprovals(ports, now);
  if (now.state !== 'Planned' && cardsHaveGone(ports)) await buildReport(ports, now);
  await redrawCards(ports, now);
  return done;
};

/** What must not hold up the rest of a tick: it is tried again at the next. */
const apart = async (ports: Ports, event: string, work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof StoreFault) throw error;
    ports.log.fault(event, error);
  }
};

/**
 * Figures wait until the cards have gone: a roll-up of thousands of lines would hold up the sends. They
 * do not wait for cards that may not go now, as at night, nor for those drawn again in place.
 */
const cardsHaveGone = ({ outbox, replica, clock }: Ports): boolean =>
  outbox.depth().messages === 0 || countAllHeld(replica.registers(), clock.now()) !== null;

const raise = async (ports: Ports, cycle: Cycle): Promise<string[]> => {
  const { raised, closed } = await escalate(ports, current(ports, cycle));
  return [
    ...(raised > 0 ? [`${raised} ${raised === 1 ? 'return' : 'returns'} escalated.`] : []),
    ...(closed > 0 ? [`${closed} ${closed === 1 ? 'escalation' : 'escalations'} closed.`] : []),
  ];
};

const current = (ports: Ports, cycle: Cycle): Cycle =>
  ports.replica.registers().cycles.get(cycle.key) ?? cycle;

const hasCome = (ports: Ports, cycle: Cycle, moment: 'opens' | 'closes'): boolean => {
  const calendar = cycleCalendar(cycle, closedDates(ports.replica.registers()));
  return Temporal.ZonedDateTime.compare(calendar[moment], ports.clock.now()) <= 0;
};
