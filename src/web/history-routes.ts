// The address of a row's past: open to whoever may read the row, asked of its list when opened.
import express, { type Router } from 'express';
import { z } from 'zod';
import type { Person } from '../registers/people.ts';
import type { RegisterName, Row } from '../registers/registers.ts';
import type { Ports } from '../use-cases/ports.ts';
import { rowHistory } from '../use-cases/row-history.ts';
import { historyView } from './history-view.ts';
import { parsed } from './parsed.ts';
import { registerNamed } from './registers-view.ts';
import { isShownTo } from './shown-rows.ts';
import { personAsking } from './sign-in.ts';
import { answerTrouble } from './trouble.ts';

const historyAsked = z.strictObject({
  register: z.string().min(1).max(60),
  key: z.string().min(1).max(255),
  oldest: z.coerce.number().int().min(1).max(100_000).optional(),
});

/** A row that is not there and one that may not be read are told alike. */
const noRow = 'There is no such row. It may have been removed since.';

export const historyRoutes = (ports: Ports): Router => {
  const routes = express.Router();
  routes.get('/history', async (request, response) => {
    const asked = parsed(historyAsked, request.query, response);
    if (!asked) return;
    const register = registerNamed(asked.register);
    const openRow = () =>
      register && openTo(ports, personAsking(ports, response), { register, key: asked.key });
    const opened = openRow();
    if (!register || !opened) return answerTrouble(response, 404, noRow);
    const history = await rowHistory(ports, { register, key: opened.key });
    // Asking takes a while: the row may have gone, or been closed to them, meanwhile.
    const row = openRow();
    if (!row) return answerTrouble(response, 404, noRow);
    const { oldest } = asked;
    const page = { register, row, ...(oldest !== undefined && { oldest }) };
    response.json(historyView(ports, personAsking(ports, response), { history, asked: page }));
  });
  return routes;
};

/** The row, as far as the person may read it. */
const openTo = (
  ports: Ports,
  person: Person,
  { register, key }: { readonly register: RegisterName; readonly key: string },
): Row<RegisterName> | null => {
  const registers = ports.replica.registers();
  const row = registers[register].get(key);
  return row && isShownTo(registers, person, { register, row }) ? row : null;
};
