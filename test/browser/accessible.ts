// What axe finds wrong with what is on screen, by WCAG 2.2 AA, in a line each; none is what is hoped for.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const level = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** No rule at this level needs a style sheet fetched again, nor every pass spelt out. */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({
    runOnly: { type: 'tag', values: level },
    resultTypes: ['violations'],
    preload: false,
  });

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>;

const inWords = ({ violations }: Found): readonly string[] =>
  violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} (${target.join(' > ')}) ${html}`),
  );

/** In the page, or the part of it asked for, leaving out what is in a frame. */
export const barriersIn = async (page: Page, within = 'body'): Promise<readonly string[]> =>
  inWords(await axe(page).include(within).setLegacyMode().analyze());

/** In the tab's frame, or a part of it. Where axe could not look into it, nothing found would mean nothing, and is said. */
export const barriersInTab = async (page: Page, within = 'body'): Promise<readonly string[]> => {
  const found = await axe(page).include(['iframe', within]).analyze();
  const inFrame = found.passes.filter(({ nodes }) => nodes.some(({ target }) => target.length > 1));
  return inFrame.length > 10 ? inWords(found) : ['axe could not look into the frame'];
};
