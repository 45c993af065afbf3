// Pages of docs that are made from what the product itself goes by, so that they say what is so and nothing
// else. A test of each fails when it is stale.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Of this working copy, whatever folder the command is run in. */
export const docsFile = (name: string): string =>
  path.join(import.meta.dirname, '..', '..', 'docs', name);

/** `text`: the whole page, in Markdown. */
export const writeDocsPage = (name: string, text: string): void =>
  writeFileSync(docsFile(name), text);
