// The tab's address opened on its own, outside any host: it knows nobody there, and says so kindly.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { barriersIn } from './accessible.ts';
import { openBrowser, openContext, phone, requireBuiltPages } from './browser.ts';

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
