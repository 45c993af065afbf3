// What the council's clock asks for, worked out afresh each time from the registers: nothing here
// remembers a timer, so a tick missed is a tick made up.
import type { Cycle } from '../registers/cycles.ts';
import { cycleCalendar } from '../rules/calendar.ts';
import { closedDates } from '../rules/working-days.ts';
import { buildReport } from './build-report.ts';
import { closeCycle } from './close-cycle.ts';
import { escalate } from './escalate.ts';
import { queueAgain } from './lost-outbox.ts';
import { openCycle } from './open-cycle.ts';
import type { Ports } from './ports.ts';
import { sendReminders } from './send-reminders.ts';
import { stopAsking } from './stop-asking.ts';
import { StoreFault } from './store-fault.ts';

/** Does all that is due now, and says what was done in plain sentences. */
export const tick = async (ports: Ports): Promise<string[]> => {
  const done: string[] = [];
  for (const cycle of ports.replica.registers().cycles.values()) {
    try {
      done.push(...(await tickCycle(ports, cycle)));
    } catch (error) {
      if (error instanceof StoreFault) throw error;
      // A cycle whose row cannot be read must not stop the others.
      ports.log.fault('cycle not ticked', error, { cycle: cycle.key });
    }
  }
  return done;
};

const tickCycle = async (ports: Ports, cycle: Cycle): Promise<string[]> => {
  const done: string[] = [];
  await queueAgain(ports, cycle);
  if (cycle.state === 'Planned' && hasCome(ports, cycle, 'opens')) {
    const opened = await openCycle(ports, { by: null, cycle: cycle.key });
    if (opened.outcome === 'opened')
      done.push(`${cycle.title} opened: ${opened.owed} returns due.`);
  }
  if (current(ports, cycle).state === 'Open') done.push(...(await climb(ports, cycle)));
  if (current(ports, cycle).state === 'Open' && hasCome(ports, cycle, 'closes')) {
    const closed = await closeCycle(ports, { by: null, cycle: cycle.key });
    if (closed.outcome === 'closed') done.push(`${cycle.title} closed.`);
  }
  const now = current(ports, cycle);
  // What a cycle never got is chased no more: its escalations close with it.
  if (now.state === 'Closed') await escalate(ports, now);
  if (now.state === 'Withdrawn') await stopAsking(ports, now.key);
  // Figures wait until the cards have gone: a roll-up of thousands of lines would hold up the sends.
  if (now.state !== 'Planned' && ports.outbox.depth().messages === 0) await buildReport(ports, now);
  return done;
};

const climb = async (ports: Ports, cycle: Cycle): Promise<string[]> => {
  await sendReminders(ports, current(ports, cycle));
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
