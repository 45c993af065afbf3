// The year's targets in the tab: a director endorses and sends back, the performance team records what was
// agreed; by pointer, by touch and by keyboard, in each theme. Only under soak: a house and a browser.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newRow } from '../../src/registers/new-row.ts';
import { soaking } from '../counts.ts';
import { type House, openHouse } from '../given.ts';
import { smallCouncil } from '../journeys/small-council.ts';
import { barriersInTab } from './accessible.ts';
import { openBrowser, openContext, phone } from './browser.ts';
import { goTo, sideways } from './in-the-tab.ts';
import { button, type ThemeName, tab, takeSeat } from './teams-page.ts';

const settings = { timeout: 90_000 };
const onPhone = { viewport: phone, hasTouch: true, isMobile: true };
const director = 'p-director-housing';
const day = Temporal.PlainDate.from('2020-04-01');

/** This year's targets of the small council, proposed by their owners and not agreed. */
const proposed = () => {
  const council = smallCouncil();
  const { rows } = council;
  const measures = (rows.measures ?? []).filter(({ dataOnly }) => !dataOnly);
  const known = new Map((rows.targets ?? []).map((each) => [each.key, each]));
  const last = (measure: string) =>
    (rows.targets ?? []).findLast((each) => each.measure === measure);
  for (const measure of measures) {
    const key = `${measure.key}|${day.toString()}`;
    const before = known.get(key) ?? last(measure.key);
    if (before === undefined) continue;
    const said = { setBy: measure.owner, setOn: Temporal.PlainDate.from('2020-09-28') };
    known.set(key, { ...before, ...said, key, appliesFrom: day, state: 'proposed' });
  }
  const decision = newRow('decisions', {
    key: 'CAB-1',
    title: 'Cabinet agrees the year’s targets',
    plan: measures[0]?.plan ?? null,
    board: 'cabinet',
    decidedOn: Temporal.PlainDate.from('2020-09-29'),
  });
  return {
    ...council,
    rows: { ...rows, targets: [...known.values()], decisions: [decision] },
  };
};

describe.runIf(soaking)('the year’s targets', () => {
  let browser: Browser;
  let house: House;
  beforeAll(async () => {
    browser = await openBrowser();
    house = await openHouse(proposed());
    await house.moveClock('next');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  type Look = BrowserContextOptions & { readonly theme?: ThemeName; readonly person?: string };
  const looking = async ({ theme = 'light', person = director, ...how }: Look = {}) => {
    const page = await (await openContext(browser, how)).newPage();
    await takeSeat(page, { house, person, view: 'tab', theme });
    await goTo(page, '#/targets');
    await tab(page)
      .getByRole('heading', { level: 1, name: /target/ })
      .waitFor();
    return page;
  };
  const dialog = (page: Page) => tab(page).getByRole('dialog');
  const said = (page: Page, words: string | RegExp) =>
    tab(page).getByRole('status').filter({ hasText: words }).waitFor();

  test.each(['light', 'dark', 'contrast'] as const)(
    'can be read by everyone in the %s theme, a dialog too',
    settings,
    async (theme) => {
      const page = await looking({ theme });
      expect(await barriersInTab(page)).toEqual([]);
      await button(tab(page), /^Send back /)
        .first()
        .click();
      expect(await barriersInTab(page, '[role="dialog"]')).toEqual([]);
    },
  );

  test('fit a phone, and what is pressed is large enough for a thumb', settings, async () => {
    const page = await looking(onPhone);
    expect(await sideways(page)).toBe(0);
    const small: string[] = [];
    for (const each of await tab(page).locator('main').getByRole('button').all()) {
      const box = await each.boundingBox();
      if (box && box.height < 44) small.push(await each.innerText());
    }
    expect(small).toEqual([]);
  });

  test(
    'a director sends one back with a reason, and endorses the others at once',
    settings,
    async () => {
      const page = await looking();
      await button(tab(page), /^Send back /)
        .first()
        .click();
      await button(dialog(page), 'Send it back').click();
      await dialog(page).getByText('Give a reason.').waitFor();
      await dialog(page).getByLabel('Reason').fill('Below what was reached last year.');
      await button(dialog(page), 'Send it back').click();
      await said(page, '1 target sent back.');
      const waiting = tab(page).getByRole('region', { name: /^Waiting for you/ });
      await waiting.getByRole('checkbox', { name: /^All / }).check();
      await button(tab(page), /^Endorse \d+ targets$/).click();
      await said(page, /^\d+ targets endorsed\.$/);
      await waiting.waitFor({ state: 'detached' });
      const rows = await house.list('Targets');
      expect(rows.filter((each) => each['EndorsedBy'] === director).length).toBeGreaterThan(1);
    },
  );

  test('the performance team records what was agreed, by a decision', settings, async () => {
    const page = await looking({ person: 'p-performance' });
    const endorsed = tab(page).getByRole('region', { name: /^Endorsed, waiting/ });
    await endorsed.getByRole('checkbox').first().check();
    await button(tab(page), /^Record \d+ targets? as agreed$/).click();
    await dialog(page).getByLabel('The decision').selectOption({ index: 1 });
    await dialog(page)
      .getByRole('button', { name: /^Record / })
      .click();
    await said(page, /targets? agreed\.$/);
    const agreed = (await house.list('Targets')).filter((each) => each['State'] === 'agreed');
    expect(agreed.length).toBeGreaterThan(0);
  });
});
