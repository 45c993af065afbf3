// `golden-thread purge --plan | --agree <code>`: shows what the council's retention says may go, and takes it
// out once that very showing is agreed. What may go is decided in rules/retention.
import { parseArgs } from 'node:util';
import { dateWords } from '../rules/date-words.ts';
import { isMadeAnonymous } from '../rules/retention/aged-by.ts';
import { type Going, retentionFaults } from '../rules/retention/what-goes.ts';
import type { Environment } from '../settings/environment.ts';
import type { ListFault } from '../use-cases/ports.ts';
import { type Purged, planPurge, purge } from '../use-cases/purge.ts';
import { counted } from './import-words.ts';
import type { CouncilJoined, OpenCouncil } from './open-council.ts';
import { print } from './say.ts';
import { Unable } from './unable.ts';
import { withBar } from './with-bar.ts';

const usage = 'golden-thread purge --plan, then golden-thread purge --agree <the code it shows>';

/** As other commands, and it hears from the lists while rows go. */
type PurgeJoined = Pick<CouncilJoined, 'say'> & {
  readonly openCouncil: (env: Environment) => Promise<OpenCouncil>;
};

/** Throws Unable, in one plain sentence; nothing is taken out then that was not agreed. */
export const purgeCommand = async (
  args: readonly string[],
  env: Environment,
  { openCouncil, say = print }: PurgeJoined,
): Promise<void> => {
  const agreed = agreedIn(args);
  const council = await openCouncil(env);
  try {
    const { going, fingerprint } = await planPurge(council.ports);
    for (const line of planWords(council.ports.replica.registers(), going)) say(line);
    if (going.length === 0) return;
    if (agreed === null) return say(`To take them out: golden-thread purge --agree ${fingerprint}`);
    const found = await withBar('Taking rows out', (progress) =>
      purge({ ...council.ports, refresh: () => hearing(council) }, agreed, progress),
    );
    if ('reason' in found)
      throw new Unable(
        `What would go is not what was shown: nothing was taken out. Look again: golden-thread purge --plan, which says ${fingerprint} now.`,
      );
    const waiting = await council.land();
    for (const line of endWords(found, waiting)) say(line);
    if (found.faults.size > 0) process.exitCode = 1;
  } finally {
    await council.close();
  }
};

const hearing = (council: OpenCouncil): Promise<ListFault | null> =>
  council.refresh().then(
    () => null,
    (error: unknown) => {
      if (error instanceof Unable) return 'unreachable';
      throw error;
    },
  );

const agreedIn = (args: readonly string[]): string | null => {
  const { plan, agree } = parsed(args);
  if (plan === (agree !== undefined)) throw new Unable(`Say one of the two: ${usage}.`);
  if (agree !== undefined && !/^[0-9a-f]{12}$/.test(agree))
    throw new Unable(`"${agree.slice(0, 40)}" is not a code that purge --plan shows.`);
  return agree ?? null;
};

const parsed = (args: readonly string[]) => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { plan: { type: 'boolean' }, agree: { type: 'string' } },
    });
    return { plan: values.plan ?? false, agree: values.agree };
  } catch {
    throw new Unable(`Say: ${usage}.`);
  }
};

const planWords = (
  registers: Parameters<typeof retentionFaults>[0],
  going: readonly Going[],
): readonly string[] => {
  const faults = retentionFaults(registers);
  if (registers.retention.size === 0) return ['Retention names no list: everything is kept.'];
  if (going.length === 0) return [...faults, 'Nothing is old enough to go.'];
  return [...faults, ...going.map(goingWords)];
};

const goingWords = ({ register, list, before, keys }: Going): string => {
  const what = counted(keys.length, isMadeAnonymous(register) ? 'name' : 'row');
  const how = isMadeAnonymous(register)
    ? `${what} taken out: of people who left before ${dateWords(before)}. Their rows stay; what the Journal holds of them goes.`
    : `${what} of before ${dateWords(before)}.`;
  return `${list}: ${how} ${keys.slice(0, namedAtMost).join(', ')}${keys.length > namedAtMost ? ` and ${keys.length - namedAtMost} more` : ''}`;
};

const namedAtMost = 3;

const endWords = (
  { removed, madeAnonymous, changed, faults }: Purged,
  waiting: number,
): readonly string[] => [
  `Taken out: ${counted(removed, 'row')}; ${counted(madeAnonymous, 'name')}. Removed rows lie in the site's recycle bin for 93 days.`,
  ...[...faults].map(
    ([fault, rows]) =>
      `Not taken out: ${counted(rows, 'row')} (${fault}). They go with the next purge.`,
  ),
  ...(changed === 0
    ? []
    : [`Left as they are: ${counted(changed, 'row')}, changed while others were taken out.`]),
  ...(waiting === 0 ? [] : [`${counted(waiting, 'change')} still on the way to the lists.`]),
];
