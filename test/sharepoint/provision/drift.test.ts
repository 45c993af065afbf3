// Lists changed by hand since they were made: what can be put right without losing anything is, all
// else is said by list and column and left as it is.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSite, openLocalSite } from '../local-site.ts';
import { openProvisioningOn } from './provisioning-on.ts';

type ColumnMade = {
  id: string;
  name: string;
  displayName: string;
  choice?: { choices: string[] };
  [fact: string]: unknown;
};

let local: LocalSite;
let lists: string;
const run = () => openProvisioningOn(local).run();

beforeAll(async () => {
  local = await openLocalSite();
  lists = `/sites/${(await local.graph<{ id: string }>('GET', `/sites/${local.site}`)).id}/lists`;
  await run();
}, 60_000);
afterAll(() => local.close());

const column = async (list: string, name: string): Promise<ColumnMade> => {
  const read = await local.graph<{ value: ColumnMade[] }>('GET', `${lists}/${list}/columns`);
  const found = read.value.find((each) => each.name === name);
  if (!found) throw new Error(`${list} has no column ${name}`);
  return found;
};
const change = async (list: string, name: string, body: object) => {
  await local.graph('PATCH', `${lists}/${list}/columns/${(await column(list, name)).id}`, body);
};
const remove = async (list: string, name: string) => {
  await local.graph('DELETE', `${lists}/${list}/columns/${(await column(list, name)).id}`);
};
const settled = async () => {
  const writes = (await local.counted()).writes + local.restCounted().writes;
  const again = await run();
  expect(again.done).toEqual([]);
  expect((await local.counted()).writes + local.restCounted().writes).toBe(writes);
  return again;
};

describe('a column', () => {
  test('deleted by hand is made again, and what is lost is said', async () => {
    await remove('Actions', 'DueOn');
    const mended = await run();
    // Its format went with it.
    expect(mended.done).toEqual(['Add Due on to Actions', 'Format Due on on Actions']);
    expect(mended.noticed).toEqual([
      'Actions had no column Due on: it is new and blank. If it was deleted by hand, what it held is lost.',
    ]);
    expect((await settled()).noticed).toEqual([]);
  });

  test('that says whose answer a row last took is added to lists made before there was one', async () => {
    await remove('Returns', 'ChangedBy');
    expect((await run()).done).toEqual(['Add ChangedBy to Returns']);
    expect(await column('Returns', 'ChangedBy')).toMatchObject({ indexed: false });
    expect((await settled()).noticed).toEqual([]);
  });

  test('made by another run at the same moment is no refusal', async () => {
    await remove('Actions', 'DueOn');
    const both = await Promise.all([run(), run()]);
    expect(both.flatMap(({ failed }) => failed)).toEqual([]);
    const made = both.flatMap(({ done }) => done).filter((words) => words.startsWith('Add '));
    expect(made).toEqual(['Add Due on to Actions']);
    expect((await settled()).noticed).toEqual([]);
  });

  test('under other words is the council’s own wish: said, and left', async () => {
    await change('Actions', 'DueOn', { displayName: 'Deadline' });
    expect((await settled()).noticed).toEqual([
      'Actions: the column Due on is called "Deadline" here. It works as it is and is left.',
    ]);
    expect((await column('Actions', 'DueOn')).displayName).toBe('Deadline');
    await change('Actions', 'DueOn', { displayName: 'Due on' });
  });

  test('of another kind is named by list and column, and never mended', async () => {
    await remove('Returns', 'Value');
    await local.graph('POST', `${lists}/Returns/columns`, { name: 'Value', text: {} });
    expect((await settled()).noticed).toEqual([
      'Returns: Value is a line of text, not a number. Changing it back could lose what it holds, so it is left: its rows may not be read until it is put right.',
    ]);
    await remove('Returns', 'Value');
    await run();
  });

  test('that must be filled in though it may be blank is said, and left', async () => {
    await change('Actions', 'Team', { required: true });
    expect((await settled()).noticed).toEqual([
      'Actions: Team must be filled in here, though it may be blank. Rows without it will be refused; it is left as it is.',
    ]);
    await change('Actions', 'Team', { required: false });
  });
});

describe('choices', () => {
  test('taken away are put back after those that are there; those added stay, and are said', async () => {
    const { choice } = await column('Actions', 'Status');
    const choices = (choice?.choices ?? []).filter((each) => each !== 'at risk');
    await change('Actions', 'Status', { choice: { choices: [...choices, 'parked'] } });
    const mended = await run();
    expect(mended.done).toEqual(['Add "at risk" to the choices of Status on Actions']);
    expect(mended.noticed).toEqual([
      'Actions: Status has choices we do not know: parked. They are kept, but a row that uses one is not read until it is changed.',
    ]);
    expect((await column('Actions', 'Status')).choice?.choices).toEqual([
      ...choices,
      'parked',
      'at risk',
    ]);
    await settled();
    await change('Actions', 'Status', { choice: { choices: choice?.choices } });
  });
});

describe('an index, a unique key, a required column', () => {
  test('taken away are put back', async () => {
    await change('Risks', 'Team', { indexed: false });
    await change('Risks', 'Plan', { required: false });
    await change('Risks', 'Key', { indexed: false, enforceUniqueValues: false });
    expect((await run()).done).toEqual([
      'Index Key on Risks; Make Key on Risks unique',
      'Require Plan on Risks',
      'Index Team on Risks',
    ]);
    expect(await column('Risks', 'Key')).toMatchObject({
      indexed: true,
      enforceUniqueValues: true,
    });
    await settled();
  });

  test('a Key that two rows share cannot be made unique: that is said, and the rest is done', async () => {
    await change('Boards', 'Key', { enforceUniqueValues: false });
    const fields = { Key: 'cabinet', Title: 'Cabinet', Kind: 'Cabinet' };
    const first = await local.graph<{ id: string }>('POST', `${lists}/Boards/items`, { fields });
    await local.graph('POST', `${lists}/Boards/items`, { fields });
    const mended = await run();
    expect(mended.noticed).toEqual([
      'Boards: Key could not be made unique. Two rows have the same one: give one of them another and run this again.',
    ]);
    expect(mended.failed).toEqual([]);
    await local.graph('DELETE', `${lists}/Boards/items/${first.id}`);
    expect((await run()).done).toEqual(['Make Key on Boards unique']);
  });
});

describe('a list', () => {
  test('deleted is made again, empty, with its views, and said', async () => {
    await local.graph('DELETE', `${lists}/Values`);
    const mended = await run();
    expect(mended.done).toEqual(['Make the list Values', 'Make the view All on Values']);
    expect(mended.noticed).toEqual([
      "New and empty: Values. If one of them was there before and was deleted by hand, its rows are in the site's recycle bin for 93 days: restore the list from there instead.",
    ]);
    await settled();
  });

  test('given another name is found by its columns: no second one is made', async () => {
    for (const list of ['Actions', 'Values']) {
      await local.graph('PATCH', `${lists}/${list}`, { displayName: `Our ${list.toLowerCase()}` });
      const { noticed } = await settled();
      expect(noticed).toEqual([
        `There is no list ${list}, but "Our ${list.toLowerCase()}" has its columns: it seems to have been renamed. Nothing was made; name it ${list} again.`,
      ]);
      await expect((await local.open()).load()).rejects.toThrow(`The list ${list} is not in`);
      await local.graph('PATCH', `${lists}/Our ${list.toLowerCase()}`, { displayName: list });
    }
    expect((await settled()).noticed).toEqual([]);
  });

  test('of somebody else’s in the site is never touched or taken for ours', async () => {
    await local.graph('POST', lists, {
      displayName: 'Holidays',
      columns: [
        { name: 'Key', text: {} },
        { name: 'Plan', text: {} },
      ],
    });
    expect((await settled()).noticed).toEqual([]);
  });
});

describe('a list made by an earlier version', () => {
  const rowOf = (key: string, serves: string | null) => ({
    fields: { Key: key, Title: key, Plan: 'p', Section: 'p|s', Code: key, Serves: serves },
  });
  const servesOf = async () => {
    const { value } = await local.graph<{ value: { fields: Record<string, string> }[] }>(
      'GET',
      `${lists}/Objectives/items?$expand=fields`,
    );
    return value.map(({ fields }) => fields['Serves']);
  };

  test('lets an objective have no section, and names what it serves by its list, once', async () => {
    await change('Objectives', 'Section', { required: true });
    const cells = ['p|1', 'p|1\np|2', 'Priorities: p|1', 'p|3\nOutcomes: p|o1', null];
    for (const [at, cell] of cells.entries()) {
      await local.graph('POST', `${lists}/Objectives/items`, rowOf(`p|${at}`, cell));
    }
    const { done } = await run();
    expect(done).toEqual([
      'Let Section on Objectives be blank',
      'Write Serves of p|0 on Objectives as lines',
      'Write Serves of p|1 on Objectives as lines',
      'Write Serves of p|3 on Objectives as lines',
    ]);
    expect(await servesOf()).toEqual([
      'Priorities: p|1',
      'Priorities: p|1\nPriorities: p|2',
      'Priorities: p|1',
      'Priorities: p|3\nOutcomes: p|o1',
      undefined,
    ]);
    await settled();
    const sharepoint = await local.open();
    await sharepoint.load();
    expect(sharepoint.replica.registers().objectives.get('p|1')?.serves).toEqual([
      'Priorities: p|1',
      'Priorities: p|2',
    ]);
  });

  test('a row changed by hand while it is rewritten is left for the next run', async () => {
    await local.graph('POST', `${lists}/Objectives/items`, rowOf('p|9', 'p|9'));
    await local.faults({
      script: [{ on: 'graph', method: 'PATCH', path: '/items/', times: 1, status: 412 }],
    });
    const first = await run();
    expect(first.noticed).toEqual([
      'Objectives: Serves of p|9 was changed meanwhile and is not rewritten yet. Run this again.',
    ]);
    expect((await run()).done).toEqual(['Write Serves of p|9 on Objectives as lines']);
  });
});
