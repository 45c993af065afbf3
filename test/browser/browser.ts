// One headless Chromium for a test file: one found on the machine, else the one npm brings, unpacked
// once into a folder of its own. What the tests do in it is theirs.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import packed from '@sparticuz/chromium';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { chromium } from 'playwright-core';

export const laptop = { width: 1366, height: 900 };
export const phone = { width: 390, height: 844 };

const repository = path.resolve(import.meta.dirname, '../..');

/** Says plainly what is missing where the pages have not been built. */
export const requireBuiltPages = (): void => {
  const missing = ['dist/teams/index.html', 'dist/tab/index.html'].filter(
    (page) => !existsSync(path.join(repository, page)),
  );
  if (missing.length > 0)
    throw new Error(`${missing.join(' and ')}: not there. Run "npm run build" first.`);
};

/** As root there is no sandbox to be had, and no other argument is wanted. */
export const openBrowser = async (): Promise<Browser> => {
  const found = browserOnThisMachine();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (found !== undefined) return chromium.launch({ executablePath: found, args, env: british() });
  const folder = await unpackedChromium();
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: ['--no-sandbox'],
    env: { ...british(), FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
  });
};

/** Some pages are kept waiting by other tests on two cores: patience, but not for ever. */
export const openContext = async (
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport: laptop,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  await context.route('https://res.cdn.office.net/**', (route) => route.abort());
  return context;
};

const browserOnThisMachine = (): string | undefined =>
  [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((each) => each !== undefined && existsSync(each));

const version = '153.0.0';

/**
 * The packed Chromium takes whatever lies in the folder for temporary files as its own, so it is given
 * an empty one; the finished folder is then moved to its place whole, for the next test to find.
 */
const unpackedChromium = async (): Promise<string> => {
  const kept = path.join(repository, 'node_modules/.cache/golden-thread');
  const finished = path.join(kept, `chromium-${version}`);
  if (existsSync(finished)) return finished;
  mkdirSync(kept, { recursive: true });
  const fresh = mkdtempSync(path.join(kept, 'unpacking-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = fresh;
  try {
    await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  writeFileSync(path.join(fresh, 'fonts.conf'), fontsIn(finished));
  try {
    renameSync(fresh, finished);
  } catch (fault) {
    // Another test file was there first; its folder is as good.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(finished)) throw fault;
  }
  return finished;
};

/**
 * The font it brings first, so that pictures look alike anywhere; the machine's for the rest. It draws
 * the hollow circle filled, so no picture kept shows that as text.
 */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/** A date field asks for day, month and year in the order of the browser's language, not the page's. */
const british = (): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  ),
  LANG: 'en_GB.UTF-8',
  LC_ALL: 'en_GB.UTF-8',
});
