// What waits for somebody in the tab alone is told in Teams' activity feed: once, gathered, to who can do
// it, in working hours; and never what a card asks already.
import { describe, expect, it } from 'vitest';
import { openPermitted } from '../../src/instance/permitted.ts';
import { change } from '../../src/use-cases/change.ts';
import type { Activity, ActivityFeed, FeedEnd } from '../../src/use-cases/feed-port.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { signDirectorate } from '../../src/use-cases/sign-directorate.ts';
import { openTellFeed } from '../../src/use-cases/tell-feed.ts';
import { asPending } from '../pending.ts';
import { approving, give, cycle as openQuarter, returnOf } from './approving-council.ts';
import { ownOutbox } from './own-outbox.ts';
import {
  clear,
  clearAll,
  day,
  directors,
  issue,
  papersCouncil,
  papersRows,
  word,
} from './papers-council.ts';
import { propose, council as targetsCouncil } from './targets-council.ts';

const own = ownOutbox();

type Says = 'told' | 'refused' | 'no answer' | 'not granted' | 'lost';

/** The council with a feed that says the same of everybody, until told to say another. */
const withFeed = (still: Ports) => {
  let now = still.clock.now();
  let says: Says = 'told';
  const sent: Activity[] = [];
  const logged: string[] = [];
  const log = {
    info: (event: string) => void logged.push(event),
    fault: (event: string) => void logged.push(event),
  };
  const ports: Ports = { ...still, log, clock: { now: () => now } };
  const feed: ActivityFeed = {
    tell: async (activities) => {
      sent.push(...activities);
      if (says === 'lost') throw new Error('The process died here.');
      return says === 'not granted' ? null : activities.map((): FeedEnd => says as FeedEnd);
    },
  };
  let telling = openTellFeed(ports, feed);
  return {
    ports,
    logged,
    /** Who was told what by this look, in words. */
    look: async (moment?: string, answer: Says = 'told') => {
      if (moment !== undefined) now = Temporal.ZonedDateTime.from(`${moment}[Europe/London]`);
      says = answer;
      sent.length = 0;
      await telling.tell();
      return sent.map(({ objectId, type, fills }) =>
        [objectId, type, ...Object.values(fills)].join(' '),
      );
    },
    sent: () => [...sent],
    trouble: () => telling.trouble(),
    /** A process that begins anew, over the same Outbox. */
    anew: () => {
      telling = openTellFeed(ports, feed);
    },
  };
};

describe('papers to clear', () => {
  it('are told once to each post, gathered, when the quarter has closed', async () => {
    const here = withFeed(await papersCouncil(own.outbox));
    expect(await here.look()).toEqual([
      'treasurer papersToClear 5 papers finance',
      'solicitor papersToClear 3 papers legal',
      'pat papersToClear 3 papers the portfolio holder',
      'sam papersToClear 3 papers the portfolio holder',
    ]);
    expect(here.sent().every(({ screen }) => screen === 'reports')).toBe(true);
    expect(await here.look('2020-10-21T10:20')).toEqual([]);
    here.anew();
    expect(await here.look('2020-10-21T10:40')).toEqual([]);
    expect(here.logged).toEqual([]);
  });

  it('nothing of what a paper says is in the line', async () => {
    const here = withFeed(await papersCouncil(own.outbox));
    await here.look();
    const words = JSON.stringify(here.sent());
    expect(words).not.toContain('Two streets');
    for (const { preview } of here.sent()) expect(preview).toBe('Quarter 2 2020-21');
  });

  it('a paper that is cleared by a post, or issued, is not told of', async () => {
    const ports = await papersCouncil(own.outbox);
    await clear(ports, 'solicitor', 'legal');
    await clearAll(ports);
    await issue(ports);
    await clear(ports, 'treasurer', 'finance', directors);
    expect(await withFeed(ports).look()).toEqual([
      'treasurer papersToClear 3 papers finance',
      'solicitor papersToClear 2 papers legal',
      'pat papersToClear 2 papers the portfolio holder',
      'sam papersToClear 2 papers the portfolio holder',
    ]);
  });

  it('a paper whose words changed since it was cleared is told of again, once', async () => {
    const ports = await papersCouncil(own.outbox);
    const here = withFeed(ports);
    await here.look();
    await clear(ports, 'treasurer', 'finance', directors);
    await word(ports, { paper: directors });
    const again = 'treasurer papersToClear 1 paper finance';
    expect(await here.look('2020-10-21T12:00')).toEqual([again]);
    await word(ports, { paper: directors, was: 1, words: 'And again.' });
    expect(await here.look('2020-10-21T14:00')).toEqual([]);
  });

  it('whoever is away is left to who covers for them', async () => {
    const rows = papersRows();
    const people = (rows.people ?? []).map((each) =>
      each.key === 'treasurer' ? { ...each, awayUntil: day('2020-12-01') } : each,
    );
    const here = withFeed(await papersCouncil(own.outbox, { ...rows, people }));
    const told = (await here.look()).filter((each) => each.endsWith('finance'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^dep /);
  });

  it('waits until the morning, and until the council is open', async () => {
    const here = withFeed(await papersCouncil(own.outbox));
    expect(await here.look('2020-10-21T19:00')).toEqual([]);
    expect(await here.look('2020-10-24T10:00')).toEqual([]);
    expect(await here.look('2020-10-26T08:30')).not.toEqual([]);
  });
});

describe('targets to weigh', () => {
  it('are told where no cycle of their plan is open, for a card asks while one is', async () => {
    const open = targetsCouncil(own.outbox);
    await propose(open, '1');
    await propose(open, '2');
    expect(await withFeed(open).look()).toEqual([]);
    open.replica.lay([asPending(change('cycles', 'plan|2021-22 Q1', { state: 'Closed' }), 90)]);
    const here = withFeed(open);
    expect(await here.look('2021-07-09T10:00')).toEqual(['d targetsToWeigh 2 targets']);
    expect(await here.look('2021-07-09T10:30')).toEqual([]);
  });
});

describe('a signature', () => {
  it('whose answers changed since is told to who signs, and once', async () => {
    const ports = approving(own.outbox);
    await give(ports, '3', '400');
    await signDirectorate(ports, {
      by: 'director',
      cycle: openQuarter,
      directorate: 'Housing',
      remarks: '',
      source: 'tab',
    });
    const here = withFeed(ports);
    expect(await here.look()).toEqual([]);
    const returnedAt = ports.clock.now().toInstant().add({ hours: 1 });
    ports.replica.lay([asPending(change('returns', returnOf('3'), { returnedAt }), 91)]);
    expect(await here.look('2020-10-06T10:00')).toEqual(['director changedSinceSigned Housing']);
    expect(await here.look('2020-10-06T10:30')).toEqual([]);
  });
});

describe('when Teams does not take it', () => {
  it('a permission not granted switches it off in a sentence, tried again within the hour', async () => {
    const here = withFeed(await papersCouncil(own.outbox));
    await here.look(undefined, 'not granted');
    expect(here.trouble()).toContain('has not been granted TeamsActivity.Send.User');
    expect(await here.look('2020-10-21T10:30')).toEqual([]);
    expect(await here.look('2020-10-21T11:05')).not.toEqual([]);
    expect(here.trouble()).toBeNull();
  });

  it('/health says that it is off, and everything else the app may do goes on', async () => {
    const ports = await papersCouncil(own.outbox);
    const directory = { gone: async () => [], away: async () => [] };
    const permitted = openPermitted(ports, directory, { feed: { tell: async () => null } });
    expect(permitted.troubles()).toEqual([]);
    expect(await permitted.beats.reachPeople?.()).toBe(0);
    expect(permitted.troubles()).toEqual([
      expect.stringContaining('Nobody is told in the activity feed what waits in the tab'),
    ]);
  });

  it('who cannot be told is tried again within the hour, and not at every beat', async () => {
    const here = withFeed(await papersCouncil(own.outbox));
    const first = await here.look(undefined, 'refused');
    expect(await here.look('2020-10-21T10:55', 'refused')).toEqual([]);
    expect(await here.look('2020-10-21T11:00')).toEqual(first);
    expect(await here.look('2020-10-21T12:00')).toEqual([]);
  });

  it('a line that may have gone before the app stopped goes again in its place, and the log says so', async () => {
    const here = withFeed(await papersCouncil(own.outbox));
    await here.look(undefined, 'lost');
    const chains = here.sent().map(({ chain }) => chain);
    here.anew();
    await here.look('2020-10-21T10:30');
    expect(here.sent().map(({ chain }) => chain)).toEqual(chains);
    expect(new Set(chains).size).toBe(chains.length);
    expect(chains.every((each) => Number.isSafeInteger(each) && each > 0)).toBe(true);
    expect(here.logged).toContain('a line in the activity feed is possibly repeated');
  });
});
