// A row's versions as Graph tells them: who made each, when, and what it held. Newest first.
import type { RegisterName } from '../../registers/registers.ts';
import type { Editor } from '../../use-cases/ports.ts';
import type { Call } from '../graph/graph-client.ts';
import { changedByColumnName, fieldsRead } from '../rows/columns.ts';
import type { Places } from '../rows/places.ts';
import type { Fields } from '../rows/rows.ts';
import type { Editors } from './editors.ts';

export type ItemVersion = {
  /** As people see it: '5.0'. */
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly editor: Editor;
  /** What ChangedBy says; counts only where this app made the version. */
  readonly changedBy: string | null;
  readonly fields: Fields;
};

type RawVersion = {
  readonly id?: string;
  readonly lastModifiedDateTime?: string;
  readonly fields?: Fields;
};

/** The call that asks for a row's versions: two units, as for any list of things. */
export const versionsCall = (places: Places, name: RegisterName, item: string): Call => ({
  method: 'GET',
  path: `${places.list(name)}/items/${item}/versions?$expand=fields($select=${changedByColumnName},${fieldsRead(name)})`,
  units: 2,
});

/** The first page of them; a version without a moment or without fields is left out. */
export const versionsIn = (body: unknown, editors: Editors): readonly ItemVersion[] => {
  const { value = [] } = (body ?? {}) as { readonly value?: readonly RawVersion[] };
  return value
    .flatMap((raw): ItemVersion[] => {
      const { id = '', lastModifiedDateTime, fields } = raw;
      const at = instantIn(lastModifiedDateTime);
      if (!fields || at === null) return [];
      const by = fields[changedByColumnName];
      const changedBy = typeof by === 'string' && by !== '' ? by : null;
      return [{ id, at, editor: editors.of(raw), changedBy, fields }];
    })
    .sort((one, other) => Number.parseFloat(other.id) - Number.parseFloat(one.id));
};

/** Whether it is the row as it was begun: nothing came before it. */
export const isFirst = ({ id }: ItemVersion): boolean => Number.parseFloat(id) === 1;

/** A moment as Graph writes it; null where it is none. */
export const instantIn = (text: string | undefined): Temporal.Instant | null => {
  try {
    return Temporal.Instant.from(text ?? '');
  } catch {
    return null;
  }
};
