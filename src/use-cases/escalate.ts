// Keeps the Escalations register true: raised when a step's moment has come, closed when answered.
import type { Cycle } from '../registers/cycles.ts';
import { escalationsToClose, escalationsToRaise } from '../rules/escalations.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Ports } from './ports.ts';

/** Answers how many returns were raised, whoever was told, and how many escalations closed. */
export const escalate = async (
  ports: Ports,
  cycle: Cycle,
): Promise<{ readonly raised: number; readonly closed: number }> => {
  const registers = ports.replica.registers();
  const now = ports.clock.now();
  const at = now.toInstant();
  const raise = escalationsToRaise(registers, cycle, now);
  const close = escalationsToClose(registers, cycle);
  await accept(ports, [
    ...raise.map(({ key, ...row }) => ({
      key: `escalation|${key}`,
      by: null,
      at,
      changes: [change('escalations', key, { ...row, state: 'Open' as const, raisedAt: at })],
      message: null,
    })),
    ...close.map(({ key, because }) => ({
      key: `escalation|${key}|closed`,
      by: null,
      at,
      changes: [
        change('escalations', key, {
          state: 'Closed' as const,
          closedAt: at,
          closedBecause: because,
        }),
      ],
      message: null,
    })),
  ]);
  const raised = new Set(raise.map((each) => each.return)).size;
  return { raised, closed: close.length };
};
