// Where in the tab a person is, as the page's address holds it: a link opens the same view again.

export type Sort = { readonly by: SortColumn; readonly descending: boolean };
const sortColumns = ['plan order', 'status', 'name', 'value', 'owner', 'return'] as const;
export type SortColumn = (typeof sortColumns)[number];

const screens = [
  'my-work',
  'plan',
  'measure',
  'cycle',
  'targets',
  'sign-off',
  'thread',
  'escalations',
  'reports',
  'registers',
  'import',
] as const;
export type Screen = (typeof screens)[number];

export type Address = {
  readonly screen: Screen;
  /** The measure, cycle or register that is open, or the thread's chosen line; null otherwise. */
  readonly open: string | null;
  /** Null: whatever the server thinks likeliest. */
  readonly plan: string | null;
  readonly team: string | null;
  readonly quarter: string | null;
  readonly find: string;
  /** Which page of a register, from 1. */
  readonly page: number;
  /** A status to show alone; null shows all. */
  readonly status: string | null;
  readonly sort: Sort;
};

export const start: Address = {
  screen: 'plan',
  open: null,
  plan: null,
  team: null,
  quarter: null,
  find: '',
  page: 1,
  status: null,
  sort: { by: 'plan order', descending: false },
};

/** '#/measure/plan|12?team=housing' and so on. What cannot be read is the start. */
export const readAddress = (hash: string): Address => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [screen, open] = path.split('/', 2);
  const asked = new URLSearchParams(query);
  return {
    screen: screens.find((each) => each === screen) ?? 'plan',
    open: open ? decoded(open) : null,
    plan: asked.get('plan'),
    team: asked.get('team'),
    quarter: asked.get('quarter'),
    find: asked.get('find') ?? '',
    page: readPage(asked.get('page') ?? ''),
    status: asked.get('status'),
    sort: readSort(asked.get('sort') ?? ''),
  };
};

/** Where a link from Teams leads: a screen by its name, or else a measure by its key, which always has a bar. */
export const linkedAddress = (page: string): Pick<Address, 'screen' | 'open'> => {
  const screen = screens.find((each) => each === page);
  return screen ? { screen, open: null } : { screen: 'measure', open: page };
};

/** What is as at the start is left out, so that most addresses are short. */
export const addressText = (address: Address): string => {
  const asked = new URLSearchParams();
  for (const name of ['plan', 'team', 'quarter', 'status'] as const)
    if (address[name]) asked.set(name, address[name]);
  if (address.find) asked.set('find', address.find);
  if (address.page > 1) asked.set('page', String(address.page));
  const { by, descending } = address.sort;
  if (by !== 'plan order' || descending) asked.set('sort', descending ? `-${by}` : by);
  const open = address.open ? `/${encodeURIComponent(address.open)}` : '';
  const query = asked.size > 0 ? `?${asked}` : '';
  return `#/${address.screen}${open}${query}`;
};

const readPage = (text: string): number => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1);

const readSort = (text: string): Sort => {
  const descending = text.startsWith('-');
  const by = sortColumns.find((column) => column === text.replace(/^-/, ''));
  return by ? { by, descending } : start.sort;
};

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};
