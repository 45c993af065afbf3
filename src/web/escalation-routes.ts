// The addresses of escalations: what a person has before them, and what they say of it. Who may is worked
// out by each use case from who is signed in.
import type { Response, Router } from 'express';
import { z } from 'zod';
import { acceptNoAction } from '../use-cases/accept-no-action.ts';
import { acknowledgeEscalation } from '../use-cases/acknowledge-escalations.ts';
import { answerQuestion } from '../use-cases/answer-question.ts';
import { askAbout } from '../use-cases/ask-about.ts';
import type { Acted, Acting } from '../use-cases/escalation-act.ts';
import { givePlan } from '../use-cases/give-plan.ts';
import { offerSupport } from '../use-cases/offer-support.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { Refused } from '../use-cases/refused.ts';
import { requirePlan } from '../use-cases/require-plan.ts';
import type { EscalationDone } from './api-escalations.ts';
import { escalationsView } from './escalations-view.ts';
import { parsed } from './parsed.ts';
import { addresses } from './rights-door.ts';
import { personAsking } from './sign-in.ts';
import { answerTrouble } from './trouble.ts';
import { refusedStatus, refusedWords } from './words.ts';

const key = z.string().min(1).max(255);
/** Longer than anything that would be kept, so that a refusal can say by how much. */
const long = z.string().max(10_000);
const day = z.string().max(40);
const count = z.number().int().min(0).max(10_000);
const person = z.string().max(255);

const nothing = z.strictObject({});
const asking = z.strictObject({ question: long, asked: count });
const replying = z.strictObject({ question: key, answer: long });
const requiring = z.strictObject({ dueOn: day, because: long, required: count });
const giving = z.strictObject({ what: long, owner: person, dueOn: day, required: count });
const accepting = z.strictObject({ because: long });
const offering = z.strictObject({ support: long, on: day });

export const escalationRoutes = (ports: Ports): Router => {
  const routes = addresses(ports);
  routes.get('/escalations', (_request, response) => {
    response.json(escalationsView(ports, personAsking(ports, response)));
  });
  const act = <Said extends object>(
    path: ActPath,
    shape: z.ZodType<Said>,
    { done, again, take }: Act<Said>,
  ): void => {
    routes.post<`/escalations/:key/${ActPath}`>(
      `/escalations/:key/${path}`,
      async (request, response) => {
        const said = parsed(shape, request.body ?? {}, response);
        if (!said) return;
        const by = personAsking(ports, response).key;
        const acting = { by, escalation: request.params.key as string, source: 'tab' } as const;
        answerAct(response, await take(acting, said), { done, again });
      },
    );
  };
  act('acknowledge', nothing, {
    done: 'Acknowledged.',
    again: 'It was acknowledged already.',
    take: (acting) => acknowledgeEscalation(ports, acting),
  });
  act('ask', asking, {
    done: 'Asked. The answer comes back to you in Teams, and stands here.',
    again: 'You had asked this already: it is asked once.',
    take: (acting, said) => askAbout(ports, { ...acting, ...said }),
  });
  act('reply', replying, {
    done: 'Answered. It goes back to who asked.',
    again: 'You had answered this already: it is kept once.',
    take: (acting, said) => answerQuestion(ports, { ...acting, ...said }),
  });
  act('require-plan', requiring, {
    done: 'A recovery plan is required. Its owner is asked for it in Teams.',
    again: 'You had required a recovery plan already: it is asked for once.',
    take: (acting, said) => requirePlan(ports, { ...acting, ...said }),
  });
  act('give-plan', giving, {
    done: 'Kept as an action, and followed until it is done.',
    again: 'You had given this plan already: it is kept once.',
    take: (acting, said) => givePlan(ports, { ...acting, ...said }),
  });
  act('accept', accepting, {
    done: 'Accepted.',
    again: 'You had accepted this already.',
    take: (acting, said) => acceptNoAction(ports, { ...acting, ...said }),
  });
  act('offer-support', offering, {
    done: 'Offered. It stands with the statement of assurance.',
    again: 'You had offered this already: it is kept once.',
    take: (acting, said) => offerSupport(ports, { ...acting, ...said }),
  });
  return routes.router;
};

type ActPath =
  | 'acknowledge'
  | 'ask'
  | 'reply'
  | 'require-plan'
  | 'give-plan'
  | 'accept'
  | 'offer-support';
type Words = { readonly done: string; readonly again: string };
type Act<Said> = Words & {
  readonly take: (acting: Acting, said: Said) => Promise<Acted | Refused>;
};

const answerAct = (response: Response, acted: Acted | Refused, { done, again }: Words): void => {
  if (acted.outcome === 'refused')
    return answerTrouble(response, refusedStatus(acted), refusedWords(acted));
  response.json({ words: acted.outcome === 'already' ? again : done } satisfies EscalationDone);
};
