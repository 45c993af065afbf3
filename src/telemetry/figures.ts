// What is measured once a minute: how far each open cycle has got, the units that Graph leaves, what waits in
// the Outbox, how old the replica is. Each instance tells what it knows: take the largest, never the sum.
import type { Meter, ObservableResult } from '@opentelemetry/api';
import { completionOf } from '../rules/completion.ts';
import type { Figures } from './telemetry.ts';

/** Registers what is to be looked at; nothing is looked at until it is asked for. */
export const measure = (meter: Meter, { ports, units, health }: Figures): void => {
  const gauge = (
    name: string,
    of: { readonly unit: string; readonly description: string },
    look: (told: ObservableResult) => void,
  ) => meter.createObservableGauge(`golden_thread.${name}`, of).addCallback(look);
  const returns = { unit: '{return}', description: 'Returns of an open cycle, by how they stand' };
  gauge('returns', returns, (told) => tellReturns(ports, told));
  const left = { unit: '{unit}', description: 'Resource units that Graph leaves the app' };
  gauge('graph.units.left', left, (told) => {
    const { minute, day, ofMinute, ofDay } = units();
    told.observe(ofMinute - minute, { window: 'minute' });
    told.observe(ofDay - day, { window: 'day' });
  });
  const waits = { unit: '{entry}', description: 'Accepted, and not yet in the lists or in Teams' };
  gauge('outbox.depth', waits, (told) => {
    const { changes, messages } = ports.outbox.depth();
    told.observe(changes, { of: 'changes' });
    told.observe(messages, { of: 'messages' });
  });
  const heard = { unit: 's', description: 'Since the list heard from longest ago was heard from' };
  gauge('replica.age', heard, (told) => {
    const at = ports.replica.heardAt();
    if (at !== null) told.observe(Temporal.Now.instant().since(at).total('seconds'));
  });
  const ready = { unit: '1', description: '1 where the app can take answers and send; else 0' };
  gauge('ready', ready, (told) => told.observe(health().ready ? 1 : 0));
  const held = { unit: '1', description: '1 where this instance ticks, sends and writes; else 0' };
  gauge('lease.held', held, (told) => told.observe(health().holdsLease ? 1 : 0));
};

const states = ['asked', 'answered', 'owed', 'late', 'unreachable'] as const;

const tellReturns = (
  { replica, clock }: Pick<Figures['ports'], 'replica' | 'clock'>,
  told: ObservableResult,
): void => {
  const registers = replica.registers();
  const today = clock.now().toPlainDate();
  for (const cycle of registers.cycles.values()) {
    if (cycle.state !== 'Open') continue;
    const completion = completionOf(registers, cycle, today);
    for (const state of states) told.observe(completion[state], { cycle: cycle.key, state });
  }
};
