// An administrator's first day, as docs/first-day.md has it: every step of the document is done, in its
// order, as it stands; only ports and folders are other.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriersIn } from '../browser/accessible.ts';
import { openBrowser, openContext, requireBuiltPages } from '../browser/browser.ts';
import { soaking } from '../counts.ts';
import { readDocument } from './document.ts';
import { Newcomer } from './newcomer.ts';

const docs = path.join(import.meta.dirname, '..', '..', 'docs');
const text = readFileSync(path.join(docs, 'first-day.md'), 'utf8');

describe('the first day, from an empty tenant', () => {
  const newcomer = new Newcomer();
  let browser: Browser | undefined;
  beforeAll(async () => {
    requireBuiltPages();
    browser = await openBrowser();
    await newcomer.begin(await (await openContext(browser)).newPage());
  });
  afterAll(async () => {
    await browser?.close();
    await newcomer.end();
  });

  const graph = 'GET https://graph.microsoft.com/v1.0/sites/localhost:/sites/plan';

  it('following the document alone leads to a first card, delivered and answered', async () => {
    for (const step of readDocument(text))
      await newcomer.follow(step).catch((error: unknown) => {
        throw new Error(`"${step.heading}" cannot be done as it is written`, { cause: error });
      });

    const needs = newcomer.known('Head of Housing Needs');
    const record = await newcomer.ask<readonly Recorded[]>('/local/teams/record');
    const sent = record.filter(({ kind, personId }) => kind === 'create' && personId === needs);
    expect(sent.map(({ summary }) => summary)).toEqual([
      'Golden Thread will ask you for your figures here.',
      'Quarter 2 returns: 1 due by Wed 14 October',
    ]);
    const answers = `${graph}:/lists/Returns/items?$expand=fields`;
    await expect
      .poll(async () => fieldsIn(await newcomer.graph(answers)))
      .toMatchObject([{ Value: 82.5, State: 'Returned', ReturnedBy: 'p-needs' }]);
  }, 240_000);

  it('leaves the app with write on its one site, and shows what would be made before it is', async () => {
    const site = (await newcomer.graph(graph)) as { id: string };
    const permissions = `GET https://graph.microsoft.com/v1.0/sites/${site.id}/permissions`;
    const { value } = (await newcomer.graph(permissions)) as { value: readonly { id: string }[] };
    expect(await newcomer.graph(`${permissions}/${value[0]?.id}`)).toMatchObject({
      roles: ['write'],
    });
    expect(value).toHaveLength(1);
    expect(newcomer.saidOf('provision --plan')).toContain('It would:');
    expect(newcomer.saidOf('provision --settings')).not.toContain('Left out');
    expect(newcomer.saidOf('doctor')).toContain('ok        site: The app holds no more than write');
  });

  it('on pages that everybody can use', async () => {
    const places = ['apps', ...(soaking ? ['users', 'bots', 'sites', 'sites/plan', 'teams'] : [])];
    const page = await (await openContext(browser as Browser)).newPage();
    for (const place of places) {
      await page.goto(`${newcomer.localUrl}/admin/${place}`);
      expect(await barriersIn(page)).toEqual([]);
    }
  }, 60_000);
});

describe('the document of the first day', () => {
  it('says of each step what to do here, and where that is done in a real tenant', () => {
    const steps = text.split(/^## /m).slice(1);
    expect(steps).toHaveLength(9);
    for (const step of steps) {
      expect(step).toMatch(/\*\*Here\.\*\*|^```sh$/m);
      expect(step).toContain('**In your tenant.**');
    }
  });

  it('leads to pages that are there', () => {
    const places = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, place = '']) => place);
    expect(places.filter((place) => !existsSync(path.join(docs, place)))).toEqual([]);
  });

  it('a command, a block or a column that nobody knows is noticed', async () => {
    const lost = new Newcomer();
    const follow = async (words: string) => {
      for (const step of readDocument(words)) await lost.follow(step);
    };
    await expect(follow('```sh\ncurl https://council.gov.uk\n```')).rejects.toThrow(/nobody runs/);
    await expect(follow('```sh\nnpm run nothing\n```')).rejects.toThrow(/nothing that package/);
    await expect(follow('```sh\nnpx golden-thread nothing\n```')).rejects.toThrow(/not a command/);
    expect(() => readDocument('```yaml\na: b\n```')).toThrow(/Nobody knows/);
    await lost.end();
  });
});

type Recorded = { readonly kind: string; readonly personId: string; readonly summary: string };

const fieldsIn = (answer: unknown): readonly object[] =>
  (answer as { value: readonly { fields: object }[] }).value.map(({ fields }) => fields);
