// The page that says what the app asks a council's Microsoft 365 for: open to anybody, with nothing in it that
// runs, and one way on, to Entra's own page.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissions } from '../../src/permissions.ts';
import { adminConsentAddress, consentPageOf } from '../../src/web/consent.ts';
import { ask } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, sample } from './sample.ts';

let council: Council;
beforeAll(async () => {
  council = await openCouncil(sample, friday16);
});
afterAll(() => council.close());

const page = async (query = '') => {
  const { status, headers, body } = await ask(council, `/consent${query}`);
  return { status, headers, html: String(body) };
};
const read = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

describe('the consent page', () => {
  it('explains every permission in a line, with what is off without it', async () => {
    const { status, html } = await page();
    expect(status).toBe(200);
    const words = read(html).replace(/\s+/g, ' ');
    for (const { name, why, optional, without } of permissions) {
      expect(words).toContain(name);
      expect(words).toContain(`To ${why}.`);
      if (optional) expect(words).toContain(without);
    }
    expect(html.match(/<dt>/g)).toHaveLength(permissions.length);
  });

  it('leads to Entra’s own page and nowhere else, in a window of its own', async () => {
    const { html } = await page();
    const links = [...html.matchAll(/<a [^>]*href="([^"]+)"([^>]*)>/g)];
    expect(links).toHaveLength(1);
    expect(links[0]?.[1]).toMatch(/^https:\/\/login\.local\/[^"]+\/adminconsent/);
    expect(links[0]?.[2]).toContain('rel="noopener noreferrer"');
  });

  it('runs nothing, asks for nothing, and is kept by nobody', async () => {
    const { headers, html } = await page();
    expect(html).not.toMatch(/<script|<form|<input|<img|\son\w+=/i);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('says what came of it, in its own words whatever the address says', async () => {
    expect(read((await page()).html)).not.toMatch(/Entra says/);
    expect(read((await page('?admin_consent=True&tenant=x')).html)).toContain('it is agreed');
    const declined = '?error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E';
    const { html } = await page(declined);
    expect(read(html)).toContain('it was not agreed');
    expect(html).not.toContain('alert(1)');
    const odd = await page('?error[a]=1&admin_consent[]=true');
    expect(odd.status).toBe(200);
  });
});

describe('the way to Entra', () => {
  const asked = {
    loginUrl: 'https://login.microsoftonline.com',
    tenantId: 'council',
    appId: 'an-app',
  };

  it('names the tenant, the app and the page to come back to', () => {
    expect(adminConsentAddress({ ...asked, backTo: 'https://plan.council.gov.uk/consent' })).toBe(
      'https://login.microsoftonline.com/council/adminconsent?client_id=an-app&redirect_uri=https%3A%2F%2Fplan.council.gov.uk%2Fconsent',
    );
    expect(adminConsentAddress({ ...asked, backTo: null })).not.toContain('redirect_uri');
  });

  it('comes back to the host that Teams has the tab from, and to none where that is not known', () => {
    expect(consentPageOf('api://plan.council.gov.uk/an-app')).toBe(
      'https://plan.council.gov.uk/consent',
    );
    expect(consentPageOf('api://localhost:3978/an-app')).toBe('http://localhost:3978/consent');
    for (const other of ['', 'api://an-app', 'api:///an-app'])
      expect(consentPageOf(other)).toBeNull();
  });
});
