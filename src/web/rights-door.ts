// The door of each address: it stands in the table of rights, and where the right is one in nothing in
// particular it is asked for here, before anything sent is looked at. The rest is asked by the use cases.
import { type RequestHandler, Router } from 'express';
import { paperFaultWords } from '../rules/paper-fault.ts';
import { isPlain, may, type PlainAction } from '../rules/rights.ts';
import type { Ports } from '../use-cases/ports.ts';
import { type RightAsked, type Route, routeRights } from './route-rights.ts';
import { personAsking } from './sign-in.ts';
import { answerTrouble } from './trouble.ts';
import { refusedWords } from './words.ts';

type PathOf<Method extends string> = Route extends infer R
  ? R extends `${Method} ${infer Path}`
    ? Path
    : never
  : never;

type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [N in Name]: string } & Params<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { readonly [N in Name]: string }
    : { readonly [name: string]: string };

type Serve<Method extends string> = <Path extends PathOf<Method>>(
  path: Path,
  ...handlers: readonly RequestHandler<Params<Path>>[]
) => void;

/** Addresses of the API; one that is not in the table of rights does not compile. */
export type Addresses = {
  readonly get: Serve<'GET'>;
  readonly post: Serve<'POST'>;
  readonly router: Router;
};

const doors = new WeakSet<object>();

/** A router whose every address has a door; the person is signed in before it. */
export const addresses = (ports: Ports): Addresses => {
  const router = Router();
  const serve =
    (method: 'get' | 'post') =>
    (path: string, ...handlers: readonly RequestHandler<never>[]): void => {
      const route = `${method.toUpperCase()} ${path}` as Route;
      router[method](path, doorOf(ports, route), ...(handlers as readonly RequestHandler[]));
    };
  return { get: serve('get'), post: serve('post'), router };
};

const doorOf = (ports: Ports, route: Route): RequestHandler => {
  const asked: RightAsked = routeRights[route];
  const action = typeof asked === 'string' && isPlain(asked) ? asked : null;
  const door: RequestHandler = (_request, response, next) => {
    const person = personAsking(ports, response);
    const asking = {
      registers: ports.replica.registers(),
      person,
      today: ports.clock.now().toPlainDate(),
    };
    if (action === null || may(asking, action)) return next();
    answerTrouble(response, 403, notTheirs(action));
  };
  doors.add(door);
  return door;
};

const notTheirs = (action: PlainAction): string => words[action] ?? onlyPerformanceTeam;
const onlyPerformanceTeam = refusedWords({ reason: 'not allowed' });
const nobody = () => '';
const words: { readonly [A in PlainAction]?: string } = {
  'see a cycle and its messages':
    'The cycle belongs to the performance team. Your own returns and the team plan are open to you.',
  'take registers out as files':
    'Registers are taken out by the performance team. You can read them all here.',
  'take a file in': 'Files are taken in by the performance team. Nothing was changed.',
  'weigh targets':
    'Targets are endorsed by directors and kept by the performance team. What you are asked to propose comes on a card in Teams.',
  'change the words of a paper': paperFaultWords({ kind: 'not a reworder' }, nobody),
  'release a hold': paperFaultWords({ kind: 'not the officer' }, nobody),
};

type Layer = {
  readonly handle: object & { readonly stack?: readonly Layer[] };
  readonly route?: {
    readonly path: string;
    readonly methods: Readonly<Record<string, boolean>>;
    readonly stack: readonly Layer[];
  };
};

/** Every address a router serves, those of routers within it too, each with whether it has a door. */
export const servedBy = (
  router: object,
): readonly { readonly route: string; readonly hasDoor: boolean }[] =>
  ((router as { readonly stack?: readonly Layer[] }).stack ?? []).flatMap(({ route, handle }) => {
    if (route === undefined) return servedBy(handle);
    const hasDoor = route.stack.some((each) => doors.has(each.handle));
    return Object.keys(route.methods).map((method) => ({
      route: `${method.toUpperCase()} ${route.path}`,
      hasDoor,
    }));
  });

/** Throws, so that the app does not start, where an address asks for no right. */
export const everyAddressHasADoor = (router: Router): Router => {
  const without = servedBy(router).filter(
    ({ route, hasDoor }) => !hasDoor || !Object.hasOwn(routeRights, route),
  );
  if (without.length === 0) return router;
  const named = without.map(({ route }) => route).join(', ');
  throw new Error(`No right is named in src/web/route-rights.ts for ${named}.`);
};
