// What is typed into a commentary to take over whatever shows it: HTML, card markdown, formulas, line breaks.
// It is kept as typed, and is nothing but words wherever it is read.
import { globSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PapersView } from '../../src/web/api-papers.ts';
import { times } from '../counts.ts';
import { ask, type Card, partsOf, wordsOf } from '../journeys/seat.ts';
import { type Attacked, anotherTenant, inside, pressFrom } from './attacked-house.ts';

const plan = 'operating-plan-2020-21';
const cycle = `${plan}|2020-21 Q2`;
const asked = `${plan}|COM 9|2020-21 Q2`;
const typed = [
  '=HYPERLINK("https://evil.example","Results")',
  '[Click me](https://evil.example) **now** ![x](https://evil.example/x.png)',
  '</w:t></td></script><script>alert(1)</script><img src=x onerror=alert(1)>',
  '{{DATE(2020-10-01,SHORT)}} ${Path} &lt;b&gt; ]]>',
].join('\n');

export const injected = (attacked: () => Attacked): void => {
  let house: Attacked;
  let performance: string;
  const file = async (path: string): Promise<Uint8Array> => {
    const answer = await fetch(`${house.appUrl}${path}`, {
      headers: { authorization: `Bearer ${performance}` },
    });
    expect([path, answer.status]).toEqual([path, 200]);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const get = async (path: string): Promise<string> =>
    (await house.send(path, { token: performance })).text;

  beforeAll(async () => {
    house = attacked();
    performance = await house.tabToken(inside['performance team']);
    const data = {
      v: 1,
      cycle,
      return: asked,
      revision: 0,
      value: '350',
      finality: 'final',
      commentary: typed,
      action: `Recruit ${typed}`,
      actionBy: '2020-12-01',
      right: typed,
    };
    const press = async (verb: string, said: object) => {
      const back = await house.press(verb, said, { from: house.objectIdOf('p-voids') });
      return JSON.parse(back.text) as { value: Card };
    };
    const { right: _, ...answer } = data;
    const first = await press('answer', answer);
    const said = wordsOf(first.value).includes('unusual') ? await press('confirm', data) : first;
    expect(wordsOf(said.value)).toContain('Saved.');
    await house.landed();
  });

  test('sent again, here or from another council, it is still one return', async () => {
    const data = { v: 1, cycle, return: asked, revision: 0, value: '350', finality: 'final' };
    const from = house.objectIdOf('p-voids');
    const before = await house.list('Returns');
    for (let again = 0; again < 3; again += 1) await house.press('answer', data, { from });
    const other = { tenant: { id: anotherTenant } };
    const asOther = [
      { channelData: other },
      { conversation: { id: 'a:1', tenantId: anotherTenant } },
    ];
    for (const activity of asOther)
      expect((await house.press('answer', data, { from, activity })).status).toBe(403);
    const { token } = (await ask('POST', `${house.localUrl}/local/teams/token`, {
      serviceUrl: house.localUrl,
      overrides: { audience: 'another-councils-bot' },
    })) as { token: string };
    const body = {
      ...pressFrom(from, house.localUrl),
      value: { action: { verb: 'answer', data } },
    };
    const back = await house.send('/api/messages', { method: 'POST', token, body });
    expect(back.status).toBe(401);
    expect(await house.list('Returns')).toEqual(before);
  });

  test('the list keeps it as it was typed', async () => {
    const row = (await house.list('Returns')).find((each) => each['Key'] === asked);
    expect(row?.['Commentary']).toBe(typed);
  });

  test('a field of one line reaches its list in one line', async () => {
    const data = {
      v: 1,
      cycle,
      return: `${plan}|COM 12|2020-21 Q2`,
      revision: 0,
      finality: 'final',
    };
    const owner = (await house.list('Returns')).find((each) => each['State'] === 'Due');
    const person = String(owner?.['Owner']);
    const back = await house.press(
      'keep',
      { ...data, return: owner?.['Key'], actionBy: 'soon\r\nor later', to: 'later' },
      { from: house.objectIdOf(person) },
    );
    expect(back.text).toContain('"statusCode":200');
    for (let beats = 0; beats < 5; beats += 1) await house.app.beatNow();
    expect(house.app.ports.outbox.depth().changes).toBe(0);
    const kept = (await house.list('Drafts')).map((each) => String(each['ActionBy'] ?? ''));
    expect(kept).toContain('soon or later');
  });

  test('on a card it is words: no link, no picture, no bold, no date', async () => {
    const data = { v: 1, cycle, return: asked };
    const back = await house.press('correct', data, { from: house.objectIdOf('p-voids') });
    const card = (JSON.parse(back.text) as { value: Card }).value;
    const shown = partsOf(card)
      .filter((each) => each.type === 'TextBlock')
      .map((each) => String(each.text))
      .join('\n');
    for (const live of ['[Click me](', '![x](', '**now**']) expect(shown).not.toContain(live);
    expect(wordsOf(card)).not.toContain('{{DATE');
  });

  test('to the tab it goes as JSON alone, and no part of the tab writes HTML', async () => {
    const back = await house.send(`/api/measures/${encodeURIComponent(`${plan}|COM 9`)}`, {
      token: performance,
    });
    expect(back.headers.get('content-type')).toMatch(/^application\/json/);
    expect(back.text).toContain(JSON.stringify(typed).slice(1, 40));
    const sources = globSync('tab/**/*.{ts,tsx}', { cwd: `${import.meta.dirname}/../..` });
    expect(sources.length).toBeGreaterThan(50);
    for (const source of sources)
      expect([source, readFileSync(`${import.meta.dirname}/../../${source}`, 'utf8')]).toEqual([
        source,
        expect.not.stringMatching(
          /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/,
        ),
      ]);
  });

  test('in a spreadsheet of a register it is a text and never a formula', async () => {
    const sheet = unzipSync(await file('/api/registers/returns/file?as=xlsx'));
    const parts = Object.entries(sheet).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    expect(
      parts.some(([, xml]) => xml.includes('HYPERLINK(&quot;') || xml.includes('=HYPERLINK')),
    ).toBe(true);
    for (const [, xml] of parts)
      expect(xml).not.toMatch(/<f[ >]|<hyperlink|TargetMode="External"|<script/);
    const csv = strFromU8(await file('/api/registers/returns/file?as=csv'));
    for (const cell of csv.match(/(?<=^|,)"?[^",]*HYPERLINK/gm) ?? [])
      expect(cell).not.toMatch(/^"?[=+@-]/);
    expect(csv).toContain('HYPERLINK');
  });

  describe('once the quarter is closed', () => {
    beforeAll(async () => {
      await house.moveClock('close');
    });

    test('in every paper, as a page, in Word and as a spreadsheet, it runs nothing and leads nowhere', async () => {
      const { groups } = JSON.parse(await get(`/api/papers?plan=${plan}`)) as PapersView;
      const papers = groups.flatMap((each) => each.papers.map(({ key }) => key));
      expect(papers.length).toBeGreaterThan(1);
      let seen = 0;
      for (const paper of papers) {
        const at = `/api/papers/file?paper=${encodeURIComponent(paper)}`;
        const html = strFromU8(await file(`${at}&as=html`));
        if (!html.includes('evil.example')) continue;
        seen += 1;
        if (seen > times({ reduced: 1, full: 100 })) break;
        expect(html).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>|href="https:\/\/evil/i);
        for (const as of ['docx', 'xlsx']) {
          const inner = unzipSync(await file(`${at}&as=${as}`));
          for (const [name, bytes] of Object.entries(inner)) {
            if (!/\.(xml|rels)$/.test(name)) continue;
            expect([name, strFromU8(bytes)]).toEqual([
              name,
              expect.not.stringMatching(
                /<f[ >]|TargetMode="External"|<script|<hyperlink|instrText[^>]*>[^<]*HYPERLINK/,
              ),
            ]);
          }
        }
      }
      expect(seen).toBeGreaterThan(0);
    });
  });
};
