// The addresses of papers: the shelf, one paper, its files, and what is done with it. Everybody in People reads
// them; every press is weighed by its use case from the person's own key.
import type { Response, Router } from 'express';
import { z } from 'zod';
import { frozenRows } from '../rules/dataset/parts.ts';
import { holdOn } from '../rules/holds.ts';
import { type PaperFault, paperFaultStatus, paperFaultWords } from '../rules/paper-fault.ts';
import { readingNotices } from '../rules/paper-notices.ts';
import { clearances, clearanceWords, isIssued, wordsFreezeAt } from '../rules/paper-stages.ts';
import { isReadInPublic } from '../rules/papers/ordered.ts';
import { may } from '../rules/rights.ts';
import { clearPaper } from '../use-cases/clear-paper.ts';
import { issuePaper } from '../use-cases/issue-paper.ts';
import { orNotKept } from '../use-cases/or-not-kept.ts';
import { type NotDone, paperName } from '../use-cases/paper-act.ts';
import { type PaperOrder, paperOrder, prepareOrder } from '../use-cases/paper-orders.ts';
import {
  type PaperFormat,
  type PaperPrinter,
  paperFormats,
} from '../use-cases/paper-printer-port.ts';
import type { Ports } from '../use-cases/ports.ts';
import { openPaperFiles, type PaperFiles } from '../use-cases/print-papers.ts';
import { releaseHold } from '../use-cases/release-hold.ts';
import { wordPaper } from '../use-cases/word-paper.ts';
import type { PaperDone } from './api-papers.ts';
import { papersView, paperView } from './papers-view.ts';
import { parsed } from './parsed.ts';
import { type Addresses, addresses } from './rights-door.ts';
import { personAsking } from './sign-in.ts';
import { answerTrouble } from './trouble.ts';
import { counted, refusedStatus, refusedWords } from './words.ts';

const key = z.string().min(1).max(255);
/** Half a character, as a cut-off paste leaves, is kept by no list. */
const words = z
  .string()
  .max(20_000)
  .transform((typed) => typed.toWellFormed());
const shapes = {
  shelf: z.object({ plan: key.optional(), quarter: key.optional() }),
  one: z.object({ paper: key }),
  file: z.object({
    paper: key,
    as: z.enum(paperFormats),
    /** Exempt rows leave only where they are asked for. */
    exempt: z.literal('with').optional(),
    copy: z.enum(['reading', 'publication']).default('reading'),
  }),
  clear: z.strictObject({
    paper: key,
    clearance: z.enum(clearances),
    seen: z.number().int().min(0).optional(),
  }),
  words: z.strictObject({
    paper: key,
    line: z.string().min(1).max(400),
    was: z.number().int().min(0).max(100_000),
    words,
    because: words,
  }),
  issue: z.strictObject({ paper: key }),
  release: z.strictObject({ hold: key, because: words }),
};

export type PaperRoutes = { readonly ports: Ports; readonly paperPrinter: PaperPrinter };

export const paperRoutes = ({ ports, paperPrinter }: PaperRoutes): Router => {
  const routes = addresses(ports);
  const files = openPaperFiles(paperPrinter);
  const drafts = { inHand: 0 };
  routes.get('/papers', (request, response) => {
    const asked = parsed(shapes.shelf, request.query, response);
    if (!asked) return;
    const view = papersView(ports, personAsking(ports, response), asked);
    if (view) response.json(view);
    else answerTrouble(response, 404, 'No quarter has been opened yet, so there are no papers.');
  });
  routes.get('/papers/one', async (request, response) => {
    const asked = parsed(shapes.one, request.query, response);
    if (!asked) return;
    const order = paperOrder(ports.replica.registers(), asked.paper);
    if (order === null) return troubled(ports, response, { kind: 'unknown' });
    response.json(await paperView({ ports, files }, personAsking(ports, response), order));
  });
  routes.get('/papers/file', async (request, response) => {
    const asked = parsed(shapes.file, request.query, response);
    if (asked) await orAskedToWait({ ports, files, response, drafts }, asked);
  });
  pressRoutes(ports, routes);
  return routes.router;
};

const pressRoutes = (ports: Ports, routes: Addresses): void => {
  routes.post('/papers/clear', async (request, response) => {
    const asked = parsed(shapes.clear, request.body ?? {}, response);
    if (!asked) return;
    const clearing = { by: byOf(ports, response), ...asked };
    told({ ports, response }, await orNotKept(clearPaper(ports, clearing)), ({ outcome }) =>
      outcome === 'cleared'
        ? { words: `${clearanceWords[asked.clearance]}: cleared.`, did: true }
        : { words: 'It was cleared already.', did: false },
    );
  });
  routes.post('/papers/words', async (request, response) => {
    const asked = parsed(shapes.words, request.body ?? {}, response);
    if (!asked) return;
    const wording = { by: byOf(ports, response), ...asked };
    told({ ports, response }, await orNotKept(wordPaper(ports, wording)), () => ({
      words:
        'Changed, in every paper of the quarter that has not gone out. Those that were cleared are to be cleared again.',
      did: true,
    }));
  });
  routes.post('/papers/issue', async (request, response) => {
    const asked = parsed(shapes.issue, request.body ?? {}, response);
    if (!asked) return;
    const issuing = { by: byOf(ports, response), ...asked };
    told({ ports, response }, await orNotKept(issuePaper(ports, issuing)), ({ outcome, lines }) =>
      outcome === 'issued'
        ? {
            words: `Issued. ${counted(lines, 'line')} of it are in the list Paper lines.`,
            did: true,
          }
        : { words: 'It was issued already.', did: false },
    );
  });
  routes.post('/papers/release', async (request, response) => {
    const asked = parsed(shapes.release, request.body ?? {}, response);
    if (!asked) return;
    const releasing = { by: byOf(ports, response), ...asked };
    told({ ports, response }, await orNotKept(releaseHold(ports, releasing)), ({ hold }) => ({
      words: `Released: ${hold.title}. Papers for residents may be issued again.`,
      did: true,
    }));
  });
};

const byOf = (ports: Ports, response: Response): string => personAsking(ports, response).key;

type Answering = { readonly ports: Ports; readonly response: Response };

const told = <Done extends { readonly outcome: string }>(
  { ports, response }: Answering,
  result: Done | NotDone,
  worded: (done: Done) => PaperDone,
): void => {
  if (result.outcome !== 'refused') return void response.json(worded(result as Done));
  const refusal = result as NotDone;
  if (refusal.reason === 'paper') return troubled(ports, response, refusal.fault);
  answerTrouble(response, refusedStatus(refusal), refusedWords(refusal));
};

const troubled = ({ replica }: Ports, response: Response, fault: PaperFault): void => {
  const name = (person: string) => replica.registers().people.get(person)?.title ?? 'Somebody';
  answerTrouble(response, paperFaultStatus(fault), paperFaultWords(fault, name));
};

type Sending = Answering & { readonly files: PaperFiles };
type FileAsked = z.infer<typeof shapes.file>;
type Counting = Sending & { readonly drafts: { inHand: number } };

/** Each is gathered anew from the registers, a tenth of a second and some megabytes of a large council. */
const mostDrafts = 8;

const orAskedToWait = async ({ drafts, ...sending }: Counting, asked: FileAsked): Promise<void> => {
  const registers = sending.ports.replica.registers();
  const order = paperOrder(registers, asked.paper);
  if (order === null || !('fault' in frozenRows(registers, order.cycle.key)))
    return sendFile(sending, asked);
  if (drafts.inHand >= mostDrafts)
    return answerTrouble(
      sending.response,
      503,
      'Many drafts are being made at this moment. Try again in a minute.',
    );
  drafts.inHand += 1;
  try {
    await sendFile(sending, asked);
  } finally {
    drafts.inHand -= 1;
  }
};

/** A copy to be read inside says at its head that it is one; a copy for publication is of what was issued. */
const sendFile = async ({ ports, files, response }: Sending, asked: FileAsked): Promise<void> => {
  const registers = ports.replica.registers();
  const order = paperOrder(registers, asked.paper);
  if (order === null) return troubled(ports, response, { kind: 'unknown' });
  const isForPublic = asked.copy === 'publication';
  const barred = isForPublic ? notToPublish(ports, order) : null;
  if (barred !== null) return troubled(ports, response, barred);
  const asking = {
    registers,
    person: personAsking(ports, response),
    today: ports.clock.now().toPlainDate(),
  };
  const prepared = await prepareOrder(registers, order, {
    now: ports.clock.now(),
    mayReadExempt: (dataset) =>
      !isForPublic &&
      asked.exempt === 'with' &&
      may(asking, 'read the confidential part of a paper', dataset),
    notices: isForPublic ? [] : noticesFor(ports, order),
  });
  if ('fault' in prepared)
    return troubled(ports, response, { kind: 'figures', fault: prepared.fault });
  // What was issued was of frozen figures: without them there is nothing to publish.
  if (isForPublic && prepared.version === null)
    return troubled(ports, response, { kind: 'figures', fault: 'not frozen' });
  const bytes = await files.file(prepared, asked.as);
  response.setHeader('Content-Security-Policy', filePolicy);
  response.attachment(
    `${fileName(order, files.paper(prepared).confidential.length > 0)}.${asked.as}`,
  );
  response.type(mediaTypes[asked.as]).send(Buffer.from(bytes));
};

const mediaTypes: { readonly [F in PaperFormat]: string } = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Wherever it is opened nothing runs in it, and nothing is fetched by it. */
const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** Letters that every machine keeps in a file's name. */
const fileName = (order: PaperOrder, hasAppendix: boolean): string => {
  const plain = paperName(order)
    .normalize('NFKD')
    .replace(/[^\w ,-]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return hasAppendix ? `NOT FOR PUBLICATION ${plain}` : plain;
};

const notToPublish = ({ replica, clock }: Ports, order: PaperOrder): PaperFault | null => {
  const registers = replica.registers();
  if (!isReadInPublic(order)) return { kind: 'not for the public' };
  if (!isIssued(registers.papers.get(order.key))) return { kind: 'not issued' };
  const today = clock.now().toPlainDate();
  const hold = holdOn(registers, { kind: order.kind, plan: order.cycle.plan, today });
  return hold === null ? null : { kind: 'held', until: hold.endsOn, title: hold.title };
};

const noticesFor = ({ replica, clock }: Ports, order: PaperOrder): readonly string[] => {
  const registers = replica.registers();
  const row = registers.papers.get(order.key) ?? null;
  const now = clock.now();
  return readingNotices({
    row,
    isFrozen: !('fault' in frozenRows(registers, order.cycle.key)),
    freezesAt: wordsFreezeAt(row, order.meets?.wordsFreezeOn ?? null),
    hold: holdOn(registers, { kind: order.kind, plan: order.cycle.plan, today: now.toPlainDate() }),
    now: now.toInstant(),
  });
};
