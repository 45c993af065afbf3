import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { docsFile } from '../../src/commands/docs-page.ts';
import { rightsPage } from '../../src/commands/rights-page.ts';
import { actions } from '../../src/rules/rights-table.ts';

it('the page of rights in docs says what the table says', () => {
  // Stale: run npx golden-thread rights.
  expect(readFileSync(docsFile('rights.md'), 'utf8')).toBe(rightsPage());
});

it('has every right, in its part and with what asks for it', () => {
  const rows = rightsPage().split('\n');
  for (const action of actions)
    expect(rows.filter((row) => row.startsWith(`| ${action} |`))).toHaveLength(2);
});
