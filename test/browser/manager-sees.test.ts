// A manager sees in the tab what came in: signed in by the host's token, in each theme, and by keyboard.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soaking } from '../counts.ts';
import { type House, openHouse } from '../given.ts';
import { answerFully } from '../journeys/answering.ts';
import { smallCouncil } from '../journeys/small-council.ts';
import { barriersIn, barriersInTab } from './accessible.ts';
import { laptop, openBrowser, openContext, phone } from './browser.ts';
import { sideways } from './in-the-tab.ts';
import { expectFocusInSight, hasFocus, pressAt, reach, typeAt } from './keyboard.ts';
import { heaviest, takePicture } from './pictures.ts';
import {
  button,
  cardHeaded,
  chooseTheme,
  measure,
  measures,
  newestCard,
  type ThemeName,
  tab,
  takeSeat,
} from './teams-page.ts';

const manager = 'p-manager-housing-needs';
const housing = 'Housing brought back into use';
const homeless = 'Number of homeless households in temporary accommodation';
const commentary = 'Demand rose in the summer. Extra staff start in November.';
const settings = { timeout: 60_000 };

let browser: Browser;
let house: House;
/** The quarter is past its deadline: three of the manager's four returns are in, and one is late. */
beforeAll(async () => {
  browser = await openBrowser();
  house = await openHouse(smallCouncil());
  await house.moveClock('next');
  const owner = house.seat('p-housing-needs');
  await owner.press('start');
  await answerFully(owner, { value: '47' });
  await answerFully(owner, { value: '121', commentary });
  await owner.press('no-data', { until: '2020-11-20', because: 'Published in November.' });
  await house.moveClock('deadline');
  await house.moveClock('next');
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

type Seated = { readonly person?: string; readonly view?: 'chat' | 'tab' | 'both' };

const seated = async (
  { person = manager, view = 'tab' }: Seated = {},
  options: BrowserContextOptions & { readonly theme?: ThemeName } = {},
): Promise<Page> => {
  const { theme = 'light', ...others } = options;
  const page = await (await openContext(browser, others)).newPage();
  await takeSeat(page, { house, person, view, theme });
  return page;
};

const search = (page: Page) => tab(page).getByRole('searchbox', { name: 'Search this plan' });
const shown = (page: Page) => measures(page).getByRole('status');
/** Of the return that the commentary came with. */
const changes = (page: Page) =>
  button(tab(page), 'Change history of the return for Q2 2020-21').first();
const steps = (page: Page) =>
  tab(page).getByRole('list', { name: 'Changes, newest first' }).locator('> li');
const title = (page: Page) => tab(page).getByRole('heading', { level: 1 });

const onLaptop = ['on a laptop', { viewport: laptop }] as const;
const onPhone = ['on a phone', { viewport: phone, hasTouch: true, isMobile: true }] as const;

// An owner's short run is on a phone, a manager's on a laptop.
describe.each(soaking ? [onLaptop, onPhone] : [onLaptop])('a manager %s', (_where, options) => {
  test(
    'sees what came in, what is off target, and what is late and with whom',
    settings,
    async () => {
      const page = await seated({}, options);
      const needs = tab(page).getByRole('region', { name: 'What needs you' });
      const late = needs
        .getByRole('listitem')
        .filter({ hasText: 'Housing disability adaptations' });
      expect(await late.innerText()).toMatch(/Late by 1 working day, with Home Adaptations Lead/);
      const off = needs.getByRole('listitem').filter({ hasText: homeless });
      expect(await off.innerText()).toMatch(/121 households against a target of 90/);
      expect(await title(page).innerText()).toMatch(/1 return is late/);
      expect(await shown(page).innerText()).toBe('4 measures');
      expect(await sideways(page)).toBe(0);
    },
  );

  test(
    'searches and filters, opens a measure’s history, and comes back to where they were',
    settings,
    async () => {
      const page = await seated({}, options);
      await search(page).fill('temporary');
      await measure(page, homeless).waitFor();
      await expect.poll(() => shown(page).innerText()).toBe('1 of 4 measures');
      await search(page).fill('');
      await tab(page).getByLabel('Filter by status').selectOption('off target');
      await expect.poll(() => shown(page).innerText()).toBe('1 of 4 measures');
      await measure(page, homeless).click();
      await title(page).filter({ hasText: homeless }).waitFor();
      await tab(page).getByText(commentary).waitFor();
      await button(tab(page), 'Table').click();
      const newest = tab(page).getByRole('row').filter({ hasText: 'Q2 2020-21' });
      expect(await newest.innerText()).toMatch(/121[^]*90[^]*Off target/);
      expect(await barriersInTab(page)).toEqual([]);
      await button(tab(page), 'Back to the team plan').click();
      await expect.poll(() => hasFocus(measure(page, homeless))).toBe(true);
      expect(await shown(page).innerText()).toBe('1 of 4 measures');
    },
  );
});

test.runIf(soaking)(
  'a manager reads who changed a return, from what, to what and why, and is back where they were',
  settings,
  async () => {
    const page = await seated();
    const screen = '**/assets/measure-*.js';
    await page.context().route(screen, (route) => route.abort());
    await measure(page, homeless).click();
    await tab(page).getByText('This screen could not be opened').waitFor();
    expect(await search(page).isVisible()).toBe(true);
    await page.context().unroute(screen);
    await button(tab(page), 'Try again').click();
    await title(page).filter({ hasText: homeless }).waitFor();
    await pressAt(page, changes(page));
    await steps(page).first().waitFor();
    await expectFocusInSight(page);
    expect(await steps(page).first().innerText()).toMatch(
      /Head of Housing Needs\s+by card\s+Thu 1 October 2020[^]*Value[^]*121[^]*Demand rose[^]*State[^]*Due[^]*Returned/,
    );
    expect(await steps(page).last().innerText()).toMatch(/Golden Thread[^]*Created/);
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(changes(page))).toBe(true);
    await expectFocusInSight(page);
    await button(tab(page), 'Change history').click();
    await tab(page).getByText('Nothing has changed since it was made.').waitFor();
  },
);

const themes: readonly ThemeName[] = ['light', 'dark', 'contrast'];
/** Each screen is looked at in one theme, and all of them among the screens; in the soak, in all. */
const looksAt = (theme: ThemeName, now: ThemeName): boolean => soaking || theme === now;

describe.each(themes)('in the %s theme', (theme) => {
  test.runIf(looksAt(theme, 'light'))(
    'the page, the tab in it and a measure’s history can be read by everyone',
    settings,
    async () => {
      const page = await seated({}, { theme });
      expect(await barriersIn(page)).toEqual([]);
      expect(await barriersInTab(page)).toEqual([]);
      await measure(page, homeless).click();
      await tab(page).getByRole('region', { name: 'History' }).waitFor();
      expect(await barriersInTab(page)).toEqual([]);
      await changes(page).click();
      await steps(page).first().waitFor();
      expect(await barriersInTab(page, '[role=dialog]')).toEqual([]);
    },
  );

  test.runIf(looksAt(theme, 'contrast'))(
    'the manager’s card can be read by everyone',
    settings,
    async () => {
      const page = await seated({ view: 'chat' }, { theme });
      await cardHeaded(page, /1 return late in your teams/).waitFor();
      expect(await barriersIn(page, '.chat')).toEqual([]);
    },
  );

  test.runIf(looksAt(theme, 'dark'))(
    'the cycle, as the performance team sees it, can be read by everyone',
    settings,
    async () => {
      const page = await seated({ person: 'p-performance' }, { theme });
      await tab(page).getByRole('link', { name: 'Cycle', exact: true }).click();
      await tab(page).getByRole('region', { name: 'By directorate' }).waitFor();
      expect(await barriersInTab(page)).toEqual([]);
    },
  );
});

test.runIf(soaking)('the tab follows the theme its host changes to', settings, async () => {
  const page = await seated();
  const background = () =>
    tab(page)
      .locator('.fui-FluentProvider')
      .first()
      .evaluate(
        (element) => element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor,
      );
  const light = await background();
  await chooseTheme(page, 'High contrast');
  await expect.poll(background).toBe('rgb(0, 0, 0)');
  await chooseTheme(page, 'Light');
  await expect.poll(background).toBe(light);
});

test('a manager does all of it by keyboard alone, the focus never lost', settings, async () => {
  const page = await seated();
  await pressAt(page, page.getByRole('button', { name: /^Theme: / }));
  await reach(page, page.getByRole('menuitemradio', { name: 'Dark', exact: true }), 'ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Theme: Dark' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'Dark', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(page.getByRole('button', { name: 'Theme: Dark' }))).toBe(true);
  await typeAt(page, search(page), 'temporary');
  await expect.poll(() => shown(page).innerText()).toBe('1 of 4 measures');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect.poll(() => shown(page).innerText()).toBe('4 measures');
  await reach(page, tab(page).getByLabel('Filter by status'));
  await page.keyboard.type('Off');
  await expect.poll(() => shown(page).innerText()).toBe('1 of 4 measures');
  await pressAt(page, measure(page, homeless));
  await title(page).filter({ hasText: homeless }).waitFor();
  await expect.poll(() => hasFocus(title(page))).toBe(true);
  await pressAt(page, button(tab(page), 'Table'), ' ');
  await tab(page).getByRole('table').waitFor();
  await reach(page, button(tab(page), 'Back to the team plan'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => hasFocus(measure(page, homeless))).toBe(true);
  await expectFocusInSight(page);
});

test.runIf(soaking)('a manager acknowledges their card by keyboard', settings, async () => {
  const page = await seated({ view: 'chat' });
  await pressAt(page, button(newestCard(page), 'Acknowledge'));
  await newestCard(page)
    .getByText(/Acknowledged/)
    .first()
    .waitFor();
  const [row] = (await house.list('Escalations')).filter((each) => each['Person'] === manager);
  expect(row).toMatchObject({ State: 'Acknowledged' });
});

test.runIf(soaking)('the tab and the Teams page can be shown in the README', settings, async () => {
  const alone = await seated({}, { deviceScaleFactor: 2, viewport: { width: 1480, height: 1120 } });
  await measure(alone, housing).waitFor();
  const frame = alone.locator('iframe[title="Golden Thread tab"]');
  expect(await takePicture('tab', frame)).toBeLessThan(heaviest);
  const both = await seated(
    { view: 'both' },
    { deviceScaleFactor: 2, viewport: { width: 1200, height: 680 } },
  );
  await cardHeaded(both, /1 return late in your teams/).waitFor();
  await tab(both).getByRole('region', { name: 'What needs you' }).waitFor();
  expect(await takePicture('teams', both)).toBeLessThan(heaviest);
});
