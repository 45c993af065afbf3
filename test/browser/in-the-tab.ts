// Moving about within the tab as a link would, and whether anything of it hangs over the side.
import type { Page } from 'playwright-core';
import { tab } from './teams-page.ts';

/** As a link opens the tab there: '#/plan?team=all'. */
export const goTo = async (page: Page, address: string): Promise<void> => {
  const frame = page.frames().find((each) => each.parentFrame() !== null);
  await frame?.evaluate((hash) => {
    (globalThis as unknown as { location: { hash: string } }).location.hash = hash;
  }, address);
};

/** How many pixels the tab is wider than its frame: 0 where nothing scrolls sideways. */
export const sideways = (page: Page): Promise<number> =>
  tab(page)
    .locator('body')
    .evaluate((body) => {
      const { ownerDocument, clientWidth } = body as unknown as {
        ownerDocument: { documentElement: { scrollWidth: number } };
        clientWidth: number;
      };
      return ownerDocument.documentElement.scrollWidth - clientWidth;
    });
