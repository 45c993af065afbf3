// A paper as its readers open it: at a desk, on a phone, in the dark, in colours of their own, by keyboard
// and on paper. One page with every block, every chart and the worst that people type.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fontSize } from '../../src/documents/charts/pen.ts';
import { paperHtml } from '../../src/documents/papers/html.ts';
import { givenPaper } from '../documents/papers/given-paper.ts';
import { barriersIn, barriersInTab } from './accessible.ts';
import { openBrowser, openContext } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const html = paperHtml(givenPaper);
const opened = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await (await openContext(browser, options)).newPage();
  await page.setContent(html);
  return page;
};
const openAll = (page: Page) =>
  page.locator('details').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '');
  });

const desk = { width: 1280, height: 900 };
const phone = { width: 320, height: 700 };

test.each<[string, BrowserContextOptions]>([
  ['at a desk', { viewport: desk }],
  ['on a phone, in the dark', { viewport: phone, colorScheme: 'dark' }],
  ['in colours of the reader’s own', { viewport: desk, forcedColors: 'active' }],
])('%s the paper has no barrier, scrolls down alone, and runs nothing', async (_where, options) => {
  const page = await opened(options);
  await openAll(page);
  expect(await barriersIn(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(options.viewport?.width);
  expect(await page.title()).toContain(givenPaper.title);
  await page.context().close();
});

/** The chart drawings that are shown, by the smallest size of letter in them. */
const drawingsShown = async (page: Page) => {
  const all = await page.locator('svg').evaluateAll((found) =>
    found.map((each) => ({
      narrow: each.classList.contains('narrow'),
      drawn: Number(each.getAttribute('width')),
      shown: each.getBoundingClientRect().width,
      right: each.getBoundingClientRect().right,
    })),
  );
  return all
    .filter(({ shown }) => shown > 0)
    .map(({ drawn, shown, ...rest }) => ({ ...rest, letters: (fontSize * shown) / drawn }));
};

test('a phone shows each chart once, with letters that can be read; so do a desk and paper', async () => {
  const page = await opened({ viewport: phone });
  const charts = await page.locator('figure.chart').count();
  const onPhone = await drawingsShown(page);
  expect(onPhone).toHaveLength(charts);
  expect(
    onPhone.every(({ narrow, letters, right }) => narrow && letters > 12 && right <= 320),
  ).toBe(true);
  const cutOff = await page.locator('svg.narrow text').evaluateAll((all) =>
    all
      .filter((each) => {
        const own = each.getBoundingClientRect();
        const around = each.closest('svg')?.getBoundingClientRect();
        return !around || own.left < around.left - 1 || own.right > around.right + 1;
      })
      .map((each) => each.textContent),
  );
  expect(cutOff).toEqual([]);
  for (const [media, size] of [
    ['screen', desk],
    ['print', phone],
  ] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ media });
    const shown = await drawingsShown(page);
    expect(shown).toHaveLength(charts);
    expect(shown.some(({ narrow }) => narrow)).toBe(false);
  }
  await page.context().close();
});

test('by keyboard the first stop leads past the contents, and figures open at a press', async () => {
  const page = await opened({ viewport: desk });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('paper_content');
  const figures = page.locator('details').first();
  await figures.locator('summary').focus();
  await page.keyboard.press('Enter');
  await figures.getByRole('cell', { name: 'Off target' }).first().waitFor();
  await page.context().close();
});

test('the dark is dark, in the page and in its charts', async () => {
  const page = await opened({ viewport: desk, colorScheme: 'dark' });
  const lightness = async (selector: string, property: string) => {
    const colour: string = await page
      .locator(selector)
      .first()
      .evaluate(
        (each, asked) =>
          each.ownerDocument.defaultView?.getComputedStyle(each)[asked as 'color'] ?? '',
        property,
      );
    const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
    return (red + green + blue) / 3;
  };
  expect(await lightness('body', 'backgroundColor')).toBeLessThan(50);
  expect(await lightness('body', 'color')).toBeGreaterThan(200);
  expect(await lightness('svg text', 'fill')).toBeGreaterThan(150);
  await page.emulateMedia({ media: 'print' });
  expect(await lightness('svg text', 'fill')).toBeLessThan(100);
  await page.context().close();
});

test('what is looked at for barriers is where it is said to be, and one that is there is found', async () => {
  const page = await (await openContext(browser)).newPage();
  const around = (inside: string) => {
    const srcdoc = inside.replaceAll('&', '&amp;').replaceAll("'", '&#39;');
    return page.setContent(
      `<html lang="en"><title>Out</title><iframe title="Golden Thread tab" srcdoc='${srcdoc}'></iframe></html>`,
    );
  };
  await around(`${html}<button></button>`);
  expect(await barriersIn(page)).toEqual([]);
  expect((await barriersInTab(page)).join()).toContain('button-name');
  await around('<html lang="en"><title>Nothing drawn yet</title></html>');
  expect(await barriersInTab(page)).toEqual(['axe found next to nothing there']);
  await expect(barriersIn(page, 'nothing-there')).rejects.toThrow('No elements found');
  await page.context().close();
});
