// A spreadsheet taken in from the tab, in two steps that carry the same file: what it was understood to
// say, and then, of exactly what was shown, taking it. Nothing of a file is kept between the two.
import express, { type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { readImport } from '../rules/import/read-import.ts';
import type { Ports, Spreadsheets } from '../use-cases/ports.ts';
import { takeImport } from '../use-cases/take-import.ts';
import type { ImportTaken } from './api-registers.ts';
import { importRefused, importView } from './import-view.ts';
import { parsed } from './parsed.ts';
import { addresses } from './rights-door.ts';
import { personAsking } from './sign-in.ts';
import { answerTrouble } from './trouble.ts';

const asked = z.object({
  file: z.string().min(1).max(255),
  plan: z.string().min(1).max(255),
  /** Names of sheets, each on a line; hidden ones are taken only when named. */
  sheets: z.string().max(20_000).optional(),
});
const agreed = asked.extend({
  fingerprint: z.string().min(1).max(200),
  /** In the taker's own words. */
  why: z.string().max(500).optional(),
});

const mostMegabytes = 50;
const tooLarge = `The file is larger than ${mostMegabytes} MB, which is the most that is read. Split it; nothing was changed.`;

export const importRoutes = (ports: Ports, spreadsheets: Spreadsheets): Router => {
  const routes = addresses(ports);
  routes.post('/import/preview', theFile, async (request, response) => {
    const named = parsed(asked, request.query, response);
    const preview =
      named && (await understood({ ports, spreadsheets }, request.body, { named, response }));
    if (preview) response.json(importView(ports.replica.registers(), preview));
  });
  routes.post('/import/take', theFile, async (request, response) => {
    const named = parsed(agreed, request.query, response);
    const preview =
      named && (await understood({ ports, spreadsheets }, request.body, { named, response }));
    if (!preview) return;
    const by = personAsking(ports, response).key;
    const taken = await takeImport(ports, {
      by,
      preview,
      agreed: named.fingerprint,
      source: 'import',
      why: whyOf(named),
    });
    if (taken.outcome === 'refused') {
      const { status, words } = importRefused(taken);
      return answerTrouble(response, status, words);
    }
    const rows = taken.outcome === 'taken' ? taken.rows : 0;
    response.json({ outcome: taken.outcome, rows } satisfies ImportTaken);
  });
  return routes.router;
};

/** The file is named in the Journal whether or not a reason is given. */
const whyOf = ({ file, why }: z.infer<typeof agreed>): string | null => {
  const reason = why?.trim() ?? '';
  return reason === '' ? null : `${/[.?]$/.test(reason) ? reason : `${reason}.`} From ${file}.`;
};

const raw = express.raw({ type: () => true, limit: `${mostMegabytes}mb` });

const theFile: RequestHandler = (request, response, next) =>
  raw(request, response, (error?: unknown) => {
    const status = (error as { status?: number } | undefined)?.status;
    if (status === 413) return answerTrouble(response, 413, tooLarge);
    next(error);
  });

type With = { readonly ports: Ports; readonly spreadsheets: Spreadsheets };
type Named = z.infer<typeof asked>;

/** What the file says, or null once it has been refused with a sentence. */
const understood = async (
  { ports, spreadsheets }: With,
  body: unknown,
  { named, response }: { readonly named: Named; readonly response: Response },
) => {
  const bytes = body instanceof Uint8Array ? body : new Uint8Array();
  const workbook = await spreadsheets.read({ name: named.file, bytes });
  if ('refused' in workbook) {
    answerTrouble(response, 422, workbook.words);
    return null;
  }
  const sheets = named.sheets?.split('\n').filter((each) => each !== '');
  return readImport(ports.replica.registers(), {
    workbook,
    plan: named.plan,
    file: named.file,
    today: ports.clock.now().toPlainDate(),
    sheets: sheets && sheets.length > 0 ? sheets : undefined,
  });
};
