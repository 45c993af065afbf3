// The tab where it is not a person's own: opened outside any host, where it knows nobody and says so
// kindly, and in the dialog in which it is added to a channel.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { barriersIn } from './accessible.ts';
import { openBrowser, openContext, phone, requireBuiltPages } from './browser.ts';
import { openDialog } from './channel-dialog.ts';

let browser: Browser;
let house: House;
beforeAll(async () => {
  requireBuiltPages();
  browser = await openBrowser();
  house = await openHouse();
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

test.each([
  ['a laptop', {}],
  ['a phone', { viewport: phone, hasTouch: true, isMobile: true }],
  ['a laptop in the dark', { colorScheme: 'dark' as const }],
])(
  'opened outside Teams on %s, the tab says where it belongs and shows nothing of the council',
  async (_where, options) => {
    const page = await (await openContext(browser, options)).newPage();
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await page.goto(`${house.appUrl}/tab/`);
    await page.getByRole('heading', { level: 1, name: 'Open Golden Thread in Teams' }).waitFor();
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
    expect(await barriersIn(page)).toEqual([]);
  },
);

test('added to a channel, the tab is kept at the team that was chosen, and opens there', async () => {
  const page = await (await openContext(browser, { viewport: phone })).newPage();
  const dialog = await openDialog(page, house, 'p-performance');
  const { inside } = dialog;
  await inside.getByRole('heading', { level: 1, name: /Whose plan/ }).waitFor();
  const teams = inside.getByLabel('Team or directorate');
  const offered = await teams.locator('option').allInnerTexts();
  expect(offered.length).toBeGreaterThan(3);
  expect(offered).not.toContain('My team');
  const [key = ''] = await teams.selectOption({ index: 2 });
  await expect.poll(dialog.canSave).toBe(true);
  expect(await barriersIn(page)).toEqual([]);
  const kept = await dialog.save();
  expect(kept.suggestedDisplayName).toBe(offered[2]);
  const opens = new URL(kept.contentUrl);
  expect(`${opens.origin}${opens.pathname}`).toBe(`${house.appUrl}/tab/`);
  expect(opens.searchParams.get('team')).toBe(key);
  await page.goto(kept.contentUrl);
  await page.getByRole('heading', { level: 1, name: 'Open Golden Thread in Teams' }).waitFor();
});
