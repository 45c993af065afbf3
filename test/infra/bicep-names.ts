// Every name in a Bicep file, and what it stands for: a symbol of that file, an output of a module it uses, a
// function there is, a name of a loop. What is used is noted, so that what is not can be told.
import path from 'node:path';
import { type Expression, parseBicep, type Statement } from './bicep-parser.ts';
import { childrenOf, functions, plainText } from './bicep-types.ts';

/** The text of a file, by its path; null where there is none. */
export type Files = (file: string) => string | null;
export type At = { readonly file: string; readonly files: Files };

/** Each module's statements by its symbol; none where its file is not there or cannot be read. */
export const modulesOf = (statements: readonly Statement[], { file, files }: At) =>
  new Map(
    statements
      .filter(({ is }) => is === 'module')
      .map(({ name, of }) => {
        const source = files(path.join(path.dirname(file), of ?? ''));
        return [name, source === null ? null : parseBicep(source)] as const;
      }),
  );
export type Modules = ReturnType<typeof modulesOf>;

type Names = {
  readonly named: ReadonlyMap<string, Statement>;
  readonly modules: Modules;
  readonly used: Set<string>;
};

/** Every name in a value, and in what is said of a parameter. */
export const valueFaults = (statement: Statement, names: Names): readonly string[] =>
  statement.value === null
    ? []
    : nameFaults(statement.value, names, new Set(['true', 'false', 'null']));

const nameFaults = (
  expression: Expression,
  names: Names,
  local: ReadonlySet<string>,
): readonly string[] => {
  const { named, modules, used } = names;
  const inside = (each: Expression, also = local) => nameFaults(each, names, also);
  if (expression.is === 'name') {
    if (local.has(expression.name)) return [];
    used.add(expression.name);
    return named.has(expression.name)
      ? []
      : [`line ${expression.line}: ${expression.name} is declared nowhere`];
  }
  if (expression.is === 'for')
    return [
      ...inside(expression.in),
      ...inside(expression.make, new Set([...local, expression.each])),
    ];
  if (expression.is === 'call')
    return [
      ...callFaults(expression),
      ...calledOn(expression.to, inside),
      ...expression.given.flatMap((each) => inside(each)),
    ];
  if (expression.is === 'object')
    return [
      ...repeatedFields(expression),
      ...expression.fields.flatMap(({ name, value }) => [
        ...(name.is === 'text' ? inside(name) : []),
        ...inside(value),
      ]),
    ];
  const output = outputOf(expression);
  if (output !== null && modules.has(output.module)) {
    used.add(output.module);
    const statements = modules.get(output.module);
    const isThere =
      statements?.some(({ is, name }) => is === 'output' && name === output.name) ?? true;
    return isThere
      ? []
      : [`line ${expression.line}: the module ${output.module} has no output ${output.name}`];
  }
  return childrenOf(expression).flatMap((each) => inside(each));
};

const calledOn = (
  to: Expression,
  inside: (each: Expression) => readonly string[],
): readonly string[] => {
  if (to.is === 'name') return [];
  if (to.is === 'member') return to.of.is === 'name' && to.of.name === 'az' ? [] : inside(to.of);
  return inside(to);
};

const callFaults = ({ to, given, line }: Expression & { is: 'call' }): readonly string[] => {
  const name =
    to.is === 'name'
      ? to.name
      : to.is === 'member' && to.of.is === 'name' && to.of.name === 'az'
        ? to.name
        : null;
  if (name === null) {
    const isList = to.is === 'member' && to.name === 'listKeys';
    return isList ? [] : [`line ${line}: nothing of a resource is called but listKeys`];
  }
  const declared = functions[name];
  if (declared === undefined) return [`line ${line}: there is no function ${name}`];
  const [least, most] = declared;
  return given.length >= least && given.length <= most
    ? []
    : [`line ${line}: ${name} is given ${given.length} values`];
};

const repeatedFields = ({ fields, line }: Expression & { is: 'object' }): readonly string[] => {
  const names = fields.map(({ name }) => (name.is === 'name' ? name.name : plainText(name)));
  const repeated = names.find((name, at) => name !== null && names.indexOf(name) !== at);
  return repeated ? [`line ${line}: the field ${repeated} is given twice`] : [];
};

/** `x.outputs.y` as its parts; null where it is something else. */
export const outputOf = (expression: Expression) => {
  if (
    expression.is !== 'member' ||
    expression.of.is !== 'member' ||
    expression.of.name !== 'outputs'
  )
    return null;
  const { of } = expression.of;
  return of.is === 'name' ? { module: of.name, name: expression.name } : null;
};
