// What a security reviewer is given on paper: the licences of what is shipped, and a page whose every claim
// names the test that shows it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { soaking } from '../counts.ts';
import { allowed, licencesPage, shipped } from './licences.ts';

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('every package that is shipped', () => {
  test('is under a licence that a council may rely on', () => {
    const all = shipped();
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['express', 'react']));
    const others = all.filter(({ licence }) => !Object.hasOwn(allowed, licence ?? ''));
    expect(others).toEqual([]);
  });

  test('is on docs/licences.md: `node test/attacks/licences.ts > docs/licences.md` brings it up to date', () => {
    expect(read('docs/licences.md')).toBe(licencesPage());
  });
});

test.runIf(soaking)('npm’s bill of materials has every one of them, with its hash', () => {
  const said = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1_048_576,
  });
  const bill = JSON.parse(said) as {
    readonly bomFormat: string;
    readonly components: readonly { readonly name: string; readonly hashes?: readonly object[] }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  const hashed = new Set(bill.components.filter((each) => each.hashes).map(({ name }) => name));
  const here = shipped().filter(({ name }) => existsSync(path.join(root, 'node_modules', name)));
  expect(here.filter(({ name }) => !hashed.has(name))).toEqual([]);
});

/** Sections of ASVS 5.0.0 with how many requirements each has at levels 1 and 2; all are the first of their section. */
const sections =
  '1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2';

describe.each(['docs/security.md', 'docs/asvs.md'])('%s', (file) => {
  const page = read(file);
  const named = [...page.matchAll(/`(test\/[^`]+\.ts)`(?:: "([^"]+)")?/g)];

  test('names tests that are there, by words of theirs', () => {
    expect(named.length).toBeGreaterThan(20);
    const missing = named.filter(
      ([, at = '', words = '']) => !existsSync(path.join(root, at)) || !read(at).includes(words),
    );
    expect(missing.map(([said]) => said)).toEqual([]);
  });

  test('leaves no threat and no requirement without its test or its reason', () => {
    const rows = page.split('\n').filter((line) => /^\|.*\|.*\|.*\|.*\|$/.test(line));
    const said = rows.filter(
      (row) => !/^\|[ -]*\||^\| (who|what|requirements) \|/.test(row) || row.startsWith('| | '),
    );
    expect(said.length).toBeGreaterThan(20);
    for (const row of said) expect(row).toMatch(/`test\/[^`]+\.ts`|\| reason: /);
  });

  test('links to pages that are there', () => {
    for (const [, link = ''] of page.matchAll(/\]\((\w[^)]+\.md)\)/g))
      expect([link, existsSync(path.join(root, 'docs', link))]).toEqual([link, true]);
  });
});

test('every requirement of ASVS at levels 1 and 2 has a line', () => {
  const lines = new Set(
    [...read('docs/asvs.md').matchAll(/^\| V([\d.]+?)\.1(?:–(\d+))? \|/gm)].map(
      ([, section, last]) => `${section}:${last ?? 1}`,
    ),
  );
  expect(sections.split(' ').filter((each) => !lines.has(each))).toEqual([]);
});
