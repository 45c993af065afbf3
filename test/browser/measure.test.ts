// A measure's control chart in the tab: read by everyone in each theme and on the narrowest phone, and its
// limits begun again by the performance team, by pointer and by keyboard. Only under soak: a house and a browser.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newRow } from '../../src/registers/new-row.ts';
import { soaking } from '../counts.ts';
import { type House, openHouse } from '../given.ts';
import { smallCouncil } from '../journeys/small-council.ts';
import { barriersInTab } from './accessible.ts';
import { openBrowser, openContext } from './browser.ts';
import { goTo, sideways } from './in-the-tab.ts';
import { button, type ThemeName, tab, takeSeat } from './teams-page.ts';

const settings = { timeout: 90_000 };
const narrowest = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const homeless = 'Number of homeless households in temporary accommodation';

/** Twenty quarters, the last seven above the mean of those before, the newest far outside. */
const before = [80, 84, 79, 83, 81, 85, 80, 82, 84, 81, 83, 80];
const figures = [...before, 86, 87, 86, 88, 87, 86, 88, 112];

const charted = () => {
  const council = smallCouncil();
  const { rows } = council;
  const measure = (rows.measures ?? []).find(({ title }) => title === homeless);
  if (measure === undefined) throw new Error(`There is no measure "${homeless}".`);
  const returns = figures.map((value, at) => {
    const quarter = 4 * 2015 + 1 + at;
    const year = Math.floor(quarter / 4);
    const period = `${year}-${String((year + 1) % 100).padStart(2, '0')} Q${(quarter % 4) + 1}`;
    const key = `${measure.key}|${period}`;
    const whose = { plan: measure.plan, measure: measure.key, owner: measure.owner };
    return newRow('returns', {
      ...whose,
      key,
      title: key,
      period,
      value,
      state: 'Returned',
      finality: 'final',
      forecast: at === figures.length - 1 ? 95 : null,
    });
  });
  const others = (rows.returns ?? []).filter((each) => each.measure !== measure.key);
  const measures = (rows.measures ?? []).map((each) =>
    each === measure ? { ...each, figureIs: 'at its end' as const } : each,
  );
  return {
    measure: measure.key,
    council: { ...council, rows: { ...rows, measures, returns: [...others, ...returns] } },
  };
};

describe.runIf(soaking)('a measure’s control chart', () => {
  const { measure, council } = charted();
  let browser: Browser;
  let house: House;
  beforeAll(async () => {
    browser = await openBrowser();
    house = await openHouse(council);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  type Look = BrowserContextOptions & { readonly theme?: ThemeName; readonly person?: string };
  const looking = async ({ theme = 'light', person = 'p-performance', ...how }: Look = {}) => {
    const page = await (await openContext(browser, how)).newPage();
    await takeSeat(page, { house, person, view: 'tab', theme });
    await goTo(page, `#/measure/${encodeURIComponent(measure)}`);
    await says(page).waitFor();
    return page;
  };
  const says = (page: Page) =>
    tab(page).getByRole('region', { name: 'Its usual variation', exact: true });

  test.each(['light', 'dark', 'contrast'] as const)(
    'can be read by everyone in the %s theme, as a table too',
    settings,
    async (theme) => {
      const page = await looking({ theme });
      expect(await barriersInTab(page)).toEqual([]);
      await button(tab(page), 'Table').click();
      await tab(page).getByText('Special cause, concerning: above the upper limit').waitFor();
      expect(await barriersInTab(page)).toEqual([]);
    },
  );

  test('fits the narrowest phone', settings, async () => {
    const page = await looking(narrowest);
    expect(await sideways(page)).toBe(0);
    expect(await barriersInTab(page)).toEqual([]);
  });

  test(
    'an officer reads what it says, and is not offered to begin limits again',
    settings,
    async () => {
      const page = await looking({ person: 'p-housing-needs' });
      await tab(page).getByText('for the worse: above the upper limit.').first().waitFor();
      expect(await button(tab(page), 'Begin limits again').count()).toBe(0);
    },
  );

  test(
    'the performance team begins the limits again by keyboard, with a reason, and all read it',
    settings,
    async () => {
      const page = await looking();
      await button(tab(page), 'Begin limits again').focus();
      await page.keyboard.press('Enter');
      const dialog = tab(page).getByRole('dialog');
      await dialog.getByLabel('From period').selectOption({ label: 'Q2 2018-19' });
      await dialog.getByRole('button', { name: 'Begin limits again' }).press('Enter');
      await dialog.getByText('Give a reason.').waitFor();
      await dialog.getByLabel('Reason').fill('Households placed by others are counted too.');
      expect(await barriersInTab(page, '[role="dialog"]')).toEqual([]);
      await dialog.getByRole('button', { name: 'Begin limits again' }).press('Enter');
      await tab(page).getByRole('status').filter({ hasText: 'The limits begin again' }).waitFor();
      await says(page)
        .getByText('A From Q2 2018-19 limits begin again: Households placed by others')
        .waitFor();
      expect((await house.list('Rebased limits')).length).toBe(1);
    },
  );
});
