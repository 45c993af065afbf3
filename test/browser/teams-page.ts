// The local Teams page as a person uses it: found by what it says, never by how it is built.
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { House } from '../given.ts';
import { requireBuiltPages } from './browser.ts';

export type ThemeName = 'light' | 'dark' | 'contrast';

type Look = {
  readonly house: House;
  readonly person: string;
  readonly view?: 'chat' | 'tab' | 'both';
  readonly theme?: ThemeName;
};

/** Opens the page at a person's seat. */
export const takeSeat = async (page: Page, look: Look): Promise<void> => {
  requireBuiltPages();
  const { house, person, view = 'chat', theme = 'light' } = look;
  await page.goto(
    `${house.localUrl}/?seat=${house.objectIdOf(person)}&view=${view}&theme=${theme}`,
  );
  await (view === 'tab' ? measures(page) : chat(page)).waitFor();
};

export const chat = (page: Page): Locator =>
  page.getByRole('region', { name: 'Chat with Golden Thread' });

/** The card that a person would be looking at: the newest. */
export const newestCard = (page: Page): Locator =>
  chat(page)
    .getByRole('group', { name: /^Card: / })
    .last();

export const cardHeaded = (page: Page, heading: string | RegExp): Locator =>
  newestCard(page).getByRole('heading', { name: heading });

export const button = (within: Locator | FrameLocator, name: string | RegExp): Locator =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

export const field = (page: Page, label: string | RegExp): Locator =>
  newestCard(page).getByLabel(label);

export const tab = (page: Page): FrameLocator =>
  page.frameLocator('iframe[title="Golden Thread tab"]');

export const measures = (page: Page): Locator =>
  tab(page).getByRole('region', { name: 'Measures', exact: true });

/** A measure among those listed, by its name. */
export const measure = (page: Page, name: string): Locator => button(measures(page), name);

export const chooseTheme = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('button', { name: /^Theme: / }).click();
  await page.getByRole('menuitemradio', { name: words, exact: true }).click();
  await page.getByRole('button', { name: `Theme: ${words}`, exact: true }).waitFor();
};
