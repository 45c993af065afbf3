// Keeps what the rules raise true in Escalations, in every plan that has a cycle to write it in: each case
// once for a person and its evidence, closed when it holds no more.
import type { Cycle } from '../registers/cycles.ts';
import type { Escalation } from '../registers/escalations.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { zone } from '../rules/calendar.ts';
import { readEvidence } from '../rules/escalation-evidence-words.ts';
import { escalationsByRule, type RaisedByRule } from '../rules/escalations-by-rule.ts';
import { cycleToWriteIn } from '../rules/escalations-cycle.ts';
import { countOf } from '../rules/escalations-history.ts';
import { accept } from './accept.ts';
import { asExempt } from './as-exempt.ts';
import { change } from './change.ts';
import { eventChange } from './escalation-act.ts';
import type { Entry, Ports } from './ports.ts';
import { StoreFault } from './store-fault.ts';

type Done = { readonly raised: number; readonly closed: number };

/** How many lines were raised, whoever was told, and how many escalations closed. Nothing while suspended. */
export const escalateByRules = async (ports: Ports): Promise<Done> => {
  const registers = ports.replica.registers();
  if (registers.escalationRules.size === 0 && registers.escalations.size === 0)
    return { raised: 0, closed: 0 };
  const plans = new Set([...registers.cycles.values()].map(({ plan }) => plan));
  let [raised, closed] = [0, 0];
  for (const plan of plans) {
    const cycle = cycleToWriteIn(registers, plan);
    if (cycle === null || cycle.state === 'Suspended') continue;
    const done = await inPlan(ports, cycle);
    raised += done.raised;
    closed += done.closed;
  }
  return { raised, closed };
};

/** A plan whose rows cannot be read does not stop the others. */
const inPlan = async (ports: Ports, cycle: Cycle): Promise<Done> => {
  try {
    const now = ports.clock.now();
    const today = now.withTimeZone(zone).toPlainDate();
    const { raise, close } = escalationsByRule(ports.replica.registers(), cycle.plan, today);
    const at = now.toInstant();
    // What holds no more closes first, so that one raised anew is the only one there.
    await accept(ports, [
      ...close.flatMap((each) => closingEntry(ports, each, at)),
      ...raise.map((each) => raisingEntry(cycle, each, at)),
    ]);
    return {
      raised: new Set(raise.map(({ rule, line }) => `${rule} ${line}`)).size,
      closed: close.length,
    };
  } catch (error) {
    if (error instanceof StoreFault) throw error;
    ports.log.fault('escalations not worked out', error, { plan: cycle.plan });
    return { raised: 0, closed: 0 };
  }
};

const raisingEntry = (
  cycle: Cycle,
  { key, about, ...row }: RaisedByRule,
  at: Temporal.Instant,
): Entry => {
  const exempt = asExempt(about);
  const { title, plan, evidence } = row;
  const said = { key, title, plan, access: null, exemptUnder: null, ...exempt };
  return {
    key: `escalation|${key}`,
    by: null,
    at,
    changes: [
      change('escalations', key, {
        ...row,
        ...exempt,
        cycle: cycle.key,
        state: 'Open',
        raisedAt: at,
      }),
      eventChange(said, {
        event: 'raised',
        number: 1,
        by: null,
        to: row.person,
        at,
        words: readEvidence(evidence).howBad,
      }),
    ],
    message: null,
  };
};

/** What is closed stays closed: one entry for each, whoever closes it. */
export const closingEntry = (
  ports: Ports,
  { key, because }: { readonly key: string; readonly because: string },
  at: Temporal.Instant,
): readonly Entry[] => {
  const escalation = ports.replica.registers().escalations.get(key);
  if (escalation === undefined) return [];
  return [
    {
      key: closingClaim(escalation),
      by: null,
      at,
      changes: closed(ports.replica.registers(), escalation, { because, at }),
      message: null,
    },
  ];
};

/** Once; and once more where something said in that very moment was kept after it, and opened it again. */
export const closingClaim = ({ key, closedAt }: Escalation): string =>
  `escalation|${key}|closed${closedAt === null ? '' : `|${closedAt.toString()}`}`;

/** How an escalation that ends is told of, in the list and in its history. */
const closed = (
  registers: Registers,
  escalation: Escalation,
  { because, at }: { readonly because: string; readonly at: Temporal.Instant },
): readonly Change[] => {
  // One that was opened again has an end in its history, which nothing can be written over.
  const number = countOf(registers, escalation.key, 'closed') + 1;
  return [
    change('escalations', escalation.key, {
      state: 'Closed',
      closedAt: at,
      closedBecause: because.slice(0, 255),
    }),
    eventChange(escalation, { event: 'closed', number, by: null, at, words: because }),
  ];
};
