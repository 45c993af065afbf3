// An owner answers what they owe by card, in a real browser: with a mouse, on a phone, by keyboard alone.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { soaking } from '../counts.ts';
import { type House, openHouse } from '../given.ts';
import { smallCouncil } from '../journeys/small-council.ts';
import { barriersIn } from './accessible.ts';
import { laptop, openBrowser, openContext, phone } from './browser.ts';
import { pressAt, reach, typeAt } from './keyboard.ts';
import { heaviest, takePicture } from './pictures.ts';
import { button, cardHeaded, chooseTheme, field, newestCard, takeSeat } from './teams-page.ts';

const owner = 'p-housing-needs';
const housing = 'Housing brought back into use';
const homeless = 'Number of homeless households in temporary accommodation';
const prevented = '% of homelessness acceptances successfully prevented/relieved';
const commentary = 'Demand rose in the summer. Extra staff start in November.';
const action = 'Two more officers, and the families who wait longest first.';
const because = 'The national figures are published in November.';
const settings = { timeout: 60_000 };

let browser: Browser;
let house: House;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  house = await openHouse(smallCouncil([owner]));
  await house.moveClock('next');
});
afterEach(() => house?.close());

const seated = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await (await openContext(browser, options)).newPage();
  await takeSeat(page, { house, person: owner });
  return page;
};

const press = (page: Page, name: string | RegExp) => button(newestCard(page), name).click();

const answerHousing = async (page: Page): Promise<void> => {
  await cardHeaded(page, housing).waitFor();
  await field(page, 'Value (properties)').fill('47');
  await press(page, 'Save and next (1 of 3)');
  await cardHeaded(page, homeless).waitFor();
};

/** What the list holds of this cycle's answers, read through Graph, measure by measure. */
const answersInTheList = async (): Promise<readonly object[]> =>
  (await house.list('Returns'))
    .filter((row) => row['Cycle'] !== undefined && row['State'] !== 'Due')
    .map((row) => ({
      measure: String(row['Measure']).split('|')[1],
      by: row['ReturnedBy'],
      revision: row['Revision'],
      ...onlyGiven({ value: row['Value'], finality: row['Finality'] }),
      ...onlyGiven({ commentary: row['Commentary'], because: row['NoDataReason'] }),
      ...onlyGiven({ until: row['NoDataUntil'] }),
    }))
    .toSorted((one, other) => String(one.measure).localeCompare(String(other.measure)));

const onlyGiven = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const threeAnswers = [
  { measure: 'HB 11', by: owner, revision: 1, value: 47, finality: 'provisional' },
  { measure: 'VUL 11', by: owner, revision: 1, until: '2020-11-20', because },
  { measure: 'VUL 6', by: owner, revision: 1, value: 121, finality: 'final', commentary },
];

const mended = async (page: Page): Promise<void> => {
  await cardHeaded(page, housing).waitFor();
  await field(page, 'Value (properties)').fill('about forty');
  await field(page, 'This figure is').selectOption({ label: 'Provisional: it may be restated' });
  await field(page, /^Commentary/).fill('Two more are expected.');
  await press(page, 'Save and next (1 of 3)');
  await newestCard(page)
    .getByText(/^"about forty" was not understood/)
    .first()
    .waitFor();
  expect(await field(page, 'Value (properties)').inputValue()).toBe('about forty');
  expect(await field(page, 'This figure is').inputValue()).toBe('provisional');
  expect(await field(page, /^Commentary/).inputValue()).toBe('Two more are expected.');
  await field(page, 'Value (properties)').fill('47');
  await field(page, /^Commentary/).fill('');
  await press(page, 'Save and next (1 of 3)');
};

const offTarget = async (page: Page): Promise<void> => {
  await cardHeaded(page, homeless).waitFor();
  await field(page, 'Value (households)').fill('121');
  await press(page, 'Save and next (2 of 3)');
  await newestCard(page)
    .getByText(/A figure off target needs a commentary/)
    .first()
    .waitFor();
  expect(await field(page, 'Value (households)').inputValue()).toBe('121');
  await explain(page);
  await press(page, 'Save and next (2 of 3)');
};

const explain = async (page: Page): Promise<void> => {
  await field(page, /^Commentary/).fill(commentary);
  await field(page, 'What will be done').fill(action);
  await field(page, /^By when$/).fill('2020-11-30');
};

const noDataYet = async (page: Page): Promise<void> => {
  await cardHeaded(page, prevented).waitFor();
  await press(page, 'No data yet');
  await field(page, 'No data until').fill('2020-11-20');
  await field(page, 'Because').fill(because);
  await press(page, 'Save as no data yet');
};

const expectReceipt = async (page: Page): Promise<void> => {
  await cardHeaded(page, /^All 3 answered/).waitFor();
  const receipt = await newestCard(page).innerText();
  expect(receipt).toContain('47 properties');
  expect(receipt).toMatch(/■\s*Off target/);
  expect(receipt).toContain('no data until Fri 20 November');
  expect(await button(newestCard(page), 'Correct one').isVisible()).toBe(true);
};

const onLaptop = ['on a laptop', { viewport: laptop }] as const;
const onPhone = ['on a phone', { viewport: phone, hasTouch: true, isMobile: true }] as const;

// On a laptop the short run answers by keyboard, below.
describe.each(soaking ? [onLaptop, onPhone] : [onPhone])('an owner %s', (_where, options) => {
  test(
    'mends a figure, explains one off target, says when the third will come',
    settings,
    async () => {
      const page = await seated(options);
      await press(page, /^Start/);
      await mended(page);
      await offTarget(page);
      await noDataYet(page);
      await expectReceipt(page);
      expect(await answersInTheList()).toEqual(threeAnswers);
      expect(await sidewaysScroll(page)).toBe(0);
    },
  );
});

test('an owner answers all three by keyboard alone, the focus never lost', settings, async () => {
  const page = await seated();
  await pressAt(page, button(newestCard(page), /^Start/));
  await cardHeaded(page, housing).waitFor();
  await typeAt(page, field(page, 'Value (properties)'), 'about forty');
  await typeAt(page, field(page, 'This figure is'), 'P');
  await pressAt(page, button(newestCard(page), 'Save and next (1 of 3)'));
  await newestCard(page)
    .getByText(/^"about forty" was not understood/)
    .first()
    .waitFor();
  await reach(page, field(page, 'Value (properties)'), 'Shift+Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('47');
  await pressAt(page, button(newestCard(page), 'Save and next (1 of 3)'));
  await cardHeaded(page, homeless).waitFor();
  await typeAt(page, field(page, 'Value (households)'), '121');
  await typeAt(page, field(page, /^Commentary/), commentary);
  await pressAt(page, button(newestCard(page), 'Save and next (2 of 3)'));
  await newestCard(page)
    .getByText(/A figure off target needs an action/)
    .first()
    .waitFor();
  await typeAt(page, field(page, 'What will be done'), action);
  await typeAt(page, field(page, /^By when$/), '30112020');
  await pressAt(page, button(newestCard(page), 'Save and next (2 of 3)'));
  await cardHeaded(page, prevented).waitFor();
  await pressAt(page, button(newestCard(page), 'No data yet'), ' ');
  await typeAt(page, field(page, 'No data until'), '20112020');
  await typeAt(page, field(page, 'Because'), because);
  await pressAt(page, button(newestCard(page), 'Save as no data yet'));
  await expectReceipt(page);
  expect(await answersInTheList()).toEqual(threeAnswers);
});

test.runIf(soaking)(
  'an owner who opens the page again goes on at the second of three',
  settings,
  async () => {
    const page = await seated();
    await press(page, /^Start/);
    await answerHousing(page);
    await page.reload();
    await cardHeaded(page, homeless).waitFor();
    expect(await button(newestCard(page), 'Save and next (2 of 3)').isVisible()).toBe(true);
    await offTarget(page);
    await noDataYet(page);
    await expectReceipt(page);
  },
);

test('an answer on its way cannot be pressed a second time', settings, async () => {
  const page = await seated();
  await press(page, /^Start/);
  await cardHeaded(page, housing).waitFor();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let presses = 0;
  await page.route('**/press', async (route) => {
    presses += 1;
    await released;
    await route.continue();
  });
  await field(page, 'Value (properties)').fill('47');
  const save = button(newestCard(page), 'Save and next (1 of 3)');
  await save.press('Enter');
  await expect.poll(() => save.getAttribute('aria-disabled')).toBe('true');
  await save.press('Enter');
  await save.dispatchEvent('click');
  release();
  await cardHeaded(page, homeless).waitFor();
  expect(presses).toBe(1);
  expect(await answersInTheList()).toMatchObject([{ measure: 'HB 11', value: 47, revision: 1 }]);
});

test('every card an owner gets can be read by everyone, whatever the theme', settings, async () => {
  const page = await seated({ deviceScaleFactor: 2 });
  const found = { due: await inTheThemes(page) };
  await press(page, /^Start/);
  await cardHeaded(page, housing).waitFor();
  await press(page, 'No data yet');
  const question = await inTheThemes(page);
  await press(page, 'No data yet');
  await mended(page);
  await field(page, 'Value (households)').fill('121');
  await field(page, 'Value (households)').blur();
  expect(await takePicture('card', newestCard(page))).toBeLessThan(heaviest);
  await press(page, 'Save and next (2 of 3)');
  await newestCard(page)
    .getByText(/A figure off target needs a commentary/)
    .first()
    .waitFor();
  const refusal = await inTheThemes(page);
  await explain(page);
  await press(page, 'Save and next (2 of 3)');
  await noDataYet(page);
  await expectReceipt(page);
  const receipt = await inTheThemes(page);
  const none = Object.fromEntries(themes.map((theme) => [theme, []]));
  expect({ ...found, question, refusal, receipt }).toEqual({
    due: none,
    question: none,
    refusal: none,
    receipt: none,
  });
});

/** All in the soak; other screens are looked at in the others. */
const themes = soaking ? ['Dark', 'High contrast', 'Light'] : ['Dark'];

/** Axe looks at the chat alone, since the page around it is the same each time. */
const inTheThemes = async (page: Page): Promise<object> => {
  const found: Record<string, readonly string[]> = {};
  for (const theme of themes) {
    await chooseTheme(page, theme);
    found[theme] = await barriersIn(page, '.chat');
  }
  return found;
};

const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - innerWidth');
