// What an administrator must put right before the app can start: no site, or lists not made yet.
import { type RegisterName, registers } from '../../registers/registers.ts';

/** The site is not there, or the app has not been granted it: Graph does not say which. */
export class SiteMissing extends Error {
  constructor(site: string, cause: unknown) {
    super(`There is no site ${site}, or the app has not been granted it.`, { cause });
    this.name = 'SiteMissing';
  }
}

/** The site lacks lists of registers that are kept, as one made by an earlier version does. */
export class ListsMissing extends Error {
  readonly names: readonly RegisterName[];

  constructor(site: string, names: readonly RegisterName[]) {
    const lists = names.map((name) => registers[name].list).join(', ');
    super(
      names.length === 1
        ? `The list ${lists} is not in the site ${site}: run golden-thread provision.`
        : `These lists are not in the site ${site}: ${lists}. Run golden-thread provision.`,
    );
    this.name = 'ListsMissing';
    this.names = names;
  }
}
