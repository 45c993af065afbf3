// `golden-thread doctor`: looks the whole thing over, from settings to the lease, and says of each how it
// stands and what to do. Changes nothing of the council’s. What is looked at, and how, is each file's in doctor/.
import path from 'node:path';
import type { Config } from '../config.ts';
import type { Environment } from '../settings/environment.ts';
import { GraphFault, toldInFull } from '../sharepoint/graph/graph-fault.ts';
import { commandSettings } from './command-settings.ts';
import {
  type Finding,
  fails,
  findingLines,
  isWell,
  notTried,
  ok,
  sumLine,
} from './doctor/finding.ts';
import { lookAtAddress } from './doctor/look-at-address.ts';
import { lookAtClock } from './doctor/look-at-clock.ts';
import { lookAtLists } from './doctor/look-at-lists.ts';
import { lookAtPermissions } from './doctor/look-at-permissions.ts';
import { lookAtSignIn } from './doctor/look-at-sign-in.ts';
import { awayToDo, lookAtSite } from './doctor/look-at-site.ts';
import { lookAtStores } from './doctor/look-at-stores.ts';
import { lookAtTeamsApp } from './doctor/look-at-teams-app.ts';
import { type Patient, patientOf } from './doctor/patient.ts';
import { print, type Say } from './say.ts';
import { Unable } from './unable.ts';

const usualPackage = path.join('dist', 'golden-thread-teams-app.zip');

/**
 * Answers whether nothing fails; the command's exit code is that. Throws Unable where it is asked for
 * something it does not know.
 */
export const doctor = async (
  args: readonly string[],
  env: Environment,
  say: Say = print,
): Promise<boolean> => {
  const { json, file } = argumentsIn(args);
  const findings: Finding[] = [];
  const tell = (some: readonly Finding[]): void => {
    findings.push(...some);
    if (!json) for (const line of findingLines(some)) say(line);
  };
  const config = readSettings(env);
  if (!('tenantId' in config)) tell(config);
  else {
    tell([ok('configuration', `The settings can be read; the site is ${config.site}.`)]);
    await lookOver(patientOf(config, env), file, tell);
  }
  if (json) say(JSON.stringify({ well: isWell(findings), findings }, null, 2));
  else say(sumLine(findings));
  return isWell(findings);
};

const argumentsIn = (args: readonly string[]): { json: boolean; file: string } => {
  const rest = args.filter((each) => each !== '--json');
  const [flag, file, ...more] = rest;
  if (flag === undefined) return { json: rest.length < args.length, file: usualPackage };
  if (flag !== '--package' || file === undefined || more.length > 0)
    throw new Unable('doctor knows --json and --package FILE, and nothing else.');
  return { json: rest.length < args.length, file };
};

/** The settings, or what is wrong with each. */
const readSettings = (env: Environment): Config | readonly Finding[] => {
  try {
    return commandSettings(env);
  } catch (error) {
    if (!(error instanceof Unable)) throw error;
    const toDo = 'docs/sharepoint.md and docs/teams-app.md say what each setting is.';
    return error.message.split('\n').map((words) => fails('configuration', words, toDo));
  }
};

const lookOver = async (
  patient: Patient,
  file: string,
  tell: (some: readonly Finding[]) => void,
): Promise<void> => {
  const { findings, roles } = await lookAtSignIn(patient);
  tell(findings);
  if (roles === null)
    tell([notTried('site', 'The site, the lists and the permissions wait for sign-in.')]);
  else await lookAtGraph(patient, roles, tell);
  tell(await lookAtAddress(patient));
  tell(lookAtTeamsApp(patient, file));
  tell(await lookAtStores(patient));
};

const lookAtGraph = async (
  patient: Patient,
  roles: readonly string[],
  tell: (some: readonly Finding[]) => void,
): Promise<void> => {
  const { findings, site } = await lookAtSite(patient);
  tell(findings);
  tell(await lookAtPermissions({ patient, roles, site }));
  if (site === null) tell([notTried('lists', 'The lists wait for the site.')]);
  else tell(await lookAtLists(patient).catch(notRead));
  tell([lookAtClock(patient)]);
};

const notRead = (error: unknown): readonly Finding[] => {
  if (!(error instanceof GraphFault)) throw error;
  return [
    fails('lists', `The lists could not be compared: ${toldInFull(error)}.`, awayToDo(error)),
  ];
};
