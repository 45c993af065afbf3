// The built tab's files, and what it needs to know before it can sign anyone in.
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import express, { type Response, type Router } from 'express';
import type { TabConfig } from './api.ts';
import { notStored } from './headers.ts';
import { answerTrouble, unknownRoute } from './trouble.ts';

const notBuilt = 'The tab has not been built yet. Run "npm start", which builds it.';

/** Hashed files are kept for a year; the page itself is asked for anew each time. */
export const tabFiles = (folder: string, hostOrigins: readonly string[]): Router => {
  const files = express.Router();
  files.get('/config.json', notStored, (_request, response) => {
    response.json({ hostOrigins: [...hostOrigins] } satisfies TabConfig);
  });
  files.get('/', (_request, response) => {
    if (!existsSync(join(folder, 'index.html'))) return answerTrouble(response, 503, notBuilt);
    response.sendFile('index.html', { root: folder, headers: { 'Cache-Control': 'no-cache' } });
  });
  files.use(express.static(folder, { index: false, redirect: false, setHeaders: keepHashed }));
  files.use(unknownRoute);
  return files;
};

const keepHashed = (response: Response, path: string): void => {
  const hashed = path.includes(`${sep}assets${sep}`);
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
};
