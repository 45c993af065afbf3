// A strict check of Bicep, in place of the compiler that is not here: every name resolves, what modules are
// given is what they ask for, versions are pinned, and no secret leaves by an output. It knows nothing of
// what Azure calls a resource's properties, save those of azure-shapes.ts.
import path from 'node:path';
import { shapeFaults } from './azure-shapes.ts';
import {
  type At,
  type Files,
  type Modules,
  modulesOf,
  outputOf,
  valueFaults,
} from './bicep-names.ts';
import type { Expression, Statement } from './bicep-parser.ts';
import { parseBicep } from './bicep-parser.ts';
import { BicepFault } from './bicep-tokens.ts';
import { fieldsOf, type Kind, type Known, kindOf, plainText, within } from './bicep-types.ts';
import { limitFaults } from './param-limits.ts';

export const checkBicep = (file: string, files: Files): readonly string[] => {
  const source = files(file);
  if (source === null) return [`${file}: is not there`];
  try {
    const statements = parseBicep(source);
    const faults = file.endsWith('.bicepparam')
      ? givenFaults(statements, { file, files })
      : templateFaults(statements, { file, files });
    return faults.map((fault) => `${path.basename(file)}, ${fault}`);
  } catch (error) {
    if (error instanceof BicepFault) return [`${path.basename(file)}, ${error.message}`];
    throw error;
  }
};

const symbols = ['param', 'var', 'resource', 'module'];

const templateFaults = (statements: readonly Statement[], at: At): readonly string[] => {
  const named = new Map(
    statements.filter(({ is }) => symbols.includes(is)).map((each) => [each.name, each]),
  );
  const modules = modulesOf(statements, at);
  const known = knownIn(named);
  const used = new Set<string>();
  const faults = [
    ...twice(statements),
    ...statements.flatMap((each) => valueFaults(each, { named, modules, used })),
    ...statements
      .filter(({ is }) => is === 'module')
      .flatMap((each) => moduleFaults(each, modules, known)),
    ...statements.filter(({ is }) => is === 'resource').flatMap(resourceFaults),
    ...statements.filter(({ is }) => is === 'param').flatMap((each) => paramFaults(each, known)),
    ...outputFaults(statements, { named, known, modules }),
    ...statements.flatMap((each) => loadFaults(each, at)),
  ];
  const idle = statements.filter(
    ({ is, name, existing }) => (is === 'param' || is === 'var' || existing) && !used.has(name),
  );
  return [
    ...faults,
    ...idle.map(({ line, is, name }) => `line ${line}: the ${is} ${name} is used nowhere`),
  ];
};

const knownIn =
  (named: ReadonlyMap<string, Statement>): Known =>
  (name) => {
    const statement = named.get(name);
    if (statement?.is === 'param') return (statement.of ?? null) as Kind | null;
    return statement?.is === 'var' && statement.value
      ? kindOf(statement.value, knownIn(named))
      : null;
  };

const twice = (statements: readonly Statement[]): readonly string[] => {
  const inOneSpace = (kinds: readonly string[]) => {
    const seen = new Set<string>();
    return statements
      .filter(({ is }) => kinds.includes(is))
      .filter(({ name }) => seen.size === seen.add(name).size)
      .map(({ line, name }) => `line ${line}: ${name} is declared twice`);
  };
  return [...inOneSpace(symbols), ...inOneSpace(['output'])];
};

const moduleFaults = (statement: Statement, modules: Modules, known: Known): readonly string[] => {
  const { name, of, line } = statement;
  const statements = modules.get(name);
  if (!statements) return [`line ${line}: the module ${of} is not there`];
  const given = fieldsOf(fieldsOf(statement.value).get('params') ?? null);
  return paramsFaults(statements, {
    given,
    known: knownWith(known, modules),
    line,
    whose: of ?? '',
  });
};

/** With what other modules put out. */
const knownWith =
  (known: Known, modules: Modules) =>
  (expression: Expression): Kind | null => {
    const output = outputOf(expression);
    if (output === null) return kindOf(expression, known);
    const found = modules
      .get(output.module)
      ?.find(({ is, name }) => is === 'output' && name === output.name);
    return (found?.of ?? null) as Kind | null;
  };

type Given = {
  readonly given: ReadonlyMap<string, Expression>;
  readonly known: (expression: Expression) => Kind | null;
  readonly line: number;
  readonly whose: string;
};

/** What a template is given against what it asks for. */
const paramsFaults = (
  statements: readonly Statement[],
  { given, known, line, whose }: Given,
): readonly string[] => {
  const params = new Map(
    statements.filter(({ is }) => is === 'param').map((each) => [each.name, each]),
  );
  const lacking = [...params.values()].filter(
    ({ name, value }) => value === null && !given.has(name),
  );
  return [
    ...lacking.map(({ name }) => `line ${line}: ${whose} is not given ${name}`),
    ...[...given].flatMap(([name, value]) => {
      const param = params.get(name);
      if (param === undefined) return [`line ${value.line}: ${whose} has no parameter ${name}`];
      const kind = known(value);
      const wrong = kind !== null && kind !== param.of;
      return wrong
        ? [`line ${value.line}: ${name} of ${whose} is ${param.of}, and is given ${kind}`]
        : limitFaults(param, value);
    }),
  ];
};

const version = /^(Microsoft\.\w+(?:\/\w+)+)@\d{4}-\d\d-\d\d$/;

const resourceFaults = (statement: Statement): readonly string[] => {
  const { of, line, name, existing, value } = statement;
  const type = version.exec(of ?? '')?.[1];
  if (type === undefined)
    return [
      `line ${line}: ${name} is ${of}, which is no resource at a version that is out of preview`,
    ];
  const fields = fieldsOf(value);
  const unnamed = fields.has('name') ? [] : [`line ${line}: ${name} has no name`];
  return [...unnamed, ...shapeFaults(type, { value, existing, line })];
};

const isSecret = /secret|password|connectionstring|sharedkey|accesskey|apikey/i;

const paramFaults = (statement: Statement, known: Known): readonly string[] => {
  const { name, of, value, decorators, line } = statement;
  const secure = decorators.some((each) => each.name === 'secure');
  const kind = value && kindOf(value, known);
  return [
    ...(of === null ? [`line ${line}: ${name} has no type`] : []),
    ...(kind && kind !== of
      ? [`line ${line}: ${name} is ${of}, and is ${kind} where it is left out`]
      : []),
    ...(isSecret.test(name) && !secure ? [`line ${line}: ${name} is not marked @secure()`] : []),
    ...(secure && value !== null
      ? [`line ${line}: ${name} is a secret with a value in the file`]
      : []),
    ...(value ? limitFaults(statement, value) : []),
  ];
};

type Whole = {
  readonly named: ReadonlyMap<string, Statement>;
  readonly known: Known;
  readonly modules: Modules;
};

const outputFaults = (
  statements: readonly Statement[],
  { named, known, modules }: Whole,
): readonly string[] =>
  statements
    .filter(({ is }) => is === 'output')
    .flatMap(({ name, of, value, line }) => {
      if (value === null) return [`line ${line}: the output ${name} has no value`];
      const kind = knownWith(known, modules)(value);
      const secret = [...within(value)].some((each) => tellsSecret(each, named));
      return [
        ...(kind !== null && kind !== of
          ? [`line ${line}: the output ${name} is ${of}, and is given ${kind}`]
          : []),
        ...(secret || isSecret.test(name)
          ? [`line ${line}: the output ${name} would tell a secret`]
          : []),
      ];
    });

/** Also by way of a variable. */
const tellsSecret = (expression: Expression, named: ReadonlyMap<string, Statement>): boolean => {
  if (expression.is === 'member')
    return /^list|connectionstring|instrumentationkey|primaryKey|sharedkey/i.test(expression.name);
  if (expression.is !== 'name') return false;
  const statement = named.get(expression.name);
  if (statement?.is === 'param') return statement.decorators.some(({ name }) => name === 'secure');
  if (statement?.is !== 'var' || statement.value === null) return false;
  return [...within(statement.value)].some((each) => tellsSecret(each, named));
};

/** A file that is taken in as text must be there. */
const loadFaults = ({ value }: Statement, { file, files }: At): readonly string[] =>
  (value === null ? [] : [...within(value)]).flatMap((each) => {
    if (each.is !== 'call' || each.to.is !== 'name' || each.to.name !== 'loadTextContent')
      return [];
    const named = plainText(each.given[0]);
    const isThere = named !== null && files(path.join(path.dirname(file), named)) !== null;
    return isThere ? [] : [`line ${each.line}: the file ${named ?? 'loaded'} is not there`];
  });

/** A file of parameters, against the template it is for. */
const givenFaults = (statements: readonly Statement[], { file, files }: At): readonly string[] => {
  const using = statements.find(({ is }) => is === 'using');
  const template = files(path.join(path.dirname(file), using?.name ?? ''));
  if (using === undefined || template === null)
    return [`line 1: the template ${using?.name ?? ''} is not there`];
  const params = statements.filter(({ is }) => is === 'param');
  const names = {
    named: new Map<string, Statement>(),
    modules: new Map(),
    used: new Set<string>(),
  };
  const given = new Map(
    params.flatMap(({ name, value }) => (value ? [[name, value] as const] : [])),
  );
  const known = (expression: Expression) => kindOf(expression, () => null);
  return [
    ...twice(statements),
    ...statements.flatMap((each) => valueFaults(each, names)),
    ...paramsFaults(parseBicep(template), { given, known, line: using.line, whose: using.name }),
  ];
};
