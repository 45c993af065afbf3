// The README's pictures, as the browser tests see them. They are kept only when asked for (PICTURES=1),
// so that a test run changes no file.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

const folder = path.resolve(import.meta.dirname, '../../docs/pictures');

/** In bytes: a README opens on a phone too. */
export const heaviest = 400_000;

/** Its size in bytes. */
export const takePicture = async (
  name: 'card' | 'tab' | 'teams',
  what: Page | Locator,
): Promise<number> => {
  const picture = await what.screenshot({ animations: 'disabled', caret: 'hide' });
  if (process.env['PICTURES'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${name}.png`), picture);
  }
  return picture.byteLength;
};
