// What a close does to sign-off: what still waits for approval is not in time, what nobody signed is said
// so, and a sample is picked to be checked. The cycle closes whatever is missing.
import type { Cycle } from '../registers/cycles.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { isAwaiting, isSentBack } from '../rules/approval.ts';
import { zone } from '../rules/calendar.ts';
import { askedToSign, signatureOf, signOffKey, stoodAt, stoodWords } from '../rules/sign-off.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { isOurClose } from './change-cycle.ts';
import { verificationsPicked } from './pick-verifications.ts';
import type { Ports } from './ports.ts';

/** Once for each close, by the tick, in one entry: a close cut short is finished, and done again is done. */
export const endSignOff = async (ports: Ports, { key }: Pick<Cycle, 'key'>): Promise<void> => {
  const cycle = ports.replica.registers().cycles.get(key);
  if (cycle?.state !== 'Closed' || cycle.closedAt === null) return;
  const at = ports.clock.now().toInstant();
  const claim = `end-sign-off|${key}|${cycle.revision ?? 0}`;
  if ((await ports.outbox.find(claim)) !== null) return endLate(ports, cycle);
  if (!(await isOurClose(ports, cycle))) return;
  // An approval accepted before the close is in the registers once the writes ahead of this are.
  ports.replica.lay(await ports.outbox.settle([]));
  const registers = ports.replica.registers();
  const day = cycle.closedAt.toZonedDateTimeISO(zone).toPlainDate();
  const changes = [
    ...notInTime(registers, cycle),
    ...unsigned(registers, cycle),
    ...verificationsPicked(registers, cycle, day),
  ];
  await accept(ports, [{ key: claim, by: null, at, changes, message: null }]);
};

/** What was answered in the very moment of the close, and kept after it: each by itself. */
const endLate = async (ports: Ports, cycle: Cycle): Promise<void> => {
  const registers = ports.replica.registers();
  const late = notInTime(registers, cycle);
  if (late.length === 0 || !(await isOurClose(ports, cycle))) return;
  const said = { by: null, at: ports.clock.now().toInstant(), message: null };
  const entries = late.map((each) => {
    const revision = registers.returns.get(each.key)?.revision ?? 0;
    return { key: `not in time|${each.key}|${revision}`, ...said, changes: [each] };
  });
  await accept(ports, entries);
};

/**
 * What waits, and of a final figure the row that holds it: where it was sent back and not given again,
 * the figure that was not let stand is there still.
 */
const notInTime = (registers: Registers, { key }: Cycle): readonly Change[] => {
  const undecided = registers.returns
    .where('cycle', key)
    .filter((asked) => isAwaiting(asked) || isSentBack(asked));
  const held = undecided.flatMap((asked) => {
    if (asked.kind !== 'final') return [];
    const row = registers.returns.get(`${asked.measure}|${asked.period}`);
    return row !== undefined && row.approval === asked.approval ? [row] : [];
  });
  return [...undecided.filter(isAwaiting), ...held].map((row) =>
    change('returns', row.key, { approval: 'not in time' }),
  );
};

const unsigned = (registers: Registers, cycle: Cycle): readonly Change[] =>
  askedToSign(registers, cycle)
    .filter((signed) => signatureOf(registers, signed) === null)
    .map((signed) =>
      change('signOffs', signOffKey(signed), {
        title: `${signed.directorate ?? 'Finance'}, ${cycle.period}`,
        plan: cycle.plan,
        cycle: cycle.key,
        of: signed.directorate === null ? 'finance' : 'directorate',
        directorate: signed.directorate,
        state: 'Not in time',
        stood: stoodWords(stoodAt(registers, signed)),
      }),
    );
