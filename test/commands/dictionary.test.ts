import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dictionary } from '../../src/commands/dictionary.ts';
import { docsFile } from '../../src/commands/docs-page.ts';
import { registerNames, registers } from '../../src/registers/registers.ts';

it('the data dictionary in docs says what the declarations say', () => {
  // Stale: run npx golden-thread dictionary.
  expect(readFileSync(docsFile('data-dictionary.md'), 'utf8')).toBe(dictionary());
});

it('has every list, and every column of each', () => {
  const page = dictionary();
  for (const name of registerNames) {
    const { list, columns } = registers[name];
    const section = page.split(`\n## ${list}\n`)[1]?.split('\n## ')[0] ?? '';
    for (const { words } of Object.values(columns)) expect(section).toContain(`| ${words} |`);
  }
});
