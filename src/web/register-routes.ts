// The registers' addresses: the shelf, one list, its file, and the golden thread.
import type { Router } from 'express';
import { z } from 'zod';
import type { RegisterName, Row } from '../registers/registers.ts';
import { registers as declared } from '../registers/registers.ts';
import { sheetOf } from '../rules/export/export-sheet.ts';
import type { Ports, Spreadsheets } from '../use-cases/ports.ts';
import { parsed } from './parsed.ts';
import { type ListAddress, registerNamed, registersView, registerView } from './registers-view.ts';
import { addresses } from './rights-door.ts';
import { isShownTo } from './shown-rows.ts';
import { personAsking } from './sign-in.ts';
import { threadView } from './thread-view.ts';
import { answerTrouble } from './trouble.ts';

const key = z.string().min(1).max(255);
const registerAsked = z.object({
  plan: key.optional(),
  search: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).optional(),
});
const threadAsked = z.object({ plan: key.optional(), line: z.string().min(1).max(400).optional() });
const exportAsked = z.object({
  as: z.enum(['xlsx', 'csv']),
  plan: key.optional(),
  /** Exempt rows leave only where they are asked for. */
  exempt: z.literal('with').optional(),
});

const noRegister = 'There is no such register.';

export type RegisterRoutes = {
  readonly ports: Ports;
  readonly spreadsheets: Spreadsheets;
  readonly listAddress: ListAddress;
};

export const registerRoutes = ({ ports, spreadsheets, listAddress }: RegisterRoutes): Router => {
  const routes = addresses(ports);
  routes.get('/thread', (request, response) => {
    const asked = parsed(threadAsked, request.query, response);
    if (!asked) return;
    const view = threadView(ports, personAsking(ports, response), asked);
    if (view) response.json(view);
    else answerTrouble(response, 404, 'No plan has been loaded yet.');
  });
  routes.get('/registers', (_request, response) => {
    response.json(registersView(ports, personAsking(ports, response), listAddress));
  });
  routes.get('/registers/:name', (request, response) => {
    const register = registerNamed(request.params.name);
    if (!register) return answerTrouble(response, 404, noRegister);
    const asked = parsed(registerAsked, request.query, response);
    if (!asked) return;
    const person = personAsking(ports, response);
    response.json(registerView(ports, person, { ...asked, register, listAddress }));
  });
  routes.get('/registers/:name/file', async (request, response) => {
    const person = personAsking(ports, response);
    const register = registerNamed(request.params.name);
    if (!register) return answerTrouble(response, 404, noRegister);
    const asked = parsed(exportAsked, request.query, response);
    if (!asked) return;
    const sheet = sheetOf(register, rowsFor(ports, person, register), {
      held: ports.replica.registers(),
      ...(asked.plan !== undefined && { plan: asked.plan }),
      ...(asked.exempt && { access: 'with exempt' }),
    });
    const bytes =
      asked.as === 'xlsx'
        ? await spreadsheets.writeXlsx([sheet])
        : await spreadsheets.writeCsv(sheet);
    response.attachment(`${declared[register].list}.${asked.as}`);
    response.type(mediaTypes[asked.as]).send(Buffer.from(bytes));
  });
  return routes.router;
};

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const rowsFor = (
  ports: Ports,
  person: Row<'people'>,
  register: RegisterName,
): readonly Row<RegisterName>[] => {
  const registers = ports.replica.registers();
  const rows = [...(registers[register].values() as Iterable<Row<RegisterName>>)];
  return rows.filter((row) => isShownTo(registers, person, { register, row }));
};
