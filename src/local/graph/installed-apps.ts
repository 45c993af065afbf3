// The apps a person has in Teams, through Graph: of the catalogue's one app, whether they have it, and
// installing it. The bot hears of that from Teams, as when the person does it, and after the answer.
import { isInCatalogue } from '../admin/uploaded-app.ts';
import { appId, catalogueAppId, tenantId } from '../ids.ts';
import type { Caller } from '../sign-in/tokens.ts';
import { mayHaveApp, type Person, personBy, setInstalled } from '../teams/people.ts';
import { tellInstalled } from '../teams/person-actions.ts';
import { GraphFault, notDone } from './graph-fault.ts';
import {
  bodyObject,
  contextOf,
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  option,
  refuseOtherOptions,
} from './graph-request.ts';

/** The first two are for an app's own installation alone. */
const mayInstall = [
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All',
  'TeamsAppInstallation.ReadWriteForUser.All',
  'TeamsAppInstallation.ReadWriteAndConsentForUser.All',
];
const mayRead = ['TeamsAppInstallation.ReadForUser.All', ...mayInstall];
const bound = /^https?:\/\/[^/]+\/v1\.0\/appCatalogs\/teamsApps\/([^/]+)$/;

export function readInstalledApps(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseOtherOptions(request, ['expand', 'filter']);
  demand(request.caller, mayRead);
  const person = userOf(graph, request);
  const filter = option(request, 'filter') ?? '';
  const asked = /^teamsApp\/id eq '([^']*)'$/.exec(filter)?.[1];
  if (filter !== '' && asked === undefined) throw notDone(`$filter=${filter} on installed apps`);
  const expand = option(request, 'expand') ?? '';
  if (!['', 'teamsApp'].includes(expand)) throw notDone(`$expand=${expand} on installed apps`);
  const isThere = person.installed && (asked ?? catalogueAppId).toLowerCase() === catalogueAppId;
  const teamsApp = {
    id: catalogueAppId,
    externalId: appId,
    displayName: 'Golden Thread',
    distributionMethod: 'organization',
  };
  const id = Buffer.from(`${person.id}##${catalogueAppId}`).toString('base64');
  const value = isThere ? [{ id, ...(expand && { teamsApp }) }] : [];
  return {
    status: 200,
    body: { ...contextOf(graph, `users('${person.id}')/teamwork/installedApps`), value },
  };
}

export function installApp(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseOtherOptions(request, []);
  demand(request.caller, mayInstall);
  const body = bodyObject(request);
  const asked = bound.exec(String(body['teamsApp@odata.bind'] ?? ''))?.[1];
  const other = Object.keys(body).find((each) => each !== 'teamsApp@odata.bind');
  if (other !== undefined) throw notDone(`${other} when an app is installed`);
  if (asked === undefined)
    throw refusal(400, 'BadRequest', 'teamsApp@odata.bind must name an app of the catalogue.');
  const person = userOf(graph, request);
  if (asked.toLowerCase() !== catalogueAppId || !isInCatalogue(graph.machine.store))
    throw refusal(404, 'NotFound', `The app '${asked}' is not in the catalogue of this tenant.`);
  if (!mayHaveApp(graph.machine.store, person.id)) throw forbidden(person);
  if (person.installed)
    throw refusal(409, 'Conflict', 'The app is already installed for this user.');
  setInstalled(graph.machine.store, person.id, true);
  // Nobody waits for the bot, and a stand-in that is closing has nobody to tell.
  setImmediate(() => void tellInstalled(graph.machine, person).catch(() => undefined));
  return { status: 201 };
}

/** In Teams' own words, which name every permission that would do. */
function demand({ roles = [], clientId, person }: Caller, oneOf: readonly string[]): void {
  if (person) throw notDone('the apps of a person, for a person');
  const held = roles.filter((role) => oneOf.includes(role));
  const isItself = clientId.toLowerCase() === appId;
  if (held.some((role) => isItself || !role.includes('Self'))) return;
  throw refusal(
    403,
    'Forbidden',
    `Missing role permissions on the request. API requires one of '${oneOf.join(', ')}'. Roles on the request '${roles.join(', ')}'.`,
  );
}

function userOf(graph: Graph, { names }: GraphRequest): Person {
  const asked = names['user'] ?? '';
  const person = personBy(graph.machine.store, asked);
  if (person) return person;
  throw refusal(404, 'NotFound', `The user '${asked}' was not found.`);
}

function forbidden(person: Person): GraphFault {
  const words = `App is blocked by app permission policy. TenantId: ${tenantId}, UserObjectId: ${person.id}, AppId: ${catalogueAppId}, AppType: Private`;
  return new GraphFault({ status: 403, code: 'Forbidden' }, words, { innerCode: 'AccessDenied' });
}

function refusal(status: number, code: string, words: string): GraphFault {
  return new GraphFault({ status, code }, words);
}
