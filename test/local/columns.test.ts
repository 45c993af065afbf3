// What a column may be and what it takes: kinds, limits, defaults and refusals.
import { beforeAll, expect, test } from 'vitest';
import { type Given, givenLocal, register, site } from './given.ts';

let given: Given;
const list = `${site}/lists/Values`;

beforeAll(async () => {
  given = await givenLocal();
  await given.graph(
    `POST ${site}/lists`,
    register('Values', [
      { name: 'Line', text: {} },
      { name: 'Short', text: { maxLength: 5 } },
      { name: 'Lines', text: { allowMultipleLines: true } },
      { name: 'Number', number: { minimum: -1, maximum: 10 } },
      { name: 'Money', currency: { locale: 'en-GB' } },
      { name: 'Open', choice: { choices: ['A'], allowTextEntry: true } },
      { name: 'Closed', choice: { choices: ['A', 'B'] }, defaultValue: { value: 'B' } },
      { name: 'Flag', boolean: {} },
      { name: 'Day', dateTime: { format: 'dateOnly' } },
      { name: 'Moment', dateTime: { format: 'dateTime' } },
      { name: 'Fixed', text: {}, readOnly: true },
    ]),
  );
});

let rows = 0;
const create = (fields: object) => {
  rows += 1;
  return given.graph(`POST ${list}/items`, { fields: { Key: `k${rows}`, ...fields } });
};

type Kept = [name: string, sent: string | number | boolean, kept?: string];
const kept: Kept[] = [
  ['Line', 'x'.repeat(255)],
  ['Short', 'five5'],
  ['Lines', `two\nlines ${'x'.repeat(300)}`],
  ['Number', -1],
  ['Number', 10],
  ['Number', 2.5],
  ['Money', 1234.56],
  ['Open', 'something else'],
  ['Closed', 'A'],
  ['Flag', false],
  ['Day', '2020-10-05', '2020-10-05T00:00:00Z'],
  ['Moment', '2020-10-05T09:30:15.250Z', '2020-10-05T09:30:15Z'],
  ['Moment', '2020-07-05T09:30:00+01:00', '2020-07-05T08:30:00Z'],
];
test.each(kept)('%s keeps %j', async (name, value, asKept) => {
  const made = await create({ [name]: value });
  expect(made.status).toBe(201);
  const read = await given.graph(`GET ${list}/items/${made.body.id}`);
  expect(read.body.fields[name]).toBe(asKept ?? value);
});

test.each([
  ['Line', 'x'.repeat(256)],
  ['Line', 'two\nlines'],
  ['Line', 7],
  ['Short', 'sixsix'],
  ['Lines', 'x'.repeat(64_000)],
  ['Number', -1.01],
  ['Number', 10.01],
  ['Number', '5'],
  ['Closed', 'a'],
  ['Closed', 'C'],
  ['Flag', 'yes'],
  ['Day', '5 October 2020'],
  ['Moment', '2020-13-01'],
  ['Fixed', 'x'],
  ['Key', null],
  ['Key', ''],
])('%s refuses %j when a row is made and when it is changed', async (name, value) => {
  const refused = await create({ [name]: value });
  expect([refused.status, refused.body.error.code]).toEqual([400, 'invalidRequest']);
  expect(refused.body.error.message).toContain(name);
  const { body } = await create({});
  const row = `${list}/items/${body.id}`;
  expect((await given.graph(`PATCH ${row}/fields`, { [name]: value })).status).toBe(400);
  expect((await given.graph(`GET ${row}`)).body.eTag).toBe(body.eTag);
});

test('a column with a default has it in new rows only where nothing was sent', async () => {
  const [left, sent] = [await create({}), await create({ Closed: 'A' })];
  expect([left.body.fields.Closed, sent.body.fields.Closed]).toEqual(['B', 'A']);
});

test.each([
  ['of no kind', { name: 'None' }],
  ['of two kinds', { name: 'Two', text: {}, number: {} }],
  ['with a space in its name', { name: 'Two words', text: {} }],
  ['unique and not indexed', { name: 'Unique', text: {}, enforceUniqueValues: true }],
  ['unique and yes or no', { name: 'U', boolean: {}, indexed: true, enforceUniqueValues: true }],
  ['with a name the list uses itself', { name: 'Modified', text: {} }],
])('a column %s cannot be made', async (_what, column) => {
  expect([400, 409]).toContain((await given.graph(`POST ${list}/columns`, column)).status);
});

test.each(['calculated', 'geolocation', 'term', 'thumbnail', 'contentApprovalStatus'])(
  'a column that is %s is not done here, and that is said',
  async (kind) => {
    const refused = await given.graph(`POST ${list}/columns`, { name: 'Kind', [kind]: {} });
    expect([refused.status, refused.body.error.message]).toEqual([
      501,
      expect.stringContaining(kind),
    ]);
  },
);

test('every list has a Title, which cannot be taken away; a name stays, a display name may change', async () => {
  expect((await given.graph(`DELETE ${list}/columns/Title`)).status).toBe(400);
  const column = `${list}/columns/Line`;
  expect((await given.graph(`PATCH ${column}`, { name: 'Other' })).status).toBe(400);
  expect((await given.graph(`PATCH ${column}`, { number: {} })).status).toBe(400);
  const changed = await given.graph(`PATCH ${column}`, { displayName: 'One line' });
  expect(changed.body).toMatchObject({ name: 'Line', displayName: 'One line' });
});

test('a column past the twentieth index is not indexed by a change, nor by making the list', async () => {
  const indexed = (many: number) =>
    Array.from({ length: many }, (_, n) => ({ name: `I${n}`, indexed: true, text: {} }));
  const made = await given.graph(`POST ${site}/lists`, register('Too many', indexed(20)));
  expect([made.status, made.body.error.message]).toEqual([400, expect.stringContaining('20')]);
  const columns = [...indexed(19), { name: 'Plain', text: {} }];
  expect((await given.graph(`POST ${site}/lists`, register('Full', columns))).status).toBe(201);
  const plain = `${site}/lists/Full/columns/Plain`;
  expect((await given.graph(`PATCH ${plain}`, { indexed: true })).status).toBe(400);
  expect((await given.graph(`GET ${plain}`)).body.indexed).toBe(false);
});
