// What tests ask of a list without Graph: many rows at once, and its rows kept and put back.
import { Router } from 'express';
import { z } from 'zod';
import { keepCopy, restoreCopy } from '../graph/copies.ts';
import { fillList } from '../graph/fill.ts';
import { GraphFault } from '../graph/graph-fault.ts';
import type { Graph, InList } from '../graph/graph-request.ts';
import { ControlRefusal, parsed } from './control-refusal.ts';

const restore = z.strictObject({ copy: z.string(), tokens: z.enum(['expired', 'kept']) });
const fill = z.strictObject({
  rows: z.array(z.strictObject({ fields: z.record(z.string(), z.unknown()) })),
});

type Named = { site: string; list: string };

export function listRoutes(graph: Graph): Router {
  const router = Router();
  const list = '/sites/:site/lists/:list';
  router.post(`${list}/keep`, (request, response) => {
    response.json({ copy: keepCopy(listNamed(graph, request.params)) });
  });
  router.post(`${list}/restore`, (request, response) => {
    const { copy, tokens } = parsed(restore, request.body);
    restoreCopy(listNamed(graph, request.params), copy, tokens);
    response.json({ restored: copy });
  });
  router.post(`${list}/fill`, (request, response) => {
    const { rows } = parsed(fill, request.body);
    response.json({ added: fillList(listNamed(graph, request.params), rows) });
  });
  return router;
}

function listNamed(graph: Graph, { site, list }: Named): InList {
  try {
    return { graph, list: graph.lists.list(`localhost:/sites/${site}`, list) };
  } catch (fault) {
    if (!(fault instanceof GraphFault)) throw fault;
    throw new ControlRefusal(404, `${fault.message}: ${site}, ${list}.`);
  }
}
