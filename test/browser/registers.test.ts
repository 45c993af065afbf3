// The registers, import and the golden thread as people use them: in each theme, by keyboard, on a phone.
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSpreadsheets } from '../../src/documents/spreadsheets.ts';
import { valueOfCell } from '../../src/rules/workbook.ts';
import { soaking } from '../counts.ts';
import { type House, openHouse } from '../given.ts';
import { barriersInTab } from './accessible.ts';
import { laptop, openBrowser, openContext, phone } from './browser.ts';
import { goTo, sideways } from './in-the-tab.ts';
import { expectFocusInSight, hasFocus, reach } from './keyboard.ts';
import { button, type ThemeName, tab, takeSeat } from './teams-page.ts';

const performance = 'p-performance';
const officer = 'p-housing-needs';
const plan = 'operating-plan-2020-21';
const settings = { timeout: 90_000 };
let browser: Browser;
let house: House;
beforeAll(async () => {
  browser = await openBrowser();
  house = await openHouse();
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

type Seated = { readonly person?: string; readonly theme?: ThemeName };

const seated = async (
  { person = performance, theme = 'light' }: Seated = {},
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const page = await (await openContext(browser, options)).newPage();
  await takeSeat(page, { house, person, view: 'tab', theme });
  return page;
};
const title = (page: Page): Locator => tab(page).getByRole('heading', { level: 1 });
const titled = (page: Page, words: RegExp | string) =>
  title(page).filter({ hasText: words }).waitFor();
const grid = (page: Page): Locator => tab(page).getByRole('region', { name: /, rows 1 to / });
const section = (page: Page, name: string): Locator =>
  tab(page).getByRole('link', { name, exact: true });
const line = (page: Page, name: RegExp): Locator => tab(page).getByRole('option', { name });
const chosenLine = (page: Page): Locator =>
  tab(page).getByRole('region', { name: 'The chosen line' });
const chooseFile = async (page: Page, name: string, text: string): Promise<void> => {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await tab(page).locator('input[type=file]').setInputFiles(file);
};

const headings = 'Key,Name,Plan,Code,Controls,Appetite';
const csv = (...rows: readonly string[]): string => [headings, ...rows].join('\r\n');

test(
  'the performance team finds a register, searches it, and takes it out as a file',
  settings,
  async () => {
    const page = await seated();
    await section(page, 'Registers').click();
    await titled(page, /rows in \d+ registers/);
    await tab(page).getByRole('link', { name: 'Actions', exact: true }).click();
    await titled(page, /^Actions: \d+ rows$/);
    await tab(page).getByLabel('Plan', { exact: true }).selectOption(plan);
    await titled(page, 'Actions: 199 rows');
    await tab(page).getByRole('searchbox', { name: 'Search this register' }).fill('THRIVE');
    await titled(page, /row(s)? match(es)? “THRIVE”/);
    expect(await grid(page).getByRole('rowheader').first().innerText()).toMatch(/THRIVE/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await button(tab(page), 'Export').click();
        await tab(page)
          .getByRole('menuitem', { name: 'As an Excel workbook', exact: true })
          .click();
      })(),
    ]);
    expect(download.suggestedFilename()).toBe('Actions.xlsx');
    const read = await openSpreadsheets().read({
      name: 'Actions.xlsx',
      bytes: readFileSync(await download.path()),
    });
    if ('refused' in read) throw new Error(read.words);
    const [sheet] = read.sheets;
    expect(sheet?.rows[0]?.slice(0, 2).map(valueOfCell)).toEqual(['Key', 'Name']);
    expect(sheet?.rows).toHaveLength(200);
  },
);

test.runIf(soaking)(
  'a row is read whole, with its blanks by name, and leads to its place in the thread',
  settings,
  async () => {
    const page = await seated();
    await goTo(page, `#/registers/risks?plan=${plan}`);
    await titled(page, /^Risks: /);
    await grid(page).getByRole('rowheader').first().getByRole('button').click();
    const whole = tab(page).getByRole('dialog');
    expect(await whole.innerText()).toMatch(/Threatens[^]*Blank: .*Controls/);
    await button(tab(page), 'Change history').click();
    await whole.getByText('Nothing has changed since it was made.').waitFor();
    await expect.poll(() => hasFocus(button(tab(page), 'Back to the row'))).toBe(true);
    await whole.getByRole('button', { name: /^Show what it was made with/ }).click();
    expect(await whole.innerText()).toMatch(/Threatens/);
    await button(tab(page), 'Back to the row').click();
    await whole.getByRole('link', { name: /^In the thread/ }).click();
    await titled(page, /^How .* lines serve/);
    expect(await chosenLine(page).innerText()).toMatch(/Risk · 1\.R1[^]*serves/);
  },
);

test.runIf(soaking)(
  'a long file shows a few rows of each register, and the button to agree beneath',
  settings,
  async () => {
    const page = await seated();
    await goTo(page, '#/import');
    await chooseFile(page, 'empty.csv', '');
    await tab(page).getByText('empty.csv is empty').waitFor();
    const risks = [1, 2, 3, 4, 5, 6, 7].map((n) => `${plan}|8.X${n},Risk ${n},${plan},8.X${n},,9`);
    await chooseFile(page, 'risks.csv', csv(...risks));
    await tab(page).getByText('empty.csv is empty').waitFor({ state: 'detached' });
    await titled(page, 'Choose the plan it belongs to');
    await tab(page).getByLabel('Plan', { exact: true }).selectOption(plan);
    await titled(page, '7 rows would change in 1 register');
    expect(await tab(page).getByText('Risk 7').count()).toBe(0);
    await button(tab(page), 'Show all 7 in Risks').click();
    await tab(page).getByText('Risk 7').first().waitFor();
    await chooseFile(page, 'hello.csv', 'hello,this\r\nis,nonsense');
    await titled(page, 'Nothing in this file was understood');
  },
);

test('a spreadsheet is looked at, agreed to and found in the register', settings, async () => {
  const page = await seated();
  await goTo(page, `#/import?plan=${plan}`);
  await titled(page, 'Take in a spreadsheet');
  await chooseFile(page, 'old.xls', 'x');
  await tab(page).getByText('old.xls is neither an .xlsx nor a .csv file').waitFor();
  await chooseFile(page, 'risks.csv', csv(`${plan}|9.R9,A new risk,${plan},9.R9,Walls.,lots`));
  await titled(page, '1 cell has to be put right in the file first');
  await tab(page).getByText('risks, F2').waitFor();
  expect(await button(tab(page), /^Take in/).count()).toBe(0);
  const good = csv(`${plan}|9.R9,A new risk,${plan},9.R9,Walls and pumps.,9`);
  await chooseFile(page, 'risks.csv', good);
  await titled(page, '1 row would change in 1 register');
  await tab(page)
    .getByLabel(/^Reason/)
    .fill('Agreed at the board');
  // What was chosen and typed is still there after looking elsewhere.
  await section(page, 'Thread').click();
  await titled(page, /^How /);
  await goTo(page, '#/import');
  expect(
    await tab(page)
      .getByLabel(/^Reason/)
      .inputValue(),
  ).toBe('Agreed at the board');
  await button(tab(page), 'Take in 1 row').click();
  await titled(page, 'Taken in: 1 row');
  await tab(page).getByText('They will be in the lists shortly').waitFor();
  await tab(page).getByRole('link', { name: 'Open Risks' }).click();
  await tab(page).getByRole('searchbox', { name: 'Search this register' }).fill('pumps');
  await titled(page, '1 row matches “pumps”');
  expect(await grid(page).innerText()).toContain('A new risk');
  const [kept] = (await house.list('Risks')).filter((row) => row['Key'] === `${plan}|9.R9`);
  expect(kept).toMatchObject({ Appetite: 9 });
  await goTo(page, '#/import');
  await chooseFile(page, 'risks.csv', good);
  await titled(page, 'The registers say all of this already: nothing would change');
});

test.runIf(soaking)(
  'anyone else is told whom to ask, and sees no way to take a register out',
  settings,
  async () => {
    const page = await seated({ person: officer });
    await goTo(page, '#/import');
    await tab(page).getByText('Files are taken in by the performance team').waitFor();
    await goTo(page, '#/registers/actions');
    await titled(page, /^Actions: /);
    expect(await button(tab(page), 'Export').count()).toBe(0);
  },
);

test('the thread is read by keyboard, the focus never lost', settings, async () => {
  const page = await seated();
  await goTo(page, `#/thread?plan=${plan}`);
  await titled(page, /^How /);
  const first = line(page, /Every team knows/);
  await reach(page, first);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const priority = line(page, /^2 Enabling our residents/);
  expect(await hasFocus(priority)).toBe(true);
  await page.keyboard.press('Enter');
  await chosenLine(page)
    .getByText(/Priority 2 serves the plan as a whole; .*measures.* hang from it/)
    .waitFor();
  expect(await priority.getAttribute('aria-selected')).toBe('true');
  expect(await line(page, /EP 8 /).first().textContent()).toContain('it serves the chosen line');
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toMatch(/it serves the chosen line/);
  await expectFocusInSight(page);
  await page.keyboard.press('Escape');
  await chosenLine(page).getByText('Choose any line').waitFor();
  await goTo(page, `#/thread/${encodeURIComponent(`Measures: ${plan}|EP 8`)}`);
  await reach(page, button(tab(page), 'Open the measure'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await titled(page, 'Smoking at Time of Delivery');
  await tab(page).getByRole('link', { name: 'See all it serves and all that serves it' }).click();
  await chosenLine(page)
    .getByText(/EP 8 serves priority 2/)
    .waitFor();
});

const focused = (page: Page): Promise<string> =>
  tab(page).locator('[role=option]:focus').innerText();

test.runIf(soaking)(
  'on a phone registers are cards and the thread shows what is lit alone',
  settings,
  async () => {
    const page = await seated({}, { viewport: phone, hasTouch: true, isMobile: true });
    await goTo(page, `#/registers/actions?plan=${plan}`);
    await titled(page, 'Actions: 199 rows');
    expect(await grid(page).count()).toBe(0);
    expect(await sideways(page)).toBe(0);
    await goTo(page, `#/thread?plan=${plan}`);
    await titled(page, /^How /);
    await button(tab(page), 'Measures').tap();
    await line(page, /EP 8 /).first().tap();
    await chosenLine(page)
      .getByText(/EP 8 serves priority 2/)
      .waitFor();
    expect(await tab(page).getByRole('option').count()).toBeLessThan(10);
    expect(await sideways(page)).toBe(0);
  },
);

/** Other screens are looked at in other themes; in the soak, all in all. */
const themes: readonly ThemeName[] = soaking ? ['light', 'dark', 'contrast'] : ['dark'];
/** All of them are looked at in the soak. */
const someRisks = soaking ? '' : '&find=budget';

describe.each(themes)('in the %s theme', (theme) => {
  test(
    'the shelf, a register, an import and the thread can be read by everyone',
    settings,
    async () => {
      const page = await seated({ theme }, { viewport: laptop });
      await goTo(page, '#/registers');
      await titled(page, /rows in/);
      expect(await barriersInTab(page)).toEqual([]);
      await goTo(page, `#/registers/risks?plan=${plan}${someRisks}`);
      await titled(page, /^Risks|match/);
      await tab(page)
        .getByLabel(/Show \d+ blank columns/)
        .click();
      expect(await barriersInTab(page)).toEqual([]);
      await grid(page).getByRole('rowheader').first().getByRole('button').click();
      await tab(page).getByRole('dialog').waitFor();
      expect(await barriersInTab(page)).toEqual([]);
      await goTo(page, `#/import?plan=${plan}`);
      await chooseFile(
        page,
        'risks.csv',
        csv(
          `${plan}|1.R1,Changed,${plan},1.R1,${'Walls. '.repeat(40)},9`,
          `${plan}|9.R8,New,${plan},9.R8,,lots`,
        ),
      );
      await titled(page, /put right/);
      expect(await barriersInTab(page)).toEqual([]);
      await goTo(page, '#/thread?plan=strategic-plan-2016-20');
      await titled(page, /^How 29 lines serve/);
      expect(await barriersInTab(page)).toEqual([]);
      if (theme !== 'light' && !soaking) return;
      await goTo(page, `#/thread?plan=${plan}`);
      await line(page, /EP 8 /).first().click();
      await chosenLine(page)
        .getByText(/EP 8 serves/)
        .waitFor();
      expect(await barriersInTab(page, 'section[aria-label="Measures"]')).toEqual([]);
    },
  );
});
