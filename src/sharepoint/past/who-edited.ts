// Whose hands an edit came from. News of a row need not say who changed it; then the row is read once.
// Where it has moved on since, or several versions lie behind what was heard, whoever made the last of
// them did not make them all: then its versions are read, and each hand is told by itself.
import type { RegisterName, Row } from '../../registers/registers.ts';
import type { Editor, HandEdit, HandVersion } from '../../use-cases/ports.ts';
import { type BatchAnswer, readBatches } from '../graph/batch.ts';
import type { Call } from '../graph/graph-client.ts';
import { sameRow } from '../replica/hand-edits.ts';
import { versionsBetween } from '../rows/etag.ts';
import { itemIn, type ListSource } from '../rows/list-items.ts';
import { readRow } from '../rows/rows.ts';
import type { Editors } from './editors.ts';
import { type ItemVersion, instantIn, versionsCall, versionsIn } from './item-versions.ts';

type AnyRow = Row<RegisterName>;
type Asking = ListSource & { readonly editors: Editors };
type Parts = readonly HandVersion[];

const notSaid: Editor = { objectId: null, name: null, isThisApp: false };

/** Throws a GraphFault where Graph is away or busy: nothing is known then, and it can be asked again. */
export const whoEdited = async (
  asking: Asking,
  edits: readonly HandEdit[],
): Promise<readonly Parts[]> => {
  const parts = new Map<HandEdit, Parts>();
  for (const edit of edits) {
    const said = edit.madeBy && asking.editors.says(edit.madeBy) && isOneVersion(edit);
    if (said) parts.set(edit, madeBy(edit, edit.madeBy, asking.editors));
  }
  const known = (edit: HandEdit) =>
    asking.places.has(edit.register) && edit.after !== null && !parts.has(edit);
  const there = edits.filter(known);
  const answers = await ask(
    asking,
    there.map((edit) => itemCall(asking, edit)),
  );
  const unclear = there.filter((edit, at) => {
    const found = fromItem(edit, answers[at] as BatchAnswer, asking.editors);
    if (found) parts.set(edit, found);
    return !found;
  });
  const calls = unclear.map(({ register, item }) => versionsCall(asking.places, register, item));
  const versions = await ask(asking, calls);
  unclear.forEach((edit, at) => {
    const { fault, body } = versions[at] as BatchAnswer;
    parts.set(
      edit,
      fault ? bySomebody(edit) : fromVersions(edit, versionsIn(body, asking.editors)),
    );
  });
  return edits.map((edit) => parts.get(edit) ?? bySomebody(edit));
};

const ask = async ({ graph }: Asking, calls: readonly Call[]): Promise<readonly BatchAnswer[]> => {
  const answers = await readBatches(graph, calls);
  const passing = answers.find(
    ({ fault }) => fault?.kind === 'throttled' || fault?.kind === 'unreachable',
  );
  if (passing?.fault) throw passing.fault;
  return answers;
};

const itemCall = ({ places }: Asking, { register, item }: HandEdit): Call => ({
  method: 'GET',
  path: `${places.list(register)}/items/${item}?$select=id,eTag,lastModifiedBy,lastModifiedDateTime`,
  units: 1,
});

const bySomebody = ({ before, after }: HandEdit): Parts => [
  { editor: notSaid, at: null, before, after },
];

/** Undefined: its versions have to tell. */
const fromItem = (
  edit: HandEdit,
  { fault, body }: BatchAnswer,
  editors: Editors,
): Parts | undefined => {
  if (fault) return bySomebody(edit);
  const isSame = edit.etag !== null && itemIn(body).etag === edit.etag;
  return isSame && isOneVersion(edit) ? madeBy(edit, body, editors) : undefined;
};

/** As far as can be told: several people may have saved it between two readings. */
const isOneVersion = ({ beforeEtag = null, etag }: HandEdit): boolean =>
  // Where it is not known what came before, only a row's first version is known to be the only one.
  beforeEtag === null && etag !== null
    ? /,1"?$/.test(etag)
    : (versionsBetween(beforeEtag, etag) ?? 1) <= 1;

const madeBy = ({ before, after }: HandEdit, made: unknown, editors: Editors): Parts => {
  const editor = editors.of(made);
  if (editor.isThisApp) return [];
  const at = instantIn((made as { lastModifiedDateTime?: string } | null)?.lastModifiedDateTime);
  return [{ editor, at, before, after }];
};

type Told = ItemVersion & { readonly row: AnyRow | null };

/** From the version that says what the row said before, up to the one that says what was heard. */
const fromVersions = (edit: HandEdit, versions: readonly ItemVersion[]): Parts => {
  const told = versions.map((version): Told => {
    const read = readRow(edit.register, edit.item, version.fields);
    return { ...version, row: 'row' in read ? read.row : null };
  });
  const says = (row: AnyRow | null) => (version: Told) =>
    row !== null && version.row !== null && sameRow(edit.register, version.row, row);
  const last = told.findIndex(says(edit.after));
  if (last < 0) return bySomebody(edit);
  const earlier = told.slice(last + 1);
  const between = edit.before === null ? earlier.length : earlier.findIndex(says(edit.before));
  // Without a version that says what was before, the first of those that say what was heard.
  const alike = earlier.findIndex((version) => !says(edit.after)(version));
  const from = between >= 0 ? 0 : alike < 0 ? earlier.length : alike;
  const span = told.slice(last + from, last + 1 + Math.max(between, from)).reverse();
  return span.flatMap(({ editor, at, row }, index): Parts => {
    const before = index === 0 ? edit.before : (span[index - 1]?.row ?? null);
    if (editor.isThisApp || (before && row && sameRow(edit.register, before, row))) return [];
    return [{ editor, at, before, after: row ?? edit.after }];
  });
};
