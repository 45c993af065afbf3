// One request nobody would send: a likely one with parts of it changed, by a seed. The same seed makes the
// same request.
import { chanceFrom } from '../sharepoint/writes/chaos-plan.ts';
import { likelyBody, likelyKeys, likelyPresses, likelyQuery } from './likely-requests.ts';
import type { RealRoute } from './real-routes.ts';

type Chance = () => number;
export type Fuzzed =
  | { readonly kind: 'activity'; readonly body: unknown }
  | {
      readonly kind: 'api';
      readonly route: RealRoute;
      readonly path: string;
      readonly body?: unknown;
    }
  | { readonly kind: 'upload'; readonly path: string; readonly bytes: Uint8Array };

const strange: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '=cmd|calc',
  '{{DATE(2020-10-01)}}',
  '2020-02-30',
  '0000-00-00',
  '1,234.5,6',
  '٣٤',
  'NaN',
  '1e999',
  'a'.repeat(5_000),
  [],
  {},
  [[]],
  { toString: 1, hasOwnProperty: 2 },
  { $ne: null },
];

const pick = <T>(chance: Chance, from: readonly T[]): T =>
  from[Math.floor(chance() * from.length)] as T;

/** Not String(): one of them is an object that cannot be made into words. */
const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** Some of its parts are swapped for strange ones, dropped, doubled or wrapped; about one in four is left as it is. */
const mutated = (chance: Chance, value: unknown, depth = 0): unknown => {
  const fate = chance();
  if (fate < 0.06 && depth > 0) return pick(chance, strange);
  if (fate < 0.08) return [value];
  if (fate < 0.1) return { value };
  if (typeof value === 'string' && fate < 0.2) return shuffled(chance, value);
  if (Array.isArray(value)) {
    const each = value.map((inner) => mutated(chance, inner, depth + 1));
    return fate < 0.2 ? [...each, ...each] : each;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(() => chance() > 0.04)
    .map(([name, inner]) => [name, mutated(chance, inner, depth + 1)] as const);
  const more =
    chance() < 0.1 ? [[wordsOf(pick(chance, strange)), pick(chance, strange)] as const] : [];
  return Object.fromEntries([...entries, ...more]);
};

const shuffled = (chance: Chance, text: string): string => {
  const at = Math.floor(chance() * (text.length + 1));
  const piece = pick(chance, ['|', '%', '\n', '💥', '\u0301', '<', text, String(chance())]);
  return `${text.slice(0, at)}${piece}${text.slice(at + Math.floor(chance() * 3))}`;
};

type From = {
  readonly routes: readonly RealRoute[];
  readonly activity: (verb: string, data: unknown) => object;
  readonly sheet: Uint8Array;
};

export const fuzzed = (seed: number, from: From): Fuzzed => {
  const { below } = chanceFrom(seed);
  const chance = () => below(1_000_000) / 1_000_000;
  const kind = chance();
  if (kind < 0.45) return activityOf(chance, from);
  if (kind < 0.96) return apiOf(chance, from);
  return uploadOf(chance, from);
};

const activityOf = (chance: Chance, { activity }: From): Fuzzed => {
  const verb = pick(chance, Object.keys(likelyPresses));
  const data = chance() < 0.2 ? likelyPresses[verb] : mutated(chance, likelyPresses[verb]);
  const whole = activity(chance() < 0.03 ? wordsOf(pick(chance, strange)) : verb, data);
  const kinds = [
    'message',
    'messageReaction',
    'installationUpdate',
    'conversationUpdate',
    'event',
    'invoke',
  ];
  const typed =
    chance() < 0.25
      ? {
          ...whole,
          type: pick(chance, kinds),
          name: pick(chance, ['task/fetch', 'signin/verifyState', 'x']),
          text: pick(chance, strange),
        }
      : whole;
  return { kind: 'activity', body: chance() < 0.3 ? mutated(chance, typed) : typed };
};

/** What ends a quarter for all is tried on quarters that are not there: the others are to go on being open. */
const endsIt = /close|withdraw|suspend/;

const apiOf = (chance: Chance, { routes }: From): Fuzzed => {
  const route = pick(
    chance,
    routes.filter(({ path }) => !path.startsWith('/api/import')),
  );
  const key = () => {
    const likely = pick(chance, likelyKeys);
    const given = chance() < 0.5 && !endsIt.test(route.path) ? likely : shuffled(chance, likely);
    return chance() < 0.1 ? pick(chance, ['%', '%ff', '%00', '..']) : wellEncoded(given);
  };
  const asked = Object.entries(likelyQuery)
    .filter(() => chance() < 0.3)
    .map(([name, value]) => `${name}=${chance() < 0.6 ? wellEncoded(String(value)) : key()}`);
  const path = `${route.path.replace(/:\w+/g, key)}?${asked.join('&')}`;
  if (route.method !== 'POST') return { kind: 'api', route, path };
  return { kind: 'api', route, path, body: mutated(chance, likelyBody(route)) };
};

const wellEncoded = (text: string): string => encodeURIComponent(text.toWellFormed());

const uploadOf = (chance: Chance, { sheet }: From): Fuzzed => {
  const file = pick(chance, ['a.xlsx', 'a.csv', 'a.xls', '../../a.csv', 'a', 'CON.csv']);
  const path = `/api/import/${pick(chance, ['preview', 'take'])}?file=${encodeURIComponent(file)}&plan=operating-plan-2020-21&fingerprint=x`;
  return { kind: 'upload', path, bytes: bytesOf(chance, sheet) };
};

const bytesOf = (chance: Chance, sheet: Uint8Array): Uint8Array => {
  const fate = chance();
  if (fate < 0.2) return Uint8Array.from({ length: 2_000 }, () => Math.floor(chance() * 256));
  if (fate < 0.4) return sheet.slice(0, Math.floor(chance() * sheet.length));
  if (fate < 0.6)
    return new TextEncoder().encode(
      `Key,Title\n${wordsOf(pick(chance, strange)).repeat(20)},"${'x,\n'.repeat(50)}`,
    );
  const flipped = Uint8Array.from(sheet);
  for (let count = 0; count < 8; count += 1)
    flipped[Math.floor(chance() * flipped.length)] = Math.floor(chance() * 256);
  return flipped;
};
