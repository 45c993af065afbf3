// A manager's work beneath the measures: actions, slots, savings, risks and money, by pointer, by touch
// and by keyboard, in each theme; and plans that have little of it.
// Under soak besides: what test/web/work tells of slots, bars and matrix, seen here.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soaking } from '../counts.ts';
import { type House, openHouse } from '../given.ts';
import { barriersInTab } from './accessible.ts';
import { laptop, openBrowser, openContext, phone } from './browser.ts';
import { goTo, sideways } from './in-the-tab.ts';
import { expectFocusInSight, hasFocus, pressAt } from './keyboard.ts';
import { button, type ThemeName, tab, takeSeat } from './teams-page.ts';

const performance = 'p-performance';
const council = { viewport: laptop };
const onPhone = { viewport: phone, hasTouch: true, isMobile: true };
const settings = { timeout: 60_000 };
const plan = 'operating-plan-2020-21';
const longest = 'Homes, streets and parks that everybody in every part of the city can be proud of '
  .repeat(3)
  .trim();

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

type Look = BrowserContextOptions & {
  readonly person?: string;
  readonly theme?: ThemeName;
  readonly at?: string;
};

/** The tab at an address of its own: '?team=all'. */
const looking = async ({ person = performance, theme = 'light', at = '', ...how }: Look = {}) => {
  const page = await (await openContext(browser, { ...council, ...how })).newPage();
  await takeSeat(page, { house, person, view: 'tab', theme });
  if (at !== '') await goTo(page, `#/plan${at}`);
  return page;
};

const section = (page: Page, name: string) => tab(page).getByRole('region', { name, exact: true });

/** Scores the first risks of the plan by hand, in the list, which is read anew. */
const score = async (count: number): Promise<void> => {
  const risks = (house.council.rows.risks ?? []).filter((risk) => risk.plan === plan);
  for (const [at, risk] of risks.slice(0, count).entries())
    await house.editByHand('Risks', risk.key, {
      GrossLikelihood: 5,
      GrossImpact: (at % 5) + 1,
      ResidualLikelihood: (at % 4) + 1,
      ResidualImpact: (at % 5) + 1,
      TargetLikelihood: 1,
      TargetImpact: (at % 5) + 1,
      Appetite: 9,
    });
  await house.restart();
};

describe('before any risk has been scored', () => {
  test(
    'the whole council’s work is there, as much as is read at once, and says what is not known',
    settings,
    async () => {
      const key = 'operating-plan-2020-21|9.A2';
      await house.editByHand('Actions', key, { DueOn: '2020-10-31' });
      await house.restart();
      const page = await looking({ at: '?team=all' });
      const actions = section(page, 'Actions');
      await actions.getByText(/^199 actions, 1 due in October 2020/).waitFor();
      expect(await actions.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
        'October 2020 1',
        'No date in the plan 198',
      ]);
      await section(page, 'Improvements')
        .getByText(/65 other projects, all live/)
        .waitFor();
      const savings = section(page, 'Savings');
      await savings.getByText('No amount has been given for any of them yet.').waitFor();
      await savings.getByText(/^35 live in the whole programme, against a guide of 30/).waitFor();
      const risks = section(page, 'Risks');
      await risks.getByText('72 open risks: none scored yet.').waitFor();
      await risks.getByText(/A score is likelihood by impact/).waitFor();
      expect(await risks.getByRole('button', { name: /likelihood/ }).count()).toBe(0);
      await section(page, 'Money')
        .getByText(/which is £212 more/)
        .waitFor();
      expect(await barriersInTab(page)).toEqual([]);
    },
  );

  test.runIf(soaking)(
    'a team’s free slots invite, and lead to where a project is put',
    settings,
    async () => {
      const page = await looking({ person: 'p-manager-housing-needs' });
      const slots = tab(page).getByRole('list', { name: /^Slots for rapid improvements of / });
      await slots.waitFor();
      expect(await slots.getByRole('listitem').filter({ hasText: 'Free' }).count()).toBe(3);
      await slots.getByRole('link', { name: 'Open Projects' }).click();
      await expect.poll(() => title(page)).toMatch(/project/i);
    },
  );

  test.runIf(soaking)(
    'one scored risk makes the matrix, and the others stay apart',
    settings,
    async () => {
      await score(1);
      const page = await looking({ at: '?team=all' });
      const risks = section(page, 'Risks');
      await risks.getByText(/1 scored, 71 not yet scored/).waitFor();
      expect(await risks.getByRole('button', { name: /^1 risk: likelihood 1/ }).count()).toBe(1);
      await risks.getByRole('heading', { name: 'Not yet scored 71' }).waitFor();
    },
  );
});

describe('with forty risks scored and amounts given', () => {
  beforeAll(async () => {
    const [saving] = house.council.rows.savings ?? [];
    const [activity, milestone] = house.council.rows.actions ?? [];
    await house.editByHand('Savings', saving?.key ?? '', {
      Required: 500_000,
      Achieved: 0,
      Title: longest.slice(0, 250),
    });
    await house.editByHand('Actions', activity?.key ?? '', {
      Title: longest.slice(0, 250),
      DueOn: '2020-09-30',
      Percent: 60,
      Status: 'at risk',
    });
    await house.editByHand('Actions', milestone?.key ?? '', {
      Kind: 'milestone',
      Parent: activity?.key ?? '',
      Team: '',
    });
    await score(40);
  }, 120_000);

  test.runIf(soaking)(
    'a cell of the matrix lists its risks when pressed, by keyboard too',
    settings,
    async () => {
      const page = await looking({ at: '?team=all' });
      const risks = section(page, 'Risks');
      const cell = risks.getByRole('button', { name: /likelihood 4, impact 4/ });
      await cell.focus();
      await page.keyboard.press('Enter');
      const heading = risks.getByRole('status');
      await expect.poll(() => heading.innerText()).toMatch(/^2 risks at likelihood 4, impact 4/);
      expect(await cell.getAttribute('aria-pressed')).toBe('true');
      await expectFocusInSight(page);
      const listed = risks.getByRole('list', { name: /likelihood 4, impact 4/ });
      expect(await listed.getByRole('listitem').first().innerText()).toMatch(
        /Score 20 before control → 16 now → 4 target[^]*Above the 9 the council accepts/,
      );
      await page.keyboard.press(' ');
      await expect.poll(() => heading.innerText()).toMatch(/above what the council accepts$/);
      await button(risks, 'Table').click();
      const table = risks.getByRole('table', { name: 'Risks scored' });
      expect(await table.getByRole('row').count()).toBe(41);
    },
  );

  test.runIf(soaking)(
    'an overdue activity comes first with its milestone beneath it',
    settings,
    async () => {
      const page = await looking({ at: '?team=all' });
      const overdue = section(page, 'Actions').getByRole('list', { name: 'Overdue', exact: true });
      const first = overdue.getByRole('listitem').first();
      expect(await first.innerText()).toMatch(
        /At risk[^]*60% complete[^]*Was due Wed 30 September 2020/,
      );
      expect(await overdue.getByRole('list', { name: /^Milestones of / }).innerText()).toMatch(
        /Milestone · 1\.A2/,
      );
    },
  );

  test.runIf(soaking)(
    'what is given of a saving is a bar, nought too, and a blank is said',
    settings,
    async () => {
      const page = await looking({ at: '?team=all' });
      const savings = section(page, 'Savings');
      const bars = savings.getByRole('img', {
        name: /: Required £500,000, Forecast not yet given, Achieved £0$/,
      });
      await bars.waitFor();
      await button(savings, 'Table').click();
      const row = savings.getByRole('row').nth(1);
      expect(await row.innerText()).toMatch(/£500,000[^]*not yet given[^]*£0/);
    },
  );

  test.runIf(soaking)('the focus follows what is shown more of', settings, async () => {
    const page = await looking({ at: '?team=all' });
    const undated = section(page, 'Actions').getByRole('list', { name: 'No date in the plan' });
    await button(section(page, 'Actions'), /^Show \d+ more actions$/).focus();
    await page.keyboard.press('Enter');
    const ninth = undated.getByRole('listitem').nth(8).getByRole('link');
    await expect.poll(() => hasFocus(ninth)).toBe(true);
    await expectFocusInSight(page);
  });

  test('each section is a press away by keyboard, from the top of the page', settings, async () => {
    const page = await looking({ at: '?team=all' });
    const parts = tab(page).getByRole('navigation', { name: 'On this page' });
    await parts.getByRole('button', { name: 'Risks 72' }).waitFor();
    await pressAt(page, parts.getByRole('button', { name: 'Risks 72' }));
    await expect.poll(() => hasFocus(section(page, 'Risks'))).toBe(true);
  });

  const themes: readonly ThemeName[] = soaking ? ['light', 'dark', 'contrast'] : ['light'];
  describe.each(themes)('in the %s theme', (theme) => {
    // Light on a laptop; in the soak, all three there and on a phone.
    const looks = [council, onPhone].filter(
      (how) => soaking || theme === (how === council ? 'light' : 'contrast'),
    );
    test('all of it can be read by everyone, on a laptop and on a phone', settings, async () => {
      for (const how of looks) {
        const page = await looking({ ...how, theme, at: '?team=t-childrens-care' });
        await section(page, 'Risks')
          .getByRole('button', { name: /likelihood/ })
          .first()
          .click();
        expect(await sideways(page)).toBe(0);
        await tab(page).locator('body').evaluate(toTop);
        expect(await barriersInTab(page)).toEqual([]);
        await page.context().close();
      }
    });
  });

  test.runIf(soaking)('everything to be pressed on a phone is 44 px high', settings, async () => {
    const page = await looking({ ...onPhone, at: '?team=all' });
    for (const name of ['Actions', 'Improvements', 'Savings', 'Risks']) {
      const part = section(page, name);
      await part.waitFor();
      for (const each of await part.locator('a, button').all()) {
        const box = await each.boundingBox();
        expect(box?.height, `${name}: ${await each.innerText()}`).toBeGreaterThanOrEqual(44);
      }
    }
  });

  test.runIf(soaking)('a search finds work as well as measures', settings, async () => {
    const page = await looking({ at: '?team=all' });
    await section(page, 'Actions').waitFor();
    await tab(page).getByRole('searchbox').fill('rough sleepers');
    await section(page, 'Improvements').getByText('1 project found.').waitFor();
    expect(await section(page, 'Money').count()).toBe(0);
  });
});

test.runIf(soaking)(
  'a plan without measures or work says where its lines are',
  settings,
  async () => {
    const page = await looking({ at: '?plan=strategic-plan-2016-20' });
    await tab(page)
      .getByText(/Its priorities and objectives are in the thread/)
      .waitFor();
    expect(await section(page, 'Measures').count()).toBe(0);
    await button(tab(page), 'Show its thread').click();
    await tab(page).getByRole('link', { name: 'Thread', exact: true }).waitFor();
    await expect.poll(() => title(page)).toMatch(/29 lines|priorities/);
  },
);

const title = (page: Page): Promise<string> =>
  tab(page).getByRole('heading', { level: 1 }).innerText();

const toTop = (body: { ownerDocument: { defaultView: unknown } }): void => {
  (body.ownerDocument.defaultView as { scrollTo: (x: number, y: number) => void }).scrollTo(0, 0);
};
