// A tenant begun empty, and how an administrator's first steps in it are made.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { appId, tenantId } from '../../src/local/ids.ts';
import { type Local, startLocal } from '../../src/local/local.ts';
import { administratorAt } from './administrator.ts';
import { givenBot, graphScope, owner, using } from './given.ts';

export const idUri = `api://plan.council.gov.uk/${appId}`;
export const endpoint = 'https://plan.council.gov.uk/bot/messages';

export const givenEmpty = async () => {
  const bot = await givenBot();
  const folder = await mkdtemp(join(tmpdir(), 'local-empty-'));
  const options = { port: 0, dataFolder: folder, appUrl: bot.url, quiet: true };
  const local = await startLocal({ ...options, empty: true });
  let running: Local = local;
  afterAll(async () => {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  });
  const given = using(local, folder);
  await given.ask('PUT /local/directory', { people: [{ ...owner, installed: false }] });
  const restart = async () => {
    await running.close();
    running = await startLocal(options);
    return { given: using(running, folder), administrator: administratorAt(running.url) };
  };
  return { bot, given, local, administrator: administratorAt(local.url), restart };
};

export type Empty = Awaited<ReturnType<typeof givenEmpty>>;

export const tokenFor = async (
  { local }: Pick<Empty, 'local'>,
  secret: string,
  scope = graphScope,
) => {
  const form = { grant_type: 'client_credentials', client_id: appId, client_secret: secret, scope };
  const url = `${local.url}/${tenantId}/oauth2/v2.0/token`;
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  return (await answer.json()) as { access_token?: string; error_description?: string };
};

export const secretOn = (page: string): string =>
  /Secret value<\/dt><dd><code>([^<]+)/.exec(page)?.[1] ?? '';

/** Registered, let in and known as a bot: all that an upload asks for. */
export const registerAll = async ({ administrator: { send } }: Pick<Empty, 'administrator'>) => {
  await send('/apps/register', { name: 'Golden Thread' });
  await send('/apps/manifest', { version: '2' });
  await send('/apps/expose', { idUri });
  await send('/bots', { app: appId, endpoint });
};
