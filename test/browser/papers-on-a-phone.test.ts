// The tables of a paper on a phone: headings whole, captions in sight, and how each measure stands beside its name.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paperHtml } from '../../src/documents/papers/html.ts';
import { composed } from '../rules/papers/composed.ts';
import { smallDataset } from '../rules/papers/given-dataset.ts';
import { openBrowser, openContext, phone } from './browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await (await openContext(browser, { viewport: phone })).newPage();
  await page.setContent(paperHtml(composed(smallDataset(), 'Cabinet')));
});
afterAll(() => browser?.close());

test('no heading of a column is broken inside a word', async () => {
  const broken = await page.locator('main thead th').evaluateAll((all) =>
    all.flatMap((each) => {
      const node = each.firstChild;
      if (!node) return [];
      return [...(node.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
        const range = each.ownerDocument.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        return range.getClientRects().length > 1 ? [word] : [];
      });
    }),
  );
  expect(broken).toEqual([]);
});

/** How far to the right each thing found reaches. */
const rightOf = (selector: string): Promise<readonly number[]> =>
  page.locator(selector).evaluateAll((all) =>
    all.map((each) => {
      const range = each.ownerDocument.createRange();
      range.selectNodeContents(each);
      return range.getBoundingClientRect().right;
    }),
  );

test('captions are whole, also where their table goes on past the screen', async () => {
  const wider = await page
    .locator('main > section .scroll')
    .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
  expect(wider).toBeGreaterThan(3);
  const captions = await rightOf('main caption');
  expect(captions.length).toBeGreaterThan(5);
  expect(Math.max(...captions)).toBeLessThanOrEqual(phone.width);
});

test('how each measure stands is in sight, and its name stays when the rest is scrolled to', async () => {
  const tables = page.locator('[aria-labelledby^="measures"] .scroll');
  const status = await rightOf('[aria-labelledby^="measures"] td.status');
  expect(status.length).toBeGreaterThan(5);
  expect(Math.max(...status)).toBeLessThanOrEqual(phone.width);
  const names = await tables.evaluateAll((all) =>
    all.flatMap((each) => {
      each.scrollLeft = each.scrollWidth;
      const edge = each.getBoundingClientRect().left;
      return [...each.querySelectorAll('tbody th, caption span')].map((name) =>
        Math.round(name.getBoundingClientRect().left - edge),
      );
    }),
  );
  expect(names.length).toBeGreaterThan(5);
  expect(names.every((left) => Math.abs(left) <= 1)).toBe(true);
  expect(await tables.first().evaluate((each) => each.scrollLeft)).toBeGreaterThan(20);
});
