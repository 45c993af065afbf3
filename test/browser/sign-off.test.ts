// Sign-off in the tab: a manager approves the plain ones together, opens the others, sends one back; a director
// signs; on a wide screen and a phone, in each theme. Only under soak: a house and a browser.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soaking } from '../counts.ts';
import { type House, openHouse } from '../given.ts';
import { answerAll } from '../journeys/answering.ts';
import { cycle, smallCouncil } from '../journeys/small-council.ts';
import { barriersInTab } from './accessible.ts';
import { openBrowser, openContext, phone } from './browser.ts';
import { goTo, sideways } from './in-the-tab.ts';
import { button, type ThemeName, tab, takeSeat } from './teams-page.ts';

const settings = { timeout: 90_000 };
const onPhone = { viewport: phone, hasTouch: true, isMobile: true };

/** Everything is approved by its manager. */
const approved = () => {
  const council = smallCouncil();
  const measures = (council.rows.measures ?? []).map((each) => ({ ...each, signOff: true }));
  return { ...council, rows: { ...council.rows, measures } };
};

describe.runIf(soaking)('sign-off', () => {
  let browser: Browser;
  let house: House;
  let manager = '';
  let director = '';
  beforeAll(async () => {
    browser = await openBrowser();
    const council = approved();
    house = await openHouse(council);
    await house.moveClock('next');
    await answerAll(house.seat('p-voids'), council);
    const team = (council.rows.people ?? []).find(({ key }) => key === 'p-voids')?.team;
    const led = (council.rows.teams ?? []).find(({ key }) => key === team);
    manager = led?.manager ?? '';
    const inDirectorate = (council.rows.teams ?? []).filter(
      (each) => each.directorate === led?.directorate,
    );
    director =
      (council.rows.people ?? []).find(
        (each) => each.roles.includes('SMT') && inDirectorate.some(({ key }) => key === each.team),
      )?.key ?? '';
    await house.moveClockTo('2020-10-05T12:00');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  type Look = BrowserContextOptions & { readonly theme?: ThemeName; readonly person?: string };
  const looking = async ({ theme = 'light', person = manager, ...how }: Look = {}) => {
    const page = await (await openContext(browser, how)).newPage();
    await takeSeat(page, { house, person, view: 'tab', theme });
    await goTo(page, '#/sign-off');
    await tab(page)
      .getByRole('region', { name: /Waiting for you|Signatures/ })
      .first()
      .waitFor();
    return page;
  };
  const said = (page: Page, words: string | RegExp) =>
    tab(page).getByRole('status').filter({ hasText: words }).waitFor();

  test.each(['light', 'dark', 'contrast'] as const)(
    'can be read by everyone in the %s theme, opened and with a dialog too',
    settings,
    async (theme) => {
      const page = await looking({ theme });
      await button(tab(page), /^Open /)
        .first()
        .click();
      expect(await barriersInTab(page)).toEqual([]);
      await button(tab(page), /^Send back /)
        .first()
        .click();
      expect(await barriersInTab(page, '[role="dialog"]')).toEqual([]);
    },
  );

  test('fits a phone, and what is pressed is large enough for a thumb', settings, async () => {
    const page = await looking(onPhone);
    await button(tab(page), /^Open /)
      .first()
      .click();
    expect(await sideways(page)).toBe(0);
    const small: string[] = [];
    for (const each of await tab(page).getByRole('main').getByRole('button').all()) {
      const box = await each.boundingBox();
      if (box && box.height < 44) small.push((await each.textContent()) ?? '');
    }
    expect(small).toEqual([]);
  });

  test('sends one back, and approves the plain ones together', settings, async () => {
    const page = await looking();
    const waiting = async () =>
      (await house.list('Returns')).filter(({ Approval }) => Approval === 'awaiting').length;
    const before = await waiting();
    await button(tab(page), /^Open /)
      .first()
      .click();
    await button(tab(page), /^Send back /)
      .first()
      .click();
    const dialog = tab(page).getByRole('dialog');
    await button(dialog, 'Send it back').click();
    await dialog.getByText('Say in a few words what is to be put right').waitFor();
    await dialog.getByLabel('Reason').fill('Leave the garages out.');
    await button(dialog, 'Send it back').click();
    await said(page, 'Sent back.');
    expect(await waiting()).toBe(before - 1);
    const all = tab(page).getByRole('checkbox', { name: /plain/ });
    if ((await all.count()) > 0) {
      await all.check();
      await button(tab(page), /^Approve \d+ return/).click();
      await said(page, /approved\./);
      expect(await waiting()).toBeLessThan(before - 1);
    }
  });

  test('is signed by the director, with remarks while something waits', settings, async () => {
    const page = await looking({ person: director });
    await button(tab(page), /^Sign /)
      .first()
      .click();
    const dialog = tab(page).getByRole('dialog');
    await dialog.getByRole('textbox').fill('As it stands in the first week.');
    await button(dialog, 'Sign').click();
    await said(page, 'Signed, as it stands now.');
    const rows = await house.list('Sign-offs');
    expect(rows.map(({ State, Cycle }) => [State, Cycle])).toEqual([['Signed', cycle]]);
  });
});
