// How old what is read may be said to be: as old as the list heard from longest ago, and worth a word to
// whoever looks when that is more than a minute.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import { isBusy } from '../../../src/sharepoint/replica/listening.ts';
import type { Replica } from '../../../src/use-cases/ports.ts';
import { freshness } from '../../../src/web/freshness.ts';
import { type LocalSite, openLocalSite } from '../local-site.ts';

let local: LocalSite;
let sharepoint: SharePoint;
let passed = 0;
const clock = {
  now: () => passed,
  wait: () => Promise.resolve(),
};
beforeAll(async () => {
  local = await openLocalSite();
  sharepoint = await local.open({ clock });
  await sharepoint.provision();
  await sharepoint.load();
}, 60_000);
afterAll(async () => {
  sharepoint.close();
  await local.close();
});

describe('the age of what is read', () => {
  test('is that of the list heard from longest ago, not of the last beat', async () => {
    const loaded = sharepoint.replica.heardAt();
    expect(loaded).not.toBeNull();
    // A beat asks the busy lists: the quiet ones are as old as they were.
    expect(isBusy('returns')).toBe(true);
    passed += 10_000;
    await sharepoint.refresh('due');
    expect(sharepoint.replica.heardAt()).toEqual(loaded);
    // The fifth beat, a moment early as timers are, asks them all.
    passed += 39_900;
    await sharepoint.refresh('due');
    expect(
      Temporal.Instant.compare(
        sharepoint.replica.heardAt() as Temporal.Instant,
        loaded as Temporal.Instant,
      ),
    ).toBe(1);
  });

  test('is told to whoever looks once it is more than a minute', () => {
    const ago = (seconds: number): Pick<Replica, 'heardAt'> => ({
      heardAt: () => Temporal.Now.instant().subtract({ seconds }),
    });
    expect(freshness(ago(55) as Replica).stale).toBe(false);
    expect(freshness(ago(62) as Replica).stale).toBe(true);
    expect(freshness({ heardAt: () => null } as unknown as Replica)).toEqual({
      heardAt: null,
      stale: true,
    });
  });
});
