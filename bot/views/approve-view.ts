// What the Approve card shows one person: what waits for their approval, what they are asked to sign, and
// what else wants their word.
import type { Return } from '../../src/registers/returns.ts';
import { aboutOf, measureOf } from '../../src/rules/about.ts';
import {
  asStands,
  isPlain,
  notPlain,
  standingGiven,
  waitingFor,
} from '../../src/rules/approval.ts';
import { notPlainWords } from '../../src/rules/approval-told.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { cycleName, cycleNameWithin } from '../../src/rules/cycle-name.ts';
import { fingerprintOfLines } from '../../src/rules/fingerprint.ts';
import { type Signed, stoodAt, stoodWords } from '../../src/rules/sign-off.ts';
import { toSign } from '../../src/rules/whose-word.ts';
import { type ApproveLine, type ApproveView, mostFirst, mostPlain } from '../cards/approve-card.ts';
import type { AlsoView } from '../cards/gathered-card.ts';
import type { SignView } from '../cards/sign-card.ts';
import { calendarOf, counted, dayWords, figureWithUnit, personName } from './cycle-words.ts';
import type { InCycle } from './in-cycle.ts';
import { alsoTargets } from './target-endorse-view.ts';

/** What the last press left to say, and what had been typed. */
export type Pressed = {
  readonly saved?: string | null;
  readonly refusal?: string | null;
  readonly signing?: { readonly remarks: string; readonly refusal: string } | null;
};

/** Null where nothing waits for this person. */
export const approveView = (at: InCycle, pressed: Pressed = {}): ApproveView | null => {
  const { registers, cycle, today } = at;
  const { first, plain, waiting } = shownTo(at);
  const sign = signView(at, pressed.signing ?? null);
  const targets = alsoTargets(at);
  if (waiting.length === 0 && sign === null && targets === null) return null;
  const closes = dayWords(calendarOf(registers, cycle).closesOn, today);
  return {
    cycle: cycle.key,
    title: titleOf(at, { waiting: waiting.length, sign }),
    saved: pressed.saved ?? null,
    refusal: pressed.refusal ?? null,
    first: first.map((each) => lineOf(at, each)),
    plain: plain.map((each) => lineOf(at, each)),
    more: waiting.length - first.length - plain.length,
    shown: fingerprintOfLines(asStands(plain)),
    until: `What is not approved by ${closes}, when the collection closes, is marked as not approved in time.`,
    sign,
    also: targets === null ? [] : [targets],
  };
};

/** As part of another card: what waits for approval, and a button that opens it. None where nothing does. */
export const alsoWaiting = (at: InCycle): readonly AlsoView[] => {
  const { first, plain, waiting } = shownTo(at);
  if (waiting.length === 0) return [];
  return [
    {
      title: `${counted(waiting.length, 'return')} ${waiting.length === 1 ? 'waits' : 'wait'} for your approval`,
      lines: [...first, ...plain].map((asked) => {
        const { name, figure, by } = lineOf(at, asked);
        return `${name}: ${figure ?? 'no figure yet'}${by === null ? '' : `, by ${by}`}`;
      }),
      button: {
        title: waiting.length === 1 ? 'Look at it' : 'Look at what waits',
        verb: 'review',
        data: { v: 1, cycle: at.cycle.key },
      },
    },
  ];
};

export type ShownTo = {
  readonly waiting: readonly Return[];
  readonly first: readonly Return[];
  readonly plain: readonly Return[];
};

/** What one card holds of what waits: what is not plain first, most serious first. */
export const shownTo = ({ registers, person, cycle, today }: InCycle): ShownTo => {
  const waiting = waitingFor(registers, person, { cycle: cycle.key, today });
  const first = waiting
    .map((each) => ({ each, why: notPlain(registers, each) }))
    .filter(({ why }) => why.length > 0)
    .toSorted((one, other) => seriousness(one.why) - seriousness(other.why));
  return {
    waiting,
    first: first.slice(0, mostFirst).map(({ each }) => each),
    plain: waiting.filter((each) => isPlain(registers, each)).slice(0, mostPlain),
  };
};

const seriousness = (why: ReturnType<typeof notPlain>): number =>
  ['doubted', 'off target', 'no figure', 'provisional'].findIndex((each) =>
    why.some((one) => one === each),
  );

type Counted = { readonly waiting: number; readonly sign: SignView | null };

const titleOf = ({ cycle }: InCycle, { waiting, sign }: Counted): string => {
  if (waiting > 0)
    return `${cycleName(cycle)}: ${counted(waiting, 'return')} ${waiting === 1 ? 'waits' : 'wait'} for your approval`;
  return `${cycleName(cycle)}: ${sign === null ? 'targets wait for you' : 'your signature is wanted'}`;
};

const lineOf = ({ registers }: InCycle, asked: Return): ApproveLine => {
  const about = aboutOf(registers, asked);
  const measure = measureOf(registers, asked);
  return {
    return: asked.key,
    name: about === null ? asked.title : askedName(asked, about),
    figure:
      asked.value === null || measure === undefined ? null : figureWithUnit(measure, asked.value),
    standing: standingGiven(registers, asked),
    by: personName(registers, asked.returnedBy),
    why: notPlainWords(registers, asked),
  };
};

/** The first of what they are asked to sign: one at a time, as each has its own remarks. */
const signView = (at: InCycle, typed: Pressed['signing'] | null): SignView | null => {
  const [signed] = toSign(at.registers, at.person, at);
  return signed === undefined ? null : signViewOf(at, signed, typed ?? null);
};

export const signViewOf = (
  { registers, cycle }: InCycle,
  signed: Signed,
  typed: { readonly remarks: string; readonly refusal: string } | null,
): SignView => {
  const stood = stoodAt(registers, signed);
  const { waiting } = stood;
  return {
    cycle: cycle.key,
    directorate: signed.directorate,
    title: `${signedName(signed)}: ${cycleNameWithin(cycle)} waits for your signature`,
    stood: stoodWords(stood),
    waits:
      waiting === 0
        ? null
        : `${counted(waiting, 'return')} still ${waiting === 1 ? 'waits' : 'wait'} for approval. Say why it is signed all the same.`,
    remarks: typed?.remarks ?? '',
    refusal: typed?.refusal ?? null,
  };
};

export const signedName = ({ directorate }: Signed): string => directorate ?? 'Finance';
