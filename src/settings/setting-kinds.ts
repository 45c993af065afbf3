// The kinds of setting the environment has: each reads a text, or says in a few words what it must be.
import { isIP } from 'node:net';
import { z } from 'zod';
import { personRoles } from '../registers/people.ts';
import { sameKey } from '../registers/same-key.ts';
import type { RoleGroup } from '../rules/roles-by-group.ts';

/** 1 to 65535. */
export const port = (fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
      error: 'must be a port number from 1 to 65535',
    })
    .transform(Number);

/** A whole number. `digits`: how few and how many it may have. */
export const amount = (
  fallback: string,
  { digits, error }: { readonly digits: RegExp; readonly error: string },
) =>
  z
    .string()
    .default(fallback)
    .refine((text) => digits.test(text), { error })
    .transform(Number);

/** Undefined where it is not set, '' where it is blank: one that is blank may be meant so. */
export const orNone = (isRight: (text: string) => boolean, error: string) =>
  z
    .string()
    .trim()
    .optional()
    .refine((text) => text === undefined || text === '' || isRight(text), { error });

/** Without the slash at its end. */
export const address = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .refine(isWebAddress, {
      error: 'must be a web address such as https://graph.microsoft.com',
    })
    .transform((text) => text.replace(/\/+$/, ''));

/** Null where it is not set, or blank. */
export const addressOrNone = (example: string) =>
  z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || isWebAddress(text), {
      error: `must be a web address such as ${example}`,
    })
    .transform((text) => text.replace(/\/+$/, '') || null);

/** Separated by spaces or commas; none where it is blank. */
export const list = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) => text.split(/[\s,]+/).filter((each) => each !== ''));

/** A thing the council switches on; off unless it says so. */
export const onOrOff = z
  .string()
  .default('off')
  .refine((text) => text === 'on' || text === 'off', { error: 'must be on or off' })
  .transform((text) => text === 'on');

/** `performance team=GUID; SMT=GUID`: roles of People, each with a group's id. None where it is blank. */
export const rolesWithGroups = z
  .string()
  .default('')
  .transform((text, context): readonly RoleGroup[] => {
    const pairs = text
      .split(';')
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .map(roleWithGroup);
    const read = pairs.filter((each) => typeof each !== 'string');
    const twice = read.find(({ role }, at) => read.findIndex((each) => each.role === role) < at);
    const faults = [
      ...pairs.filter((each) => typeof each === 'string'),
      ...(twice
        ? [`must give ${twice.role} one group: people may be in it by groups within it`]
        : []),
    ];
    for (const message of faults) context.addIssue({ code: 'custom', message });
    return read;
  });

/** Or what is wrong with it. */
const roleWithGroup = (text: string): RoleGroup | string => {
  const [, name = '', group = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const role = personRoles.find((each) => sameKey(each, name.trim()));
  if (role === undefined)
    return `must be roles with the id of a group, such as performance team=12345678-9abc-4ef0-8123-456789abcdef; SMT=..., and "${name.trim() || text}" is no role: they are ${personRoles.join(', ')}`;
  if (!isGuid(group.trim()))
    return `must give ${role} the id of a group, such as 12345678-9abc-4ef0-8123-456789abcdef, and "${group.trim()}" is none`;
  return { role, group: group.trim().toLowerCase() };
};

/** There has to be one: it has no default. */
export const given = z.string({ error: 'is not set' }).trim().min(1, { error: 'is not set' });

function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** As Graph names a site: its host, a colon and its path. */
export function isSite(text: string): boolean {
  return /^[a-z\d.-]+:\/(?:sites|teams)(?:\/[^\s/?#:]+)+$/i.test(text);
}

/** Graph takes https alone; on this machine, where local Microsoft 365 calls, http will do. */
export function isNotificationAddress(text: string): boolean {
  if (!isWebAddress(text) || /[?#]/.test(text)) return false;
  const { username, password, pathname } = new URL(text);
  if (username !== '' || password !== '' || !pathname.endsWith('/api/notifications')) return false;
  return text.startsWith('https:') || isOnThisMachine(text);
}

/** As Entra writes an id: with hyphens, without braces. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** A date and time of day without a zone: the council’s own. */
export function isLocalMoment(text: string): boolean {
  try {
    return Temporal.PlainDateTime.from(text) !== null;
  } catch {
    return false;
  }
}

/** Loopback by name or number; anything else could be somebody's tenant. */
export const isOnThisMachine = (address: string): boolean => {
  if (!isWebAddress(address)) return false;
  const { hostname } = new URL(address);
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    (isIP(hostname) === 4 && hostname.startsWith('127.'))
  );
};
