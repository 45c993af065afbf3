// Serves the built local Teams page at the root, or says in a sentence how to build it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express, { type Request, type Response, Router } from 'express';
import type { Machine } from '../machine.ts';

const builtPage = fileURLToPath(new URL('../../../dist/teams', import.meta.url));

export function pageRoutes(machine: Machine): Router {
  const router = Router();
  router.use(express.static(builtPage));
  router.get('/', (_request, response) => {
    const words = existsSync(builtPage)
      ? 'The local Teams page was built without an index.html: build it again with npm run build.'
      : 'Local Microsoft 365 is running, but its Teams page is not built yet: run npm run build.';
    response.status(404).type('text/plain').send(`${words}\n`);
  });
  router.use((request, response) => {
    const message = `There is nothing at ${request.method} ${request.originalUrl} on ${machine.origin}.`;
    response.status(404).json({ error: { code: 'NotFound', message } });
  });
  router.use(answerFault);
  return router;
}

// Express knows this for a handler of faults by its four parameters.
// oxlint-disable-next-line max-params
function answerFault(
  fault: Error & { status?: number },
  _request: Request,
  response: Response,
  _next: unknown,
): void {
  // A caller that has gone, or a stand-in that is closing, is no failure.
  if (response.destroyed || response.socket?.destroyed) return;
  const { status = 500 } = fault;
  if (status < 500) {
    response.status(status).json({ error: { code: 'BadRequest', message: fault.message } });
    return;
  }
  process.stderr.write(`${fault.stack}\n`);
  const error = {
    code: 'generalException',
    message: 'Local Microsoft 365 failed; see its output.',
  };
  if (!response.headersSent) response.status(500).json({ error });
}
