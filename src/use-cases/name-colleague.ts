// Names, in the tab, who answers for a line from now on. Somebody whom only the council's directory knows is
// put on People first, as the directory has them and not as the tab said.
import type { Registers } from '../registers/registers.ts';
import { lacksOwner } from '../rules/hand-over.ts';
import { readOwned } from '../rules/owned.ts';
import { may } from '../rules/rights.ts';
import { personByObjectId } from '../rules/roles.ts';
import { accept } from './accept.ts';
import type { InDirectory, NotAsked, SignedIn } from './accounts-port.ts';
import { change } from './change.ts';
import { changesToldOf } from './changes-told.ts';
import { type Named, nameOwner } from './name-owner.ts';
import { orNotKept } from './or-not-kept.ts';
import type { Entry, Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';

type Naming = {
  readonly as: SignedIn;
  /** What names the line (ownedId). */
  readonly line: string;
  /** The key of somebody on People, or the object id of somebody in the directory. */
  readonly who: { readonly person: string } | { readonly account: string };
};

/**
 * Refused as nameOwner refuses, before anybody is put on People. Two that name the same newcomer put them
 * there once. Should the app stop between the two entries, they are on People and named for nothing, and may
 * be named again.
 */
export const nameColleague = async (
  ports: Ports,
  { as, line: id, who }: Naming,
): Promise<Named | Refused | NotAsked> => {
  const registers = ports.replica.registers();
  const line = readOwned(registers, id);
  if (line === null) return refused({ reason: 'unknown return' });
  const cycle = cycleOf(registers, line.plan);
  if (cycle === null) return refused({ reason: 'unknown cycle' });
  const name = (owner: string) =>
    nameOwner(ports, { by: as.person, cycle, measure: id, owner, source: 'tab' });
  if ('person' in who) return name(who.person);
  const known = personByObjectId(registers, who.account);
  if (known !== null) return name(known.key);
  const today = ports.clock.now().toPlainDate();
  const person = registers.people.get(as.person);
  if (!may({ registers, person, today }, 'name an owner', line))
    return refused({ reason: 'not allowed' });
  const found = (await ports.colleagues?.read(as, who.account)) ?? null;
  if (found === null) return refused({ reason: 'nobody by that name' });
  if ('notAsked' in found) return found;
  // Another may have put them there meanwhile.
  const joined = personByObjectId(ports.replica.registers(), found.objectId);
  if (joined !== null) return name(joined.key);
  const barred = mayNotJoin(ports, found, id);
  if (barred !== null) return barred;
  const entry = newcomerEntry(ports, found, { by: as.person, why: `Named for ${line.title}` });
  const done = await orNotKept(accept(ports, [entry]).then(() => ({ outcome: 'kept' as const })));
  return done.outcome === 'refused' ? done : name(found.objectId);
};

/**
 * Nobody joins for a line that somebody answers for by now, nor gets the row of one who is kept under their id:
 * made nameless, or given another account since.
 */
const mayNotJoin = (
  { replica, clock }: Pick<Ports, 'replica' | 'clock'>,
  { objectId }: InDirectory,
  line: string,
): Refused | null => {
  const registers = replica.registers();
  const now = readOwned(registers, line);
  if (now === null) return refused({ reason: 'unknown return' });
  if (!lacksOwner(registers, now, clock.now().toPlainDate()))
    return refused({ reason: 'answered meanwhile', by: now.owner, at: null });
  const isKept = registers.people.get(objectId) !== undefined;
  return isKept ? refused({ reason: 'nobody by that name' }) : null;
};

/** The plan's open cycle, whose new owner is told at once; else any: then nobody is told of anything due. */
const cycleOf = (registers: Registers, plan: string): string | null => {
  const cycles = registers.cycles.where('plan', plan);
  const open = cycles.find(({ state }) => state === 'Open');
  return (open ?? cycles[0])?.key ?? null;
};

/** Known by their object id, which never changes. Their team and manager are for the performance team to fill in. */
const newcomerEntry = (
  ports: Pick<Ports, 'replica' | 'clock'>,
  { objectId, name, upn }: InDirectory,
  { by, why }: { readonly by: string; readonly why: string },
): Entry => ({
  key: `colleague|${objectId}|${changesToldOf(ports, 'people', objectId)}`,
  by,
  at: ports.clock.now().toInstant(),
  changes: [change('people', objectId, { title: name, objectId, upn, roles: ['owner'] })],
  message: null,
  journal: { source: 'tab', why: `${why}, from the council’s directory` },
});
