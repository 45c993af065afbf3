// The address of a row's past: open to whoever may read the row, asked of its list when opened.
import type { Router } from 'express';
import { z } from 'zod';
import type { Line } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import type { RegisterName, Row } from '../registers/registers.ts';
import type { Ports } from '../use-cases/ports.ts';
import { type RowHistory, rowHistory } from '../use-cases/row-history.ts';
import { StoreFault } from '../use-cases/store-fault.ts';
import { historyView } from './history-view.ts';
import { parsed } from './parsed.ts';
import { registerNamed } from './registers-view.ts';
import { addresses } from './rights-door.ts';
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

/** What waits cannot be read, so what would be told might be wrong. The log says why once already. */
const notKnown = 'The history cannot be shown at present. The figures are not affected.';
const orNotKnown = (fault: unknown): null => {
  if (fault instanceof StoreFault) return null;
  throw fault;
};

export const historyRoutes = (ports: Ports): Router => {
  const routes = addresses(ports);
  const historyFor = openHistories(ports);
  routes.get('/history', async (request, response) => {
    const asked = parsed(historyAsked, request.query, response);
    if (!asked) return;
    const register = registerNamed(asked.register);
    const openRow = () =>
      register && openTo(ports, personAsking(ports, response), { register, key: asked.key });
    const opened = openRow();
    if (!register || !opened) return answerTrouble(response, 404, noRow);
    const history = await historyFor(personAsking(ports, response), {
      register,
      key: opened.key,
    }).catch(orNotKnown);
    if (!history) return answerTrouble(response, 503, notKnown);
    // Asking takes a while: the row may have gone, or been closed to them, meanwhile.
    const row = openRow();
    if (!row) return answerTrouble(response, 404, noRow);
    const { oldest } = asked;
    const page = { register, row, ...(oldest !== undefined && { oldest }) };
    response.json(historyView(ports, personAsking(ports, response), { history, asked: page }));
  });
  return routes.router;
};

/** Readings of SharePoint at once for one person; past that they are told what the Journal holds. */
const mostAtOnce = 3;
const isBusy = async () => ({ fault: 'throttled' }) as const;

const openHistories = (ports: Ports) => {
  const readings = new Map<string, number>();
  const count = (key: string, by: number): number => {
    const now = (readings.get(key) ?? 0) + by;
    if (now === 0) readings.delete(key);
    else readings.set(key, now);
    return now;
  };
  return async ({ key }: Person, line: Line): Promise<RowHistory> => {
    const isTooMany = count(key, 1) > mostAtOnce;
    const lists = isTooMany ? { ...ports.lists, history: isBusy } : ports.lists;
    try {
      return await rowHistory({ ...ports, lists }, line);
    } finally {
      count(key, -1);
    }
  };
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
