// The addresses where somebody names, in the tab, who answers for a line from now on: whom they could name,
// and the naming itself. The right is asked for by the use cases, at each request.
import type { Response, Router } from 'express';
import { z } from 'zod';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { findColleague } from '../use-cases/find-colleague.ts';
import { nameColleague } from '../use-cases/name-colleague.ts';
import type { Named } from '../use-cases/name-owner.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { Refused } from '../use-cases/refused.ts';
import type { Colleague, ColleaguesView, OwnerNamed } from './api-hand-over.ts';
import { inVainWords } from './not-asked.ts';
import { parsed } from './parsed.ts';
import { addresses } from './rights-door.ts';
import { signedIn } from './sign-in.ts';
import { answerTrouble } from './trouble.ts';
import { refusedStatus, refusedWords } from './words.ts';

/** A line that is no measure is named by its list too: 'Actions: plan|1'. */
const line = z.string().min(1).max(300);
const looked = z.object({ line, words: z.string().max(100).default('') });
const named = z.strictObject({
  line,
  who: z.union([
    z.strictObject({ person: z.string().min(1).max(255) }),
    z.strictObject({ account: z.guid() }),
  ]),
});

/** The directory is asked as whoever is signed in; without their leave people in People are found all the same. */
export const handOverRoutes = (ports: Ports): Router => {
  const routes = addresses(ports);
  routes.get('/hand-over/people', async (request, response) => {
    const asked = parsed(looked, request.query, response);
    if (!asked) return;
    const found = await findColleague(ports, { as: signedIn(response), ...asked });
    if (found.outcome === 'refused') return refuse(response, found);
    const registers = ports.replica.registers();
    const { people, others } = found;
    const isAsked = !('notAsked' in others);
    response.json({
      people: [
        ...people.map((each) => onPeople(registers, each)),
        ...(isAsked ? others : []).map(
          ({ name, upn, objectId }): Colleague => ({ name, note: upn, who: { account: objectId } }),
        ),
      ],
      trouble: isAsked ? null : inVainWords(others),
    } satisfies ColleaguesView);
  });
  routes.post('/hand-over/name', async (request, response) => {
    const asked = parsed(named, request.body ?? {}, response);
    if (!asked) return;
    const { who } = asked;
    const account = 'account' in who ? { account: who.account.toLowerCase() } : who;
    const done = await nameColleague(ports, {
      as: signedIn(response),
      line: asked.line,
      who: account,
    });
    if ('notAsked' in done) return answerTrouble(response, 409, notNamed);
    if (done.outcome === 'refused') return refuse(response, done);
    response.json({ words: savedWords(done) } satisfies OwnerNamed);
  });
  return routes.router;
};

const notNamed =
  'Nobody was named: the council’s directory could not be asked who that is. Search again, or name somebody who is on the register already.';

const onPeople = (registers: Registers, { key, title, team }: Person): Colleague => ({
  name: title,
  note: (team === null ? null : registers.teams.get(team)?.title) ?? null,
  who: { person: key },
});

const savedWords = ({ owner, lines }: Named): string =>
  `Saved. ${lines.map(({ title }) => title).join(', ')}: ${owner.title} answers from now on.`;

const notTheirs =
  'Only the manager of its team, whoever deputises for them and the performance team name who answers for this. Nothing was changed.';

const refuse = (response: Response, refused: Refused): void =>
  answerTrouble(
    response,
    refusedStatus(refused),
    refused.reason === 'not allowed' ? notTheirs : refusedWords(refused),
  );
