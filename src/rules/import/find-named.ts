// Finds what a cell names in the registers: a measure, a priority, a team, a person. Exactly, but for
// case and punctuation; a near match is only ever offered.
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { nearestAmong, plainCode, plainName } from './plain-name.ts';

export type MeasureNamed = { readonly key: string; readonly code: string; readonly name: string };

export type MeasureFound =
  | { readonly found: Measure }
  | { readonly none: true }
  | { readonly unsure: string };

/** Looks in the plan's measures by Key, then code, then name. */
export const measureFinder = (registers: Registers, plan: string) => {
  const measures = registers.measures.where('plan', plan);
  const byCode = Map.groupBy(measures, ({ code }) => plainCode(code));
  const byName = Map.groupBy(measures, ({ title }) => plainName(title));
  const nearest = nearestAmong(measures.map((each) => [plainName(each.title), each] as const));
  return ({ key, code, name }: MeasureNamed): MeasureFound => {
    if (key !== '') {
      const found = registers.measures.get(key);
      return found ? { found } : { none: true };
    }
    const coded = code === '' ? [] : (byCode.get(plainCode(code)) ?? []);
    if (coded.length > 1)
      return {
        unsure: `${coded.map((each) => each.code).join(' and ')} are both the plan's: give its Key.`,
      };
    if (coded[0]) return { found: coded[0] };
    const named = name === '' ? [] : (byName.get(plainName(name)) ?? []);
    const words = (each: Measure) => `${each.code}, ${each.title}`;
    if (named.length > 1)
      return { unsure: `${named.map(words).join(' and ')} have one name: give the code.` };
    if (named[0] && code === '') return { found: named[0] };
    const candidate = named[0] ?? (name === '' ? null : nearest(plainName(name)));
    return candidate
      ? {
          unsure: `This may be ${words(candidate)}, which is not taken for granted: give its code, or a Key of its own (${plan}|${code || 'code'}) where it is a new measure.`,
        }
      : { none: true };
  };
};

/** By Key, code or name; a heading such as 'Priority 1: Jobs' by either of its parts. */
export const priorityFinder = (registers: Registers, plan: string) => {
  const rows = registers.priorities.where('plan', plan);
  const known = new Map<string, string>();
  for (const { key, code, title } of rows)
    for (const name of [
      key,
      title,
      code,
      `priority ${code}`,
      `p${code}`,
      `theme ${code}`,
      `${code} ${title}`,
    ])
      known.set(plainName(name), key);
  return (text: string): string | null => {
    const parts = [text, ...text.split(/[:–—-]\s+|:\s*/).toReversed()];
    const [, code] =
      /^(?:priority|theme|aim|outcome|objective|mission)?\s*([\w.]+)\s*[:.)–—-]/i.exec(text) ?? [];
    for (const part of [...parts, ...(code ? [code] : [])]) {
      const found = known.get(plainName(part));
      if (found) return found;
    }
    return null;
  };
};

/** By key or name; a name two rows bear finds neither. */
const finderOf = (rows: Iterable<{ readonly key: string; readonly title: string }>) => {
  const byName = new Map<string, string | null>();
  const byKey = new Map<string, string>();
  for (const { key, title } of rows) {
    const name = plainName(title);
    byName.set(name, byName.has(name) ? null : key);
    byKey.set(key.toLowerCase(), key);
  }
  return (text: string): string | null =>
    byKey.get(text.trim().toLowerCase()) ?? byName.get(plainName(text)) ?? null;
};

export const teamFinder = (registers: Registers) => finderOf(registers.teams.values());
export const personFinder = (registers: Registers) => finderOf(registers.people.values());
