// The words in which a test asks for trouble: slowness, refusals, lost answers, small allowances.
// When each one strikes is decided in faults.ts and by the doors that ask it.
import { z } from 'zod';

const areas = ['graph', 'rest', 'teams', 'signIn', 'notify'] as const;
export type Area = (typeof areas)[number];

const regex = z.string().refine((text) => {
  try {
    return Boolean(new RegExp(text));
  } catch {
    return false;
  }
}, 'is not a regular expression');

const scriptedFault = z.strictObject({
  on: z.enum(areas),
  method: z.string().optional(),
  path: regex.optional(),
  times: z.int().positive(),
  status: z.int().min(400).max(599).optional(),
  retryAfter: z.number().nonnegative().optional(),
  delayMs: z.number().nonnegative().optional(),
  dropAfterCommit: z.boolean().optional(),
  dropBefore: z.boolean().optional(),
  /** Of a change notification: it is sent twice. */
  duplicate: z.boolean().optional(),
});
export type ScriptedFault = z.infer<typeof scriptedFault>;

const share = z.number().min(0).max(1).default(0);

const randomFaults = z.strictObject({
  seed: z.union([z.number(), z.string()]),
  teams429: share,
  teams502: share,
  teams403: share,
  retryAfterSeconds: z.number().nonnegative().default(1),
});

export const faultSettings = z.strictObject({
  latencyMs: z
    .strictObject({ graph: z.number().nonnegative(), teams: z.number().nonnegative() })
    .partial()
    .default({}),
  script: z.array(scriptedFault).default([]),
  random: randomFaults.optional(),
  /** Resource units a minute for each app that signs in. */
  unitsPerMinute: z.int().positive().default(2500),
  /** Resource units a day for each app that signs in. */
  unitsPerDay: z.int().positive().default(2_400_000),
  /** How a second row with a value that must be unique is refused: sources disagree. */
  duplicateStatus: z.union([z.literal(400), z.literal(409), z.literal(500)]).default(400),
  /** How a change made on an old reading is refused: both are met. */
  staleStatus: z.union([z.literal(412), z.literal(409)]).default(412),
  /** How a filter that would scan over 5,000 rows is refused: sources disagree. */
  thresholdShape: z.enum(['tooManyResources', 'throttled']).default('tooManyResources'),
  /** How a person who cannot be reached is refused. */
  forbiddenShape: z.enum(['newer', 'older']).default('newer'),
  /** True: what an app writes as a person names the person alone. Sources do not say that it does not. */
  unnamedApps: z.boolean().default(false),
  /** True makes every delta token handed out so far answer 410. */
  expireDeltaTokens: z.boolean().default(false),
  /** False: SharePoint's own interface refuses a token that the app got by its secret, as Microsoft's does. */
  restTakesSecrets: z.boolean().default(true),
  /** True tells rows twice in one reading of changes, an older state first. */
  deltaRepeats: z.boolean().default(false),
  /** Whether delta says who changed a row: sources disagree. */
  deltaSaysWho: z.boolean().default(false),
  /** How far Microsoft's clock is from this machine's: moves the Date header and every stored time. */
  serverClockSkewMs: z.int().default(0),
  /** How long Teams waits for the bot before it tries once more. */
  botWaitMs: z.number().positive().default(10_000),
});
export type FaultSettings = z.infer<typeof faultSettings>;
export type FaultRequest = z.input<typeof faultSettings>;
