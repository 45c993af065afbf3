// A manager says that answers may stand: one, or those that were shown together. Each is claimed by its
// return and the revision that was looked at, as an answer is: of an approval, a sending back and another
// answer from the same revision, one is taken.
import type { JournalSource } from '../registers/journal.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import { isAwaiting } from '../rules/approval.ts';
import { may } from '../rules/rights.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Entry, Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';
import { leftAlready, mayTakeIn } from './take-answer.ts';

/** A return, and the revision of it that was looked at. */
export type LookedAt = { readonly return: string; readonly revision: number };

export type Approving = {
  readonly by: string;
  readonly source: Extract<JournalSource, 'card' | 'tab'>;
  readonly returns: readonly LookedAt[];
};

/** What became of each: those refused were left as they are. */
export type Approved = {
  readonly outcome: 'approved';
  readonly approved: readonly string[];
  /** Approved by this very person before, from this very revision. */
  readonly already: readonly string[];
  readonly refused: readonly { readonly return: string; readonly why: Refused }[];
};

/** Each alone: one that may not be approved keeps none of the others from it. */
export const approveReturns = async (
  ports: Ports,
  { by, source, returns }: Approving,
): Promise<Approved> => {
  const once = new Map(returns.map((each) => [fold(each.return), each]));
  const looked = [...once.values()].map((each) => ({ each, may: mayDecide(ports, by, each) }));
  const at = ports.clock.now().toInstant();
  const registers = ports.replica.registers();
  const entries = looked.flatMap(({ each, may }) =>
    may === 'already' || may.outcome === 'refused'
      ? []
      : [
          decidedEntry({
            by,
            at,
            source,
            asked: may.asked,
            revision: each.revision,
            set: approvedColumns(by, at),
            registers,
            why: null,
          }),
        ],
  );
  const acceptances = await accept(ports, entries);
  const taken = new Set(
    entries.flatMap(({ key }, index) =>
      acceptances[index]?.outcome === 'accepted' ? [fold(key)] : [],
    ),
  );
  return sorted(ports, by, { looked, taken });
};

const approvedColumns = (by: string, at: Temporal.Instant) => ({
  approval: 'approved' as const,
  approver: by,
  approvedAt: at,
  sentBackBecause: null,
});

type Looked = { readonly each: LookedAt; readonly may: May | Refused | 'already' };

const sorted = (
  ports: Ports,
  by: string,
  { looked, taken }: { readonly looked: readonly Looked[]; readonly taken: ReadonlySet<string> },
): Approved => {
  const approved: string[] = [];
  const already: string[] = [];
  const left: { return: string; why: Refused }[] = [];
  for (const { each, may } of looked) {
    if (may === 'already') already.push(each.return);
    else if (may.outcome === 'refused') left.push({ return: each.return, why: may });
    else if (taken.has(fold(claimOf(may.asked, each.revision)))) approved.push(may.asked.key);
    else {
      // Somebody else was quicker by no more than a moment.
      const now = mayDecide(ports, by, each);
      if (now === 'already') already.push(each.return);
      else
        left.push({
          return: each.return,
          why: now.outcome === 'refused' ? now : meanwhile(may.asked),
        });
    }
  }
  return { outcome: 'approved', approved, already, refused: left };
};

type May = { readonly outcome: 'may'; readonly asked: Return };

/**
 * Whether this person may say now whether a return may stand. 'already': it is approved, by them, from the
 * revision they looked at.
 */
export const mayDecide = (
  ports: Ports,
  by: string,
  { return: key, revision }: LookedAt,
): May | Refused | 'already' => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const asked = registers.returns.get(key);
  const person = registers.people.get(by);
  if (asked === undefined) return refused({ reason: 'unknown return' });
  if (person === undefined) return refused({ reason: 'not yours' });
  const left = leftAlready(person, today);
  if (left !== null) return left;
  if (!may({ registers, person, today }, 'approve a return or send it back', asked))
    return fault(sameKey(asked.returnedBy, by) ? 'own answer' : 'not an approver');
  const isTheirs = sameKey(asked.approver, by) && asked.revision === revision + 1;
  if (isTheirs && asked.approval === 'approved') return 'already';
  const barred = mayTakeIn(registers, asked);
  if (barred !== null) return barred;
  return isAwaiting(asked) && (asked.revision ?? 0) === revision
    ? { outcome: 'may', asked }
    : meanwhile(asked);
};

const fault = (kind: 'own answer' | 'not an approver' | 'answered anew'): Refused =>
  refused({ reason: 'sign-off', fault: { kind } });

const meanwhile = ({ approval, approver }: Return): Refused =>
  approval === null || approval === 'awaiting'
    ? fault('answered anew')
    : refused({
        reason: 'sign-off',
        fault: { kind: 'decided meanwhile', by: approver, what: approval },
      });

const claimOf = ({ key }: Pick<Return, 'key'>, revision: number): string =>
  `return|${key}|${revision}`;

type Deciding = Pick<Entry, 'at'> & {
  readonly by: string;
  readonly source: Approving['source'];
  readonly asked: Return;
  readonly revision: number;
  readonly set: Partial<Omit<Return, 'key'>>;
  readonly registers: Registers;
  readonly why: string | null;
};

/** The row that holds a final figure is told besides the row that asked for it. */
export const decidedEntry = (deciding: Deciding): Entry => {
  const { by, at, source, asked, revision, set, registers, why } = deciding;
  const held =
    asked.kind === 'final' ? registers.returns.get(`${asked.measure}|${asked.period}`) : undefined;
  const { approval, approver, approvedAt, sentBackBecause } = { ...asked, ...set };
  return {
    key: claimOf(asked, revision),
    by,
    at,
    changes: [
      change('returns', asked.key, { ...set, revision: revision + 1 }),
      ...(held
        ? [change('returns', held.key, { approval, approver, approvedAt, sentBackBecause })]
        : []),
    ],
    message: null,
    journal: { source, why },
  };
};
