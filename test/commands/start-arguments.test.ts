// Which council npm start opens, and that each keeps what it has apart from the other.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { appEnvironment, councilSettings } from '../../src/commands/local-settings.ts';
import { readStartArguments } from '../../src/commands/start-arguments.ts';
import { Unable } from '../../src/commands/unable.ts';
import { councilNames, councils, seatToTry } from '../../src/samples/councils.ts';

describe('npm start', () => {
  it('opens Stoke-on-Trent unless another council is named', () => {
    expect(readStartArguments([])).toEqual({ council: 'stoke-on-trent', fresh: false });
    expect(readStartArguments(['--fresh', '--council', 'stockton-on-tees'])).toEqual({
      council: 'stockton-on-tees',
      fresh: true,
    });
    expect(readStartArguments(['--council=stockton-on-tees']).council).toBe('stockton-on-tees');
  });

  it('says which councils there are when the name is none of them', () => {
    const said = (...args: string[]) => {
      try {
        return readStartArguments(args);
      } catch (error) {
        return error instanceof Unable ? error.message : error;
      }
    };
    const there = 'there are stoke-on-trent and stockton-on-tees.';
    expect(said('--council', 'leeds')).toBe(`There is no council called "leeds": ${there}`);
    expect(said('--council')).toBe(`--council needs a name: ${there}`);
    expect(said('--council=')).toBe(`--council needs a name: ${there}`);
  });

  it('keeps each council in a folder of its own, the first in the one it always had', () => {
    const folders = [...councilNames, 'bench'].map((site) => councilSettings(site, '/data'));
    expect(folders.map(({ dataFolder }) => dataFolder)).toEqual([
      '/data',
      path.join('/data', 'stockton-on-tees'),
      '/data',
    ]);
  });

  it.each(councilNames)('%s: is known by its own site, clock and first seat', (name) => {
    const council = councils[name]();
    const { startsAt } = council;
    const env = appEnvironment({ port: 1, localPort: 2, ...councilSettings(name, '/data') });
    expect(env['SITE']).toBe(`localhost:/sites/${name}`);
    expect(env['CLOCK_STARTS_AT']).toBe(startsAt);
    const opens = council.rows.cycles?.[0]?.opensOn;
    expect(startsAt).toBe(`${opens?.toString()}T09:00`);
    expect(council.directory.map((seat) => seat.displayName)).toContain(seatToTry[name]);
  });
});
