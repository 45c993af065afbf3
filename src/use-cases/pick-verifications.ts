// Picks the returns of a closed cycle that are to be checked against their evidence, once for each close.
import type { Cycle } from '../registers/cycles.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { pickedFor, verificationKey } from '../rules/verification.ts';
import { change } from './change.ts';

/** What is not in the register yet: picked again, the same ones are found there. */
export const verificationsPicked = (
  registers: Registers,
  cycle: Cycle,
  pickedOn: Temporal.PlainDate,
): readonly Change[] =>
  pickedFor(registers, cycle).flatMap(({ return: asked, because }) => {
    const key = verificationKey(cycle.key, asked.key);
    if (registers.verifications.get(key) !== undefined) return [];
    return [
      change('verifications', key, {
        title: asked.title,
        plan: asked.plan,
        cycle: cycle.key,
        return: asked.key,
        why: because === 'by lot' ? 'Picked by lot' : `The figure was ${because}`,
        pickedOn,
        access: asked.access,
        exemptUnder: asked.exemptUnder,
      }),
    ];
  });
