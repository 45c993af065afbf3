// sendActivityNotification: a line in one person's activity feed. By TeamsActivity.Send, or by
// TeamsActivity.Send.User, which is in no token: it is given as the app is installed for that person.
import { appId } from '../ids.ts';
import { addToFeed, asksForOne, givesForOne, templateOf } from '../teams/activity-feed.ts';
import { personBy } from '../teams/people.ts';
import { GraphFault, notDone } from './graph-fault.ts';
import {
  bodyObject,
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  refuseOtherOptions,
} from './graph-request.ts';

const forAll = 'TeamsActivity.Send';
const forOne = 'TeamsActivity.Send.User';

/** Refused as Graph does: without leave 403, where nobody is of that id 404, where the app is not installed 403. */
export function sendActivityNotification(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseOtherOptions(request, []);
  const { store, faults } = graph.machine;
  const asked = request.names['user'] ?? '';
  const person = personBy(store, asked);
  demand(graph, request);
  if (!person) throw refusal(404, 'NotFound', `The user '${asked}' was not found.`);
  if (!person.installed)
    throw refusal(
      403,
      'Forbidden',
      'The app is not installed. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).',
    );
  const { activityType, words, preview, webUrl, chainId } = readAsked(bodyObject(request));
  const at = faults.now().toISOString();
  addToFeed(store, { personId: person.id, activityType, words, preview, webUrl, chainId, at });
  return { status: 204 };
}

/** In Teams' own words, which name every permission that would do. */
function demand({ machine }: Graph, { caller }: GraphRequest): void {
  if (caller.person) throw notDone('the activity feed, for a person');
  const { roles = [], clientId } = caller;
  if (roles.includes(forAll)) return;
  // For whom it is not installed nothing is given either, and is said in other words.
  const isTheApp = clientId.toLowerCase() === appId && asksForOne(forOne);
  if (isTheApp && givesForOne(machine.store)) return;
  throw refusal(
    403,
    'Forbidden',
    `Missing role permissions on the request. API requires one of '${forOne}, ${forAll}'. Roles on the request '${roles.join(', ')}'.`,
  );
}

const teamsLink = /^https:\/\/teams\.microsoft\.com\/l\//;

function readAsked(body: Record<string, unknown>) {
  const { topic, activityType, previewText, templateParameters, chainId = null } = body;
  const { source, value, webUrl } = (topic ?? {}) as Record<string, unknown>;
  if (source !== 'text') throw notDone(`an activity whose topic is ${String(source)}`);
  if (typeof value !== 'string' || typeof webUrl !== 'string' || !teamsLink.test(webUrl))
    throw refusal(400, 'BadRequest', 'A topic in text must have a value and a webUrl into Teams.');
  const template = templateOf(String(activityType));
  if (template === undefined)
    throw refusal(
      400,
      'BadRequest',
      `The activityType '${String(activityType)}' is not declared in the manifest of the app.`,
    );
  if (chainId !== null && !Number.isSafeInteger(chainId))
    throw refusal(400, 'BadRequest', 'chainId must be a whole number.');
  const preview = String((previewText as { content?: unknown } | undefined)?.content ?? '');
  const words = filled(template, templateParameters);
  return {
    activityType: String(activityType),
    words,
    preview,
    webUrl,
    chainId: chainId as number | null,
  };
}

/** Every place of the template has its value. */
function filled(template: string, given: unknown): string {
  const values = new Map(
    (Array.isArray(given) ? given : []).map((each: { name?: unknown; value?: unknown }) => [
      String(each.name),
      String(each.value),
    ]),
  );
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined)
      throw refusal(400, 'BadRequest', `The template parameter '${name}' is missing.`);
    return value;
  });
}

function refusal(status: number, code: string, words: string): GraphFault {
  return new GraphFault({ status, code }, words);
}
