// What axe finds wrong with what is on screen, by WCAG 2.2 AA, in a line each; none is what is hoped for.
// Axe is put into the frame that is looked at, and nowhere else, with no limit on how long that takes: its own
// adapter for Playwright gives a frame one second, which a busy machine does not have.
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** No rule at this level needs a style sheet fetched again, nor every pass spelt out. */
const options: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
  preload: false,
  iframes: false,
};

type Change = {
  readonly finished: Promise<unknown>;
  readonly effect: { getComputedTiming(): { readonly endTime: number } } | null;
};
type InPage = {
  readonly axe?: typeof axe;
  readonly document: { getAnimations(): readonly Change[] };
};

const inWords = ({ violations }: AxeResults): readonly string[] =>
  violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} (${target.join(' > ')}) ${html}`),
  );

/** A colour half way from one to another is nobody's: what is about to end is waited for, a spinner is not. */
const settled = (frame: Frame): Promise<void> =>
  frame.evaluate(async () => {
    const ending = (globalThis as unknown as InPage).document
      .getAnimations()
      .filter(({ effect }) => (effect?.getComputedTiming().endTime ?? 0) < 10_000);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** Where fewer rules than these had something to look at, nothing found would mean nothing, and is said. */
const foundIn = async (frame: Frame, within: string, least: number): Promise<readonly string[]> => {
  if (!(await frame.evaluate(() => (globalThis as unknown as InPage).axe !== undefined)))
    await frame.evaluate(axe.source);
  await settled(frame);
  const found = await frame.evaluate(
    async (asked) => (globalThis as unknown as InPage).axe?.run(asked.within, asked.options),
    { within, options },
  );
  if (found === undefined || found.passes.length < least)
    return ['axe found next to nothing there'];
  return inWords(found);
};

/** In the page, or the part of it asked for, leaving out what is in a frame. */
export const barriersIn = async (page: Page, within = 'body'): Promise<readonly string[]> =>
  foundIn(page.mainFrame(), within, 1);

/** In the tab's frame, or a part of it. */
export const barriersInTab = async (page: Page, within = 'body'): Promise<readonly string[]> => {
  const frame = await page.locator('iframe[title="Golden Thread tab"]').elementHandle();
  const inTab = await frame?.contentFrame();
  if (inTab === null || inTab === undefined) return ['the tab has no frame'];
  return foundIn(inTab, within, 10);
};
