// The completion board as the performance team uses it: who owes, who is away or out of reach, and what is
// sent by hand; by pointer, by touch and by keyboard, in each theme.
// Under soak besides: what test/web/cycle-nudge and the journey of a suspension tell.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soaking } from '../counts.ts';
import { type House, openHouse } from '../given.ts';
import { answerAll } from '../journeys/answering.ts';
import { cycle, smallCouncil } from '../journeys/small-council.ts';
import { whatCameOf } from '../journeys/what-came-of-it.ts';
import { barriersInTab } from './accessible.ts';
import { openBrowser, openContext, phone } from './browser.ts';
import { goTo, sideways } from './in-the-tab.ts';
import { hasFocus, pressAt } from './keyboard.ts';
import { button, type ThemeName, tab, takeSeat } from './teams-page.ts';

const settings = { timeout: 90_000 };
const onPhone = { viewport: phone, hasTouch: true, isMobile: true };

/** Every theme in full; here the one most is read in by night. */
const themes: readonly ThemeName[] = soaking ? ['light', 'dark', 'contrast'] : ['dark'];

let browser: Browser;
let house: House;
const { received, idsOf, row } = whatCameOf(() => house);
beforeAll(async () => {
  browser = await openBrowser();
  house = await openHouse(smallCouncil());
  await house.moveClock('next');
  await answerAll(house.seat('p-schools'), house.council);
  await house.editByHand('People', 'p-voids', { AwayUntil: '2020-10-20' });
  await house.moveClockTo('2020-10-15T12:00');
  await house.moveClockTo('2020-10-16T12:00');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

type Look = BrowserContextOptions & { readonly theme?: ThemeName };
const board = (page: Page) => tab(page).getByRole('region', { name: 'By directorate and team' });
const looking = async ({ theme = 'light', ...how }: Look = {}): Promise<Page> => {
  const page = await (await openContext(browser, how)).newPage();
  await takeSeat(page, { house, person: 'p-performance', view: 'tab', theme });
  await goTo(page, '#/cycle');
  await board(page).waitFor();
  return page;
};
const dialog = (page: Page) => tab(page).getByRole('dialog');
const close = async (page: Page) => {
  await button(dialog(page), 'Close').click();
  await dialog(page).waitFor({ state: 'detached' });
};

describe('the board', () => {
  test(
    'a cell opens the people behind it, with who covers and what did not arrive',
    settings,
    async () => {
      const page = await looking();
      await button(board(page), '2 away, Council Housing').click();
      await dialog(page)
        .getByText('Away until Tue 20 October 2020; Responsive Repairs Lead is asked.')
        .waitFor();
      await close(page);
      await button(board(page), /^\d+ unreachable, Whole council$/).click();
      await dialog(page).getByText('the app is not installed for this person').waitFor();
      await close(page);
      await button(board(page), /^\d+ of \d+ answered, Children and Families$/).click();
      await dialog(page).getByText('School Improvement Lead').waitFor();
      expect(await dialog(page).getByRole('checkbox').count()).toBe(0);
    },
  );

  test.runIf(soaking)(
    'fits a phone, and what is pressed is large enough for a thumb',
    settings,
    async () => {
      const page = await looking(onPhone);
      expect(await sideways(page)).toBe(0);
      const small: string[] = [];
      for (const each of await board(page).getByRole('button').all()) {
        const box = await each.boundingBox();
        if (box && box.height < 44) small.push(await each.innerText());
      }
      expect(small).toEqual([]);
      await button(tab(page), 'Nudge those who owe').click();
      await dialog(page).getByRole('checkbox').first().waitFor();
      expect(await sideways(page)).toBe(0);
    },
  );

  test.each(themes)(
    'can be read by everyone in the %s theme, whatever is open',
    settings,
    async (theme) => {
      const page = await looking({ theme });
      expect(await barriersInTab(page)).toEqual([]);
      await button(tab(page), 'Nudge those who owe').click();
      expect(await barriersInTab(page, '[role="dialog"]')).toEqual([]);
      await button(dialog(page), /^See who would get what/).click();
      await button(dialog(page), 'Back').waitFor();
      expect(await barriersInTab(page, '[role="dialog"]')).toEqual([]);
      await close(page);
      await button(tab(page), 'See every message').click();
      await dialog(page)
        .getByText(/^\d+ messages$/)
        .waitFor();
      expect(await barriersInTab(page, '[role="dialog"]')).toEqual([]);
      await close(page);
      await button(tab(page), 'Suspend it').click();
      expect(await barriersInTab(page, '[role="dialog"]')).toEqual([]);
    },
  );
});

describe('sent by hand', () => {
  test('by keyboard alone, those shown get a nudge and nobody else does', settings, async () => {
    const page = await looking();
    await pressAt(page, button(board(page), /^\d+ owed, Children and Families$/));
    await dialog(page)
      .getByRole('checkbox', { name: /^Head of Inclusion/ })
      .waitFor();
    await pressAt(
      page,
      dialog(page).getByRole('checkbox', { name: /^Head of Inclusion/ }),
      'Space',
    );
    await pressAt(page, button(dialog(page), /^See who would get what/));
    await dialog(page).getByText('Early Years and Participation Lead').waitFor();
    expect(await dialog(page).getByText('Head of Inclusion').count()).toBe(0);
    await pressAt(page, button(dialog(page), 'Send 1 nudge'));
    const said = tab(page).getByRole('status').filter({ hasText: '1 nudge is on the way.' });
    await said.waitFor();
    await expect.poll(() => hasFocus(said)).toBe(true);
    await house.moveClockTo('2020-10-16T12:01');
    expect(await received('Nudge')).toEqual(idsOf(['p-participation']));
  });

  test.runIf(soaking)(
    'where somebody answers meanwhile nothing goes, and what is so now is shown',
    settings,
    async () => {
      const page = await looking();
      await button(board(page), /^\d+ owed, Children and Families$/).click();
      await button(dialog(page), /^See who would get what/).click();
      await button(dialog(page), 'Send 1 nudge').waitFor();
      await dialog(page).getByText('Asked today already: a nudge (1)').waitFor();
      await answerAll(house.seat('p-inclusion'), house.council);
      await button(dialog(page), 'Send 1 nudge').click();
      await dialog(page)
        .getByRole('alert')
        .getByText(/nothing was sent/)
        .waitFor();
      await dialog(page).getByRole('heading', { name: 'Nobody would get a nudge' }).waitFor();
      expect(await received('Nudge')).toEqual(idsOf(['p-participation']));
    },
  );

  // Through the API in test/journeys/sent-by-hand.test.ts.
  test.runIf(soaking)(
    'what did not arrive is delivered again from its line',
    settings,
    async () => {
      const page = await looking();
      const lost = tab(page).getByRole('list', { name: 'Did not arrive' });
      await button(lost, /^Deliver again: .* to Development Management Lead$/).click();
      await tab(page).getByText('1 message is on the way again.').waitFor();
      await house.moveClockTo('2020-10-16T12:30');
      const key = `p-development-management|${cycle}|Deadline`;
      expect(Number((await row('Notifications', key))['Attempts'])).toBe(2);
    },
  );

  test.runIf(soaking)(
    'what waits overnight is stopped with a reason, which everyone finds with the message',
    settings,
    async () => {
      await house.moveClockTo('2020-10-16T19:00');
      const page = await looking();
      await button(board(page), /^\d+ owed, Place and Growth$/).click();
      await button(dialog(page), /^See who would get what/).click();
      await dialog(page)
        .getByText(/goes Mon 19 October 2020, 08:00/)
        .first()
        .waitFor();
      await button(dialog(page), /^Send \d+ nudges?$/).click();
      await button(tab(page), /^Stop \d+ queued messages?$/).click();
      await dialog(page).getByLabel('Reason').fill('Sent to the wrong teams');
      await button(dialog(page), 'Stop them').click();
      await tab(page)
        .getByText(/stopped before going/)
        .waitFor();
      await button(tab(page), 'See every message').click();
      await dialog(page).getByLabel('State').selectOption('Withdrawn');
      await dialog(page)
        .getByText(/cancelled: Sent to the wrong teams/)
        .first()
        .waitFor();
      await house.moveClockTo('2020-10-19T12:00');
      expect(await received('Nudge')).toEqual(idsOf(['p-participation']));
    },
  );

  test.runIf(soaking)(
    'a suspension names the decision it rests on, and it goes on again',
    settings,
    async () => {
      const page = await looking();
      await button(tab(page), 'Suspend it').click();
      const decision = dialog(page).getByLabel('Decision it rests on');
      const first = await decision.getByRole('option').nth(1).innerText();
      await decision.selectOption({ label: first });
      await button(dialog(page), 'Suspend the cycle').click();
      await tab(page)
        .getByText(/^Suspended\. Nothing is asked/)
        .waitFor();
      await tab(page).getByText(first).first().waitFor();
      expect((await row('Cycles', cycle))['State']).toBe('Suspended');
      expect(await button(tab(page), 'Nudge those who owe').count()).toBe(0);
      await button(tab(page), 'Let it go on').click();
      await button(dialog(page), 'Let it go on').click();
      await tab(page)
        .getByText(/^It goes on\./)
        .waitFor();
      expect((await row('Cycles', cycle))['State']).toBe('Open');
    },
  );
});
