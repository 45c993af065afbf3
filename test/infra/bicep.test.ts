// The Bicep in infra/, held to a strict check of our own because no compiler runs here: nothing is wrong with
// it as it stands, and each thing that could be is noticed when it is made wrong.
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, test } from 'vitest';
import { checkBicep } from './bicep-check.ts';
import type { Files } from './bicep-names.ts';
import { mistakes } from './mistakes.ts';

const infra = path.join(import.meta.dirname, '..', '..', 'infra');
const onDisk: Files = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);
const all = globSync('**/*.{bicep,bicepparam}', { cwd: infra }).toSorted();
const textOf = (name: string): string => readFileSync(path.join(infra, name), 'utf8');

test.each(all)('%s holds', (name) => {
  expect(checkBicep(path.join(infra, name), onDisk)).toEqual([]);
});

it('is all there: a template, its modules, and parameters for test and production', () => {
  expect(all).toEqual(
    expect.arrayContaining(['main.bicep', 'production.bicepparam', 'test.bicepparam']),
  );
  const used = [...textOf('main.bicep').matchAll(/'(modules\/[\w-]+\.bicep)'/g)].map(
    ([, at]) => at,
  );
  expect(new Set(used)).toEqual(new Set(all.filter((name) => name.startsWith('modules/'))));
});

/** What is found once `from` reads `to` in a file; the file checked may be one that uses it. */
const broken = (name: string, from: string, to: string, checked = name): readonly string[] => {
  const text = textOf(name);
  if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
  const at = path.join(infra, name);
  const files: Files = (file) => (file === at ? text.replace(from, () => to) : onDisk(file));
  return checkBicep(path.join(infra, checked), files);
};

test.each(mistakes)('$what is found', ({ file, from, to, wanted, seenFrom }) => {
  const faults = broken(file, from, to, seenFrom);
  expect(faults).toContainEqual(expect.stringMatching(wanted));
});

test.each([
  ['storage', /^[a-z0-9]{3,24}$/],
  ['registry', /^[a-z0-9]{5,50}$/],
  ['vault', /^[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]$/],
])(
  'the name of the %s is one that Azure takes, whatever the council calls it',
  (module, wanted) => {
    const given = new RegExp(`module ${module} '[^']+' =[^{]*\\{[^}]*?take\\('([^']*)', (\\d+)\\)`);
    const [, pattern = '', most] = given.exec(textOf('main.bicep')) ?? [];
    expect(textOf('main.bicep')).toContain("var plain = toLower(replace(name, '-', ''))");
    for (const name of ['plan', 'stoke-plan', 'Plan-2020', 'abcdefghijkl']) {
      const made = pattern
        .replaceAll('${plain}', name.replaceAll('-', '').toLowerCase())
        .replaceAll('${name}', name)
        .replaceAll('${suffix}', 'k3x7q2m5t8w4z')
        .slice(0, Number(most));
      expect(made).toMatch(wanted);
    }
  },
);
