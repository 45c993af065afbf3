// Escalations, My work and what a cycle would send before it opens, as people use them in a browser; and
// the bar above them at every width. Other themes and 400 escalations only under soak.
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appId } from '../../src/local/ids.ts';
import type { EscalationEvent } from '../../src/registers/escalation-history.ts';
import type { Escalation } from '../../src/registers/escalations.ts';
import { newRow } from '../../src/registers/new-row.ts';
import { soaking } from '../counts.ts';
import { type House, openHouse } from '../given.ts';
import { ask } from '../journeys/seat.ts';
import { cycle, smallCouncil } from '../journeys/small-council.ts';
import { barriersIn, barriersInTab } from './accessible.ts';
import { laptop, openBrowser, openContext, phone } from './browser.ts';
import { goTo, sideways } from './in-the-tab.ts';
import { hasFocus } from './keyboard.ts';
import { button, type ThemeName, tab, takeSeat } from './teams-page.ts';

const settings = { timeout: 90_000 };
const onPhone = { viewport: phone, hasTouch: true, isMobile: true };
const director = 'p-director-housing';
const owner = 'p-voids';
const plan = 'operating-plan-2020-21';
const unbroken = 'W'.repeat(500);
const last = 'no-stock|Measures: x|2020-21 Q1|p-director-housing';

const escalated = (key: string, more: Partial<Escalation>): Escalation =>
  newRow('escalations', {
    plan,
    cycle,
    rule: 'red-twice',
    level: 'SMT',
    person: director,
    owner,
    state: 'Open',
    title: `Escalation ${key}`,
    raisedAt: Temporal.Instant.from('2020-09-28T08:00:00Z'),
    evidence: '70% against 80% or more, 10 points off\nHow long: off target for 2 quarters',
    ...more,
    key,
  });

const told = (escalation: string): EscalationEvent =>
  newRow('escalationHistory', {
    key: `${escalation}|told|1`,
    title: 'Told',
    plan,
    escalation,
    event: 'told',
    to: director,
    at: Temporal.Instant.from('2020-09-28T08:30:00Z'),
  });

/** Six to a director, one of them without a space; and to the chief executive as many as a year brings. */
const council = () => {
  const whole = smallCouncil();
  const many = Array.from({ length: soaking ? 400 : 0 }, (_, nth) =>
    escalated(`many ${nth}`, { person: 'p-chief-executive', owner: 'p-waste' }),
  );
  const escalations = [
    escalated('a', { urgent: true }),
    escalated('b', {
      title: unbroken.slice(0, 250),
      evidence: `${unbroken}\nSaid of it: ${unbroken}`,
    }),
    ...['c', 'd', 'e'].map((key) => escalated(key, { evidence: 'Slow.\nSaid of it: مرحبا 🏠' })),
    escalated(last, { title: 'Homes without a gas certificate' }),
    ...many,
  ];
  const rule = newRow('escalationRules', {
    key: 'red-twice',
    title: 'Off target twice running',
    kind: 'red on new figures running',
    route: 'SMT',
  });
  return {
    ...whole,
    rows: {
      ...whole.rows,
      escalations,
      escalationRules: [rule],
      escalationHistory: escalations.map(({ key }) => told(key)),
    },
  };
};

let browser: Browser;
let house: House;
beforeAll(async () => {
  browser = await openBrowser();
  house = await openHouse(council());
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

type Look = BrowserContextOptions & {
  readonly person: string;
  readonly at: string;
  readonly theme?: ThemeName;
};
const looking = async ({ person, at, theme = 'light', ...how }: Look): Promise<Page> => {
  const page = await (await openContext(browser, how)).newPage();
  await takeSeat(page, { house, person, view: 'tab', theme });
  await goTo(page, at);
  return page;
};
const dialog = (page: Page) => tab(page).getByRole('dialog');
const titled = (page: Page, words: string | RegExp) =>
  tab(page).getByRole('heading', { level: 1, name: words }).waitFor();
const said = (page: Page, words: string | RegExp) =>
  tab(page).getByRole('status').filter({ hasText: words }).waitFor();
const theLast = (page: Page) =>
  tab(page).getByRole('listitem', { name: 'Homes without a gas certificate' });

/** What on screen is lower than a thumb needs. */
const tooSmall = async (page: Page, within: string): Promise<readonly string[]> => {
  const small: string[] = [];
  for (const each of await tab(page).locator(within).locator('a, button').all()) {
    const box = await each.boundingBox();
    if (box && box.height < 44) small.push(await each.innerText());
  }
  return small;
};

test(
  'a link to an escalation opens it with its history, and a question asked of it is said to be',
  settings,
  async () => {
    const at = `#/escalations/${encodeURIComponent(last)}`;
    const page = await looking({ person: director, at, theme: 'dark' });
    const name = theLast(page).getByRole('heading', { level: 3 });
    await expect.poll(() => hasFocus(name)).toBe(true);
    const box = await name.boundingBox();
    expect(box?.y).toBeLessThan(laptop.height);
    await theLast(page).getByText('Told to Director of Housing and Communities').waitFor();
    const others = tab(page).getByText('Told to Director of Housing and Communities');
    expect(await others.filter({ visible: true }).count()).toBe(1);
    expect(await barriersInTab(page)).toEqual([]);
    const ask = button(theLast(page), 'Ask: Homes without a gas certificate');
    await ask.click();
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(ask)).toBe(true);
    await ask.click();
    await button(dialog(page), 'Send the question').click();
    await dialog(page).getByRole('alert').waitFor();
    const send = button(dialog(page), 'Send the question');
    await expect.poll(() => hasFocus(send)).toBe(true);
    expect(await barriersInTab(page, '[role="dialog"]')).toEqual([]);
    await dialog(page).getByLabel('What do you want to know?').fill('By when is it put right?');
    await button(dialog(page), 'Send the question').click();
    await said(page, /^Homes without a gas certificate: asked\./);
  },
);

test.runIf(soaking)(
  'whoever is asked finds it on a phone, and the answer goes back',
  settings,
  async () => {
    const page = await looking({ ...onPhone, person: owner, at: '#/my-work' });
    await titled(page, '1 question to answer');
    await tab(page).getByRole('link', { name: 'Question to answer: Homes' }).click();
    await titled(page, '1 escalation needs you');
    await theLast(page).getByText('By when is it put right?').first().waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await tooSmall(page, 'main')).toEqual([]);
    await button(theLast(page), /^Answer the question/).click();
    expect(await sideways(page)).toBe(0);
    // A dialog grows to its size as it opens.
    await expect.poll(() => tooSmall(page, '[role="dialog"]')).toEqual([]);
    await dialog(page).getByLabel('Answer').fill('By the end of November.');
    await button(dialog(page), 'Send the answer').click();
    await said(page, /: answered\. It goes back to who asked\.$/);
    await titled(page, 'No escalation needs you');
  },
);

test.runIf(soaking)(
  'the sections never hang over the side, however wide the tab is',
  settings,
  async () => {
    const page = await looking({ person: 'p-performance', at: '#/my-work' });
    await titled(page, 'Nothing due');
    const shown: string[] = [];
    for (let width = 640; width <= 1640; width += 100) {
      await page.setViewportSize({ width, height: 500 });
      const links = tab(page).getByRole('link', { name: 'Registers', exact: true });
      const menu = button(tab(page), 'Sections, My work open');
      await links.or(menu).waitFor();
      shown.push((await links.isVisible()) ? 'links' : 'menu');
      expect(await sideways(page), `${width} px`).toBe(0);
      const bar = await tab(page).getByRole('banner').boundingBox();
      expect(bar?.height, `${width} px`).toBeLessThan(60);
    }
    expect(new Set(shown)).toEqual(new Set(['links', 'menu']));
  },
);

test.runIf(soaking).each(['light', 'dark', 'contrast'] as const)(
  'all of it can be read by everyone in the %s theme, on a laptop and on a phone',
  settings,
  async (theme) => {
    for (const how of [{}, onPhone])
      for (const [person, at] of [
        [director, '#/escalations'],
        ['p-chief-executive', '#/escalations'],
        ['p-schools', '#/escalations'],
        ['p-performance', '#/my-work'],
        [owner, '#/my-work'],
      ] as const) {
        const page = await looking({ ...how, person, at, theme });
        await titled(page, /./);
        expect(await sideways(page)).toBe(0);
        expect(await barriersInTab(page)).toEqual([]);
        await page.context().close();
      }
  },
);

test.runIf(soaking)(
  'of 400 the first are read at once, and the rest when asked',
  settings,
  async () => {
    const page = await looking({ person: 'p-chief-executive', at: '#/escalations' });
    await titled(page, '400 escalations need you');
    await button(tab(page), 'Show 380 more escalations').click();
    const next = tab(page).getByRole('list', { name: 'Waiting for you' }).locator('> li').nth(20);
    await expect.poll(() => hasFocus(next.getByRole('button').first())).toBe(true);
  },
);

// Last: once it is open, what no figure bears out any more is closed.
test('a cycle opens as it was shown, and each finds there what they owe', settings, async () => {
  const page = await looking({ person: 'p-performance', at: '#/cycle' });
  await button(tab(page), 'Open this cycle').click();
  await dialog(page)
    .getByText(
      /^\d+ people get one card each, for \d+ returns\. They go Thu 1 October 2020, 09:30\./,
    )
    .waitFor();
  expect(await barriersInTab(page, '[role="dialog"]')).toEqual([]);
  await button(dialog(page), 'Open the cycle').click();
  await said(page, /^Opened\./);
  const mine = await looking({ ...onPhone, person: owner, at: '#/my-work', theme: 'contrast' });
  await titled(mine, /^\d+ returns due by Wed 14 October 2020$/);
  expect(await sideways(mine)).toBe(0);
  expect(await tooSmall(mine, 'main')).toEqual([]);
  expect(await barriersInTab(mine)).toEqual([]);
});

/** From the sentence in the tab to the page that explains, and from there to Entra's. */
const followsConsent = async (page: Page, link: Locator): Promise<void> => {
  expect(await barriersInTab(page)).toEqual([]);
  const [consent] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await consent.getByRole('heading', { name: /asks your council’s Microsoft 365/ }).waitFor();
  expect(await barriersIn(consent)).toEqual([]);
  const go = consent.getByRole('link', { name: 'Agree for the council, in Entra' });
  const [entra] = await Promise.all([consent.waitForEvent('popup'), go.click()]);
  await entra.getByRole('button', { name: 'Cancel' }).waitFor();
};

// After that: its cards have gone.
test('a manager names somebody of the directory, once it may be searched', settings, async () => {
  const name = 'Empty Homes Co-ordinator';
  const newcomer = {
    id: 'bbbbbbbb-1111-4000-8000-000000000042',
    displayName: name,
    userPrincipalName: 'empty.homes@stoke.example',
    installed: true,
  };
  const people = [...house.council.directory, newcomer];
  await ask('PUT', `${house.localUrl}/local/directory`, { people });
  const agreeTo = (...scopes: readonly string[]) =>
    ask('PUT', `${house.localUrl}/local/apps/${appId}`, { scopes });
  await agreeTo();
  await house.moveClock('next');
  await house.seat(owner).press('not-mine');
  await house.seat(owner).press('not-mine', { because: 'It moved to Empty Homes.' });
  const { rows } = house.council;
  const team = (rows.measures ?? []).find((each) => each.owner === owner)?.team;
  const person = (rows.teams ?? []).find((each) => each.key === team)?.manager ?? '';
  const page = await looking({ ...onPhone, person, at: '#/my-work' });
  const wanting = tab(page).getByRole('region', { name: 'What needs an owner' });
  await wanting.getByText('let it go: It moved to Empty Homes.').waitFor();
  await wanting.getByRole('button', { name: 'Name an owner' }).click();
  await button(dialog(page), 'Name them').click();
  await dialog(page).getByText('Choose who answers for it from now on.').waitFor();
  await dialog(page).getByRole('searchbox').fill('empty');
  const link = dialog(page).getByRole('link', { name: 'What it asks for, and how to agree' });
  await link.waitFor();
  if (soaking) await followsConsent(page, link);
  await agreeTo('User.ReadBasic.All');
  await dialog(page).getByRole('searchbox').fill('empty homes');
  await dialog(page).getByRole('radio', { name }).check();
  expect(await sideways(page)).toBe(0);
  await button(dialog(page), 'Name them').click();
  await tab(page).getByText(`${name} answers from now on.`).waitFor();
  await tab(page).getByRole('heading', { name: 'Nothing else needs an owner' }).waitFor();
});
