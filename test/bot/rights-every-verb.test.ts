// Every verb of a card, pressed by whoever holds each role, on a thing that is theirs and on others: what comes
// of it is what the table of rights says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verb } from '../../bot/cards/adaptive-card.ts';
import { createConnector } from '../../bot/connector.ts';
import { onCardAction } from '../../bot/handlers/card-action.ts';
import { verbRights } from '../../bot/handlers/verb-rights.ts';
import { type Action, rights, roles } from '../../src/rules/rights-table.ts';
import { type Council, openCouncil } from '../web/council.ts';
import {
  accountOf,
  holders,
  rightsRows,
  type Thing,
  things,
  today,
} from '../web/rights-council.ts';
import { isLet } from '../web/rights-oracle.ts';
import { presses } from './rights-presses.ts';

const tenant = '11111111-1111-4111-8111-111111111111';
let council: Council;
beforeAll(async () => {
  council = await openCouncil(rightsRows, today);
});
afterAll(() => council.close());

const faults: unknown[] = [];
const press = async (verb: Verb, data: object, account: string) => {
  const { ports, address } = council;
  const reach = { appId: 'app', tenantId: tenant, token: async () => '', timeLimit: 1_000 };
  const answered = await onCardAction(
    {
      ports: { ...ports, log: { info() {}, fault: (event) => faults.push(event) } },
      connector: createConnector({
        ...reach,
        allowedServiceUrls: [address],
        defaultServiceUrl: address,
      }),
      tenants: [tenant],
      newestPress: new Map(),
    },
    {
      serviceUrl: address,
      from: { aadObjectId: account },
      conversation: { id: 'chat', conversationType: 'personal', tenantId: tenant },
      value: { action: { verb, data: { v: 1, ...data } } },
    },
  );
  expect(answered.statusCode).toBe(200);
  return JSON.stringify(answered.value);
};

const refusals = [
  'This is not yours to answer',
  'This is not yours to approve',
  'This is not yours to sign',
  'This target is not yours to send back',
  'You gave this answer yourself',
  'You may not do this',
];
/** Endorsing is of all that waits for its presser: to whoever nothing waits for, that is said. */
const nothingWaits = 'nothing waits for your approval';
const isRefusal = (verb: Verb, words: string) =>
  refusals.some((each) => words.includes(each)) ||
  (verb === 'endorse' && words.includes(nothingWaits));

const actionsOf = (verb: Verb): readonly Action[] => {
  const asked: Action | readonly Action[] = verbRights[verb];
  return typeof asked === 'string' ? [asked] : asked;
};
const thingsOf = (action: Action): readonly Thing[] => {
  if (rights[action].of === 'nothing') return ['theirs'];
  return 'SMT' in rights[action].cells ? things : ['theirs', 'another’s'];
};

const walk = (Object.keys(presses) as Verb[]).flatMap((verb) =>
  presses[verb].map((asks, nth) => ({ verb, asks, action: actionsOf(verb)[nth] as Action })),
);

describe('each verb, pressed by each role, does what the table of rights says', () => {
  it.each(walk)('$verb: $action', async ({ verb, asks, action }) => {
    for (const thing of thingsOf(action)) {
      const let_: string[] = [];
      for (const role of roles) {
        const words = await press(verb, asks(thing), accountOf(holders[role]));
        if (!isRefusal(verb, words)) let_.push(role);
      }
      const may = roles.filter((role) => isLet(action, role, thing));
      // A director who is away is not asked: who covers is.
      expect({ thing, let_ }).toEqual({ thing, let_: verb === 'endorse' ? ['deputy'] : may });
    }
    expect(faults).toEqual([]);
  });

  it.each(walk)('$verb is shut to a stranger and to a leaver', async ({ verb, asks }) => {
    const stranger = await press(verb, asks('theirs'), 'bbbbbbbb-0000-4000-8000-000000000001');
    expect(stranger).toContain('You are not on the register yet');
    expect(await press(verb, asks('theirs'), accountOf('left'))).toContain('you left on');
  });
});
