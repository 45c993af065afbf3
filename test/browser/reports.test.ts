// Reports in the tab: the shelf is opened, a paper read, its words changed, cleared, issued and taken out; on a
// wide screen and a phone. Only under soak: a house and a browser.
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soaking } from '../counts.ts';
import type { House } from '../given.ts';
import { barriersInTab } from './accessible.ts';
import { openBrowser, openContext, phone } from './browser.ts';
import { goTo, sideways } from './in-the-tab.ts';
import { cabinetPaper, officer, openPapersHouse } from './papers-house.ts';
import { button, type ThemeName, tab, takeSeat } from './teams-page.ts';

const settings = { timeout: 90_000 };
const onPhone = { viewport: phone, hasTouch: true, isMobile: true };
const paperAt = `#/reports/${encodeURIComponent(cabinetPaper)}`;
/** The paper's own frame runs nothing, so axe cannot look into it: the page has a test of its own. */
const aroundThePaper = 'h1, header, section:not(:has(iframe))';

describe.runIf(soaking)('reports', () => {
  let browser: Browser;
  let house: House;
  beforeAll(async () => {
    browser = await openBrowser();
    house = await openPapersHouse();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  type Look = BrowserContextOptions & {
    readonly theme?: ThemeName;
    readonly person?: string;
    readonly at?: string;
  };
  const looking = async ({
    theme = 'light',
    person = 'p-performance',
    at = '#/reports',
    ...how
  }: Look = {}) => {
    const page = await (await openContext(browser, how)).newPage();
    await takeSeat(page, { house, person, view: 'tab', theme });
    await goTo(page, at);
    await tab(page)
      .getByRole('heading', { level: 1, name: /papers?|Strategic measures/ })
      .waitFor();
    return page;
  };
  const said = (page: Page, words: string | RegExp) =>
    tab(page).getByRole('status').filter({ hasText: words }).waitFor();
  const dialogIn = (page: Page) => tab(page).getByRole('dialog');
  const paperIn = (page: Page) => tab(page).frameLocator('iframe');

  test.each(['light', 'dark', 'contrast'] as const)(
    'can be read by everyone in the %s theme: the shelf, a paper and a dialog',
    settings,
    async (theme) => {
      const shelf = await looking({ theme });
      expect(await barriersInTab(shelf)).toEqual([]);
      const page = await looking({ theme, at: paperAt });
      expect(await barriersInTab(page, aroundThePaper)).toEqual([]);
      await button(tab(page), /^Change the words of /)
        .first()
        .click();
      await dialogIn(page).waitFor();
      expect(await barriersInTab(page, '[role="dialog"]')).toEqual([]);
    },
  );

  test.each([onPhone, { ...onPhone, viewport: { width: 320, height: 640 } }])(
    'fits a phone, and what is pressed is large enough for a thumb',
    settings,
    async (how) => {
      for (const at of ['#/reports', paperAt]) {
        const page = await looking({ ...how, at });
        expect(await sideways(page)).toBe(0);
        const small: string[] = [];
        const pressed = tab(page).getByRole('main').getByRole('button');
        for (const each of await pressed.all()) {
          const box = await each.boundingBox();
          if (box && box.height < 44) small.push((await each.textContent()) ?? '');
        }
        expect(small).toEqual([]);
      }
    },
  );

  test('are read by an owner, who presses nothing', settings, async () => {
    const page = await looking({ person: 'p-voids', at: paperAt });
    await paperIn(page).getByRole('heading', { name: 'Contents' }).waitFor();
    expect(await button(tab(page), /^(Clear|Record|Change the words|Issue)/).count()).toBe(0);
  });

  test(
    'a paper is reworded, cleared, reworded again, issued and taken out as a Word file',
    settings,
    async () => {
      const page = await looking({ at: paperAt });
      await button(tab(page), /^Change the words of /)
        .first()
        .click();
      const dialog = tab(page).getByRole('dialog');
      await dialog.getByLabel('Words as printed').fill('Two more staff have started.');
      await button(dialog, 'Change the words').click();
      await dialog.getByText('Say in a few words why the words are changed.').waitFor();
      await dialog.getByLabel('Reason').fill('Asked for by finance');
      await button(dialog, 'Change the words').click();
      await said(page, 'Changed, in every paper of the quarter');
      await paperIn(page).getByText('Two more staff have started.').first().waitFor();
      await button(tab(page), /^Record that it is agreed/).click();
      await button(dialog, 'Record it').click();
      await said(page, 'Portfolio holder: cleared.');
      const cleared = await looking({ at: paperAt, person: officer });
      for (const which of ['Finance', 'Legal']) {
        await button(tab(cleared), `Clear it: ${which}`).click();
        await button(tab(cleared).getByRole('dialog'), 'Clear it').click();
        await said(cleared, `${which}: cleared.`);
      }
      // Reworded again it is not issued until each has cleared it as it is now.
      await button(tab(page), /^Change the words of /)
        .first()
        .click();
      await dialog.getByLabel('Words as printed').fill('Two more staff have started. Both stay.');
      await dialog.getByLabel('Reason').fill('Asked for by legal');
      await button(dialog, 'Change the words').click();
      await said(page, 'Changed, in every paper of the quarter');
      await tab(page).getByText('◐ To be cleared again').nth(2).waitFor();
      expect(await button(tab(page), 'Issue this paper').count()).toBe(0);
      const again = await looking({ at: paperAt, person: officer });
      for (const which of ['Finance', 'Legal']) {
        await button(tab(again), `Clear it as it is now: ${which}`).click();
        const asked = tab(again).getByRole('dialog');
        await asked.getByText(/^Words changed since: /).waitFor();
        await button(asked, 'Clear it').click();
        await said(again, `${which}: cleared.`);
      }
      await button(tab(page), 'Clear it as it is now: Portfolio holder').click();
      await button(dialog, 'Record it').click();
      await said(page, 'Portfolio holder: cleared.');
      await button(tab(page), 'Issue this paper').click();
      await button(dialog, 'Issue it').click();
      await said(page, /^Issued\. \d+ lines/);
      await button(tab(page), 'Take out').click();
      const download = page.waitForEvent('download');
      await tab(page).getByRole('menuitem', { name: 'As a Word file', exact: true }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/^Strategic measures .*\.docx$/);
      expect(
        readFileSync(await file.path())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
      const lines = await house.list('Paper lines');
      expect(
        lines.some(({ Words }) => String(Words).startsWith('Two more staff have started.')),
      ).toBe(true);
      expect(await house.list('Papers')).toMatchObject([{ State: 'Issued' }]);
    },
  );

  test('all papers are made one after another, and come as one file', settings, async () => {
    const page = await looking();
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await button(tab(page), 'Make all as Word files').click();
    await tab(page)
      .getByText(/^[1-9] of \d+ made$/)
      .first()
      .waitFor();
    expect((await download).suggestedFilename()).toBe('Papers, Quarter 2 2020-21.zip');
    await said(page, /papers are in your downloads, in one file/);
  });
});
