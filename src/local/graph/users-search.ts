// Looking for people by the beginnings of words in their names and addresses, as Graph's $search does, and
// what a person may see of others: by what they or an administrator agreed to.
import type { Caller } from '../sign-in/tokens.ts';
import { GraphFault, invalid } from './graph-fault.ts';
import { type GraphRequest, option } from './graph-request.ts';

const everything = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'];

/** A person sees others where they agreed to it, an app where an administrator did. */
export function refuseStrangers({ caller }: GraphRequest, asked: string | null): void {
  const { person, scopes = [], roles = [] } = caller;
  if (person && person.id === asked?.toLowerCase()) return;
  const held = person ? scopes : roles;
  if ([...everything, 'User.ReadBasic.All'].some((each) => held.includes(each))) return;
  throw new GraphFault(
    { status: 403, code: 'Authorization_RequestDenied' },
    'Insufficient privileges to complete the operation.',
  );
}

/** With User.ReadBasic.All a name and addresses, and not what somebody does or where, nor whether they may sign in. */
export function seesAll({ person, scopes = [], roles = [] }: Caller): boolean {
  const held = person ? scopes : roles;
  return everything.some((each) => held.includes(each));
}

type Named = { displayName: string; userPrincipalName: string };

/** Whether somebody is meant by the request's $search; everyone, where there is none. */
export function isSearched(request: GraphRequest): (person: Named) => boolean {
  const search = option(request, 'search');
  if (search === undefined) return () => true;
  if (request.headers['consistencylevel']?.toLowerCase() !== 'eventual') {
    throw new GraphFault(
      { status: 400, code: 'Request_UnsupportedQuery' },
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const clauses = search.split(/(?<=") OR (?=")/).map(clause);
  return (person) =>
    clauses.some(({ property, words }) => {
      const there = wordsIn(
        property === 'displayName' ? person.displayName : person.userPrincipalName,
      );
      return words.every((word) => there.some((each) => each.startsWith(word)));
    });
}

function clause(text: string) {
  const [, property, words] = /^"(displayName|mail|userPrincipalName):([^"\\]+)"$/.exec(text) ?? [];
  if (property === undefined || words === undefined) {
    throw invalid(`Syntax error: character ':' is not valid at position 0 in '${text}'.`);
  }
  return { property, words: wordsIn(words) };
}

/** Words begin at a space and at what is neither letter nor digit, and are compared without case. */
function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
