// Going about a page by keyboard alone, as someone who watches where the focus is: at every step it
// must be somewhere, in sight, and marked.
import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const mostStops = 60;

/** Presses a key, Tab unless told, until the place has the focus. */
export const reach = async (page: Page, place: Locator, key = 'Tab'): Promise<void> => {
  await place.waitFor();
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await hasFocus(place)) return expectFocusInSight(page);
    await page.keyboard.press(key);
    await expectFocusInSight(page);
  }
  throw new Error(`${mostStops} presses of ${key} did not reach ${place}.`);
};

/** Goes there by keyboard and presses it. */
export const pressAt = async (page: Page, place: Locator, key = 'Enter'): Promise<void> => {
  await reach(page, place);
  await page.keyboard.press(key);
};

export const typeAt = async (page: Page, place: Locator, text: string): Promise<void> => {
  await reach(page, place);
  await page.keyboard.type(text);
};

export const hasFocus = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element === element.ownerDocument.activeElement);

/** A browser may keep the tab in a process of its own: the focus then crosses over in a moment. */
const crossing = 2_000;

export const expectFocusInSight = async (page: Page): Promise<void> => {
  const until = performance.now() + crossing;
  let focus = await describeFocus(page);
  while (focus.lost && performance.now() < until) {
    await page.waitForTimeout(20);
    focus = await describeFocus(page);
  }
  expect(focus, `the focus is at ${focus.at}`).toMatchObject({
    lost: false,
    marked: true,
    inSight: true,
  });
};

type Focus = { at: string; lost: boolean; marked: boolean; inSight: boolean; inFrame: boolean };

const describeFocus = async (page: Page): Promise<Focus> => {
  const outside = await page.mainFrame().evaluate(focusHere);
  if (!outside.inFrame) return outside;
  const inner = page.frames().find((frame: Frame) => frame.parentFrame() !== null);
  return inner === undefined ? outside : inner.evaluate(focusHere);
};

/** Runs in the page. Of what it reads, an outline, a ring of shadow or a field's underline marks the focus. */
const focusHere = (): Focus => {
  type Styled = {
    outlineStyle: string;
    outlineWidth: string;
    boxShadow: string;
    border: string;
    textDecorationStyle: string;
  };
  const page = globalThis as unknown as {
    document: { activeElement: Element | null; body: unknown };
    getComputedStyle: (element: Element, part?: string) => Styled & { transform: string };
    innerHeight: number;
    innerWidth: number;
  };
  interface Element {
    tagName: string;
    textContent: string;
    parentElement: Element | null;
    getAttribute: (name: string) => string | null;
    getBoundingClientRect: () => { top: number; bottom: number; left: number; right: number };
  }
  const { activeElement: element, body } = page.document;
  if (element === null || element === body)
    return { at: 'nothing', lost: true, marked: false, inSight: false, inFrame: false };
  const name = element.getAttribute('aria-label') ?? element.textContent.slice(0, 40);
  const at = `${element.tagName.toLowerCase()} "${name}"`;
  if (element.tagName === 'IFRAME')
    return { at, lost: false, marked: true, inSight: true, inFrame: true };
  // The browser marks the part of a date that is being typed, inside the field.
  const isDate = element.getAttribute('type') === 'date';
  const around = [element, element.parentElement, element.parentElement?.parentElement ?? null];
  const isMarked = (part: Element | null) =>
    part !== null &&
    [undefined, '::after', '::before'].some((piece) => {
      const style = page.getComputedStyle(part, piece);
      const outlined = style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
      const underlined = piece === '::after' && style.transform === 'matrix(1, 0, 0, 1, 0, 0)';
      const ringed = piece === '::after' && /^[12]px solid/.test(style.border);
      // Fluent doubles the line under a link that has the focus.
      const doubled = style.textDecorationStyle === 'double';
      return outlined || underlined || ringed || doubled || style.boxShadow !== 'none';
    });
  const place = element.getBoundingClientRect();
  const inSight =
    place.bottom > 0 &&
    place.top < page.innerHeight &&
    place.right > 0 &&
    place.left < page.innerWidth;
  return { at, lost: false, marked: isDate || around.some(isMarked), inSight, inFrame: false };
};
