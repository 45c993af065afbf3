// Values that a column's kind allows and the rules could not work with: a likelihood of nine, a time
// that is none, a period nobody can read.
import { personRoles } from '../../registers/people.ts';
import type { Plain } from '../../registers/register.ts';
import { sameKey } from '../../registers/same-key.ts';
import { parsePeriod } from '../period.ts';
import { quoted } from './cell-text.ts';
import { columnsOf, type Draft, placeOf, type Reading } from './draft.ts';

/** The drafts whose values can be worked with; the others are doubts that stop. */
export const thatAreSound = (reading: Reading, drafts: readonly Draft[]): readonly Draft[] =>
  drafts.filter((draft) => {
    const checks = checksOf[draft.register] ?? {};
    const faults = Object.entries(checks).flatMap(([name, check]) => {
      const value = draft.set[name];
      const fault = value === undefined || value === null ? null : check(value);
      return fault === null ? [] : [{ name, fault }];
    });
    for (const { name, fault } of faults) {
      const words = columnsOf(draft.register)[name]?.words ?? name;
      reading.doubts.stop(placeOf(draft, name), `${words} ${fault}`, draft.register);
    }
    return faults.length === 0;
  });

/** What is wrong with a value, after the column's words; null where nothing is. */
type Check = (value: Plain) => string | null;

const within =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most
      ? null
      : `is ${least} to ${most}, not ${String(value)}.`;

const whole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value)
      ? within(least, most)(value)
      : `is a whole number, ${least} to ${most}, not ${String(value)}.`;

const isPeriod: Check = (value) =>
  typeof value === 'string' && parsePeriod(value) !== null
    ? null
    : `${quoted(String(value))} is no period: write it as 2020-21 Q1.`;

const isTime: Check = (value) =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(String(value))
    ? null
    : `${quoted(String(value))} is no time: write it as 09:30.`;

const areRoles: Check = (value) => {
  const other = (Array.isArray(value) ? value : []).find(
    (role: string) => !personRoles.some((known) => sameKey(known, role)),
  );
  return other === undefined
    ? null
    : `${quoted(String(other))} is none; there are: ${personRoles.join(', ')}.`;
};

const score = whole(1, 5);
const days = whole(0, 366);
const done = { percent: within(0, 100) };

const checksOf: Partial<Record<Draft['register'], Readonly<Record<string, Check>>>> = {
  measures: {
    decimals: whole(0, 6),
    publicationLag: whole(0, 3_660),
    rollingMonths: whole(1, 600),
  },
  returns: { period: isPeriod },
  targets: { tolerance: within(0, Number.MAX_SAFE_INTEGER) },
  assurance: { period: isPeriod },
  cycles: {
    period: isPeriod,
    sendAt: isTime,
    dueWorkingDay: days,
    remindBefore: days,
    managerAfter: days,
    smtAfter: days,
    closeAfter: days,
  },
  risks: {
    grossLikelihood: score,
    grossImpact: score,
    residualLikelihood: score,
    residualImpact: score,
    targetLikelihood: score,
    targetImpact: score,
    appetite: whole(1, 25),
  },
  benchmarks: { quartile: whole(1, 4) },
  actions: done,
  projects: done,
  people: { roles: areRoles },
};
