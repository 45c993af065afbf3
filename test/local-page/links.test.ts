// Where a link in a card, a message or the tab may lead.
import { expect, test } from 'vitest';
import { destinationOf } from '../../src/local/page/links.ts';
import { renderMarkdown } from '../../src/local/page/markdown.ts';

const app = { appId: 'app-1', tabUrl: 'http://localhost:3978/tab' };

test('web and e-mail links are opened; anything else is refused', () => {
  expect(destinationOf('https://www.gov.uk/a', app).kind).toBe('web');
  expect(destinationOf('mailto:a@b.example', app).kind).toBe('web');
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'no link'])
    expect(destinationOf(url, app)).toEqual({ kind: 'refused', url });
});

test('a Teams link to the app opens its tab at the place the link names', () => {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: 'measure/9' }));
  const link = `https://teams.microsoft.com/l/entity/app-1/home?context=${context}`;
  expect(destinationOf(link, app)).toEqual({ kind: 'tab', page: 'measure/9' });
  expect(destinationOf('https://teams.microsoft.com/l/entity/app-1/home?context={', app)).toEqual({
    kind: 'tab',
    page: null,
  });
});

test('a link to another app in Teams is a web link', () => {
  const kind = destinationOf('https://teams.microsoft.com/l/entity/other/home', app).kind;
  expect(kind).toBe('web');
});

test('HTML in a message is shown as text, and a script link is no link', () => {
  const html = renderMarkdown('<img src=x onerror=alert(1)> [go](javascript:alert(1)) **kept**');
  expect(html).not.toMatch(/<img|<a /);
  expect(html).toContain('<strong>kept</strong>');
});
