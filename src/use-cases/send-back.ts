// A manager sends an answer back with a reason: it is due again, with all that was said kept in its fields,
// and whoever answers for it is told once. The message is in the same entry, so that neither is without the
// other.
import type { JournalSource } from '../registers/journal.ts';
import type { Change, Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import { askedFor } from '../rules/asked.ts';
import { fingerprintOfLines } from '../rules/fingerprint.ts';
import { faultInWords } from '../rules/sign-off-fault.ts';
import { accept } from './accept.ts';
import { decidedEntry, type LookedAt, mayDecide } from './approve-returns.ts';
import { change } from './change.ts';
import { messageKey } from './message-key.ts';
import type { Message, Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';

export type SendingBack = LookedAt & {
  readonly by: string;
  readonly source: Extract<JournalSource, 'card' | 'tab'>;
  readonly because: string;
};

/** `told`: who gets the card; null where nobody is there to get it. */
export type SentBack = {
  readonly outcome: 'sent back' | 'already';
  readonly return: Return;
  readonly told: string | null;
};

export const sendBack = async (
  ports: Ports,
  { by, source, because: typed, ...looked }: SendingBack,
): Promise<SentBack | Refused> => {
  const fault = faultInWords('sent back', typed);
  if (fault !== null) return refused({ reason: 'sign-off', fault });
  const because = typed.trim();
  const before = already(ports, { by, because, ...looked });
  if (before !== null) return before;
  const may = mayDecide(ports, by, looked);
  if (may === 'already') return approvedBefore(by);
  if (may.outcome === 'refused') return may;
  const at = ports.clock.now().toInstant();
  const registers = ports.replica.registers();
  const told = toldOf(ports, may.asked);
  const entry = decidedEntry({
    by,
    at,
    source,
    asked: may.asked,
    revision: looked.revision,
    set: {
      state: 'Due',
      approval: 'sent back',
      approver: by,
      approvedAt: at,
      sentBackBecause: because,
    },
    registers,
    why: because,
  });
  const message = told === null ? null : messageFor(may.asked, { person: told, looked });
  const [acceptance] = await accept(ports, [
    {
      ...entry,
      changes: [...entry.changes, ...(message === null ? [] : [ledgerRow(registers, message, at)])],
      message,
    },
  ]);
  if (acceptance?.outcome === 'accepted')
    return { outcome: 'sent back', return: current(ports, may.asked), told };
  const now = mayDecide(ports, by, looked);
  if (now === 'already') return approvedBefore(by);
  return (
    already(ports, { by, because, ...looked }) ??
    (now.outcome === 'refused'
      ? now
      : refused({ reason: 'sign-off', fault: { kind: 'answered anew' } }))
  );
};

/** They approved this very answer themselves. */
const approvedBefore = (by: string): Refused =>
  refused({ reason: 'sign-off', fault: { kind: 'decided meanwhile', by, what: 'approved' } });

const current = (ports: Ports, asked: Return): Return =>
  ports.replica.registers().returns.get(asked.key) ?? asked;

/** This very person sent this very answer back before, for the same reason; else null. */
const already = (
  ports: Ports,
  { by, because, return: key, revision }: Omit<SendingBack, 'source'>,
): SentBack | null => {
  const asked = ports.replica.registers().returns.get(key);
  const isSame =
    asked?.approval === 'sent back' &&
    asked.revision === revision + 1 &&
    sameKey(asked.approver, by) &&
    asked.sentBackBecause === because;
  return asked && isSame ? { outcome: 'already', return: asked, told: toldOf(ports, asked) } : null;
};

/** Whoever is asked for it now; null where nobody is. */
export const toldOf = (ports: Pick<Ports, 'replica' | 'clock'>, asked: Return): string | null =>
  askedFor(ports.replica.registers(), asked, ports.clock.now().toPlainDate())[0]?.key ?? null;

const longestKey = 255;

/** Known by the return and the revision sent back: sent back again, it is another message. */
export const messageFor = (
  asked: Return,
  { person, looked }: { readonly person: string; readonly looked: LookedAt },
): Message => {
  const message = {
    person,
    cycle: asked.cycle ?? '',
    step: 'Sent back' as const,
    about: `${asked.key}|${looked.revision}`,
    on: null,
    replaces: null,
  };
  return messageKey(message).length <= longestKey
    ? message
    : { ...message, about: fingerprintOfLines([`${fold(asked.key)} ${looked.revision}`]) };
};

export const ledgerRow = (registers: Registers, message: Message, at: Temporal.Instant): Change => {
  const cycle = registers.cycles.get(message.cycle);
  return change('notifications', messageKey(message), {
    title: `Sent back ${cycle?.period ?? ''}`.trim(),
    plan: cycle?.plan ?? '',
    person: message.person,
    cycle: cycle?.key ?? message.cycle,
    step: 'Sent back',
    about: message.about,
    state: 'Queued',
    fellDueAt: at,
    attempts: 0,
  });
};
