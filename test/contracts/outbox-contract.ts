// What any Outbox must do, embedded or hosted: run it against each. `reopen` closes the Outbox as a
// stop of the app would and opens it again on the same store.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answer, card, type OutboxUnderTest, send, submission } from './outbox-under-test.ts';
import { sharedOutboxContract } from './shared-outbox-contract.ts';

export const outboxContract = (name: string, open: () => Promise<OutboxUnderTest>): void => {
  describe(name, () => {
    let under: OutboxUnderTest;
    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.remove());
    const keysWaiting = async () => (await under.outbox().waiting(100)).map(({ key }) => key);

    test('a return sent twice is one entry, and the second is told who and what came first', async () => {
      const [first] = await under.outbox().accept([submission('a|1', answer(83.2))]);
      expect(first?.outcome).toBe('accepted');
      const [second] = await under
        .outbox()
        .accept([{ ...submission('a|1', answer(99)), by: 'a-deputy' }]);
      expect(second).toEqual({ outcome: 'already', first: submission('a|1', answer(83.2)) });
      expect(await under.outbox().pending(10)).toHaveLength(1);
    });

    test('keys compare without case, in any alphabet', async () => {
      await under.outbox().accept([submission('plan|ÉLAN|Q2')]);
      const [again] = await under.outbox().accept([submission('Plan|élan|q2')]);
      expect(again?.outcome).toBe('already');
      expect((await under.outbox().find('PLAN|Élan|Q2'))?.key).toBe('plan|ÉLAN|Q2');
    });

    test('each entry of one call stands alone: one there already does not stop the others', async () => {
      await under.outbox().accept([submission('a|1', answer(1))]);
      const outcomes = await under
        .outbox()
        .accept([
          submission('b|1', answer(2)),
          submission('a|1', answer(3)),
          submission('c|1', answer(4)),
        ]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'already', 'accepted']);
      expect((await under.outbox().pending(10)).map(({ set }) => set['value'])).toEqual([1, 2, 4]);
    });

    test('the same return sent twice in one call is one entry', async () => {
      const outcomes = await under
        .outbox()
        .accept([submission('a|1', answer(1)), submission('A|1', answer(2))]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'already']);
    });

    test('of the same key offered by many at once, one is accepted', async () => {
      const offered = await Promise.all(
        Array.from({ length: 20 }, (_, n) => under.outbox().accept([submission('a|1', answer(n))])),
      );
      expect(offered.flat().filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
      expect(await under.outbox().pending(10)).toHaveLength(1);
    });

    test('changes are numbered in the order accepted, and a number is never used again', async () => {
      await under
        .outbox()
        .accept([submission('a|1', answer(1), answer(2)), submission('b|1', answer(3))]);
      const before = await under.outbox().pending(10);
      expect(before.map(({ set }) => set['value'])).toEqual([1, 2, 3]);
      await under.outbox().landed(before.map(({ sequence }) => sequence));
      expect(await under.outbox().pending(10)).toEqual([]);
      await under.reopen();
      await under.outbox().accept([submission('c|1', answer(4))]);
      const [next] = await under.outbox().pending(10);
      expect(next?.sequence).toBeGreaterThan(before.at(-1)?.sequence ?? 0);
    });

    test('what an accepted change was told as pending is what waits to land', async () => {
      const [accepted] = await under.outbox().accept([submission('a|1', answer(1), answer(2))]);
      const told = accepted?.outcome === 'accepted' ? accepted.pending : [];
      expect(await under.outbox().pending(10)).toEqual(told);
    });

    test('only as many changes are handed out as asked for, the oldest first', async () => {
      await under.outbox().accept([submission('a|1', answer(1), answer(2), answer(3))]);
      expect((await under.outbox().pending(2)).map(({ set }) => set['value'])).toEqual([1, 2]);
    });

    test('only what came after a change is handed out where that is asked', async () => {
      await under.outbox().accept([submission('a|1', answer(1), answer(2), answer(3))]);
      const [first] = await under.outbox().pending(10);
      const after = await under.outbox().pending(10, first?.sequence);
      expect(after.map(({ set }) => set['value'])).toEqual([2, 3]);
    });

    test('landed out of order, the changes that have not landed stay, in order', async () => {
      await under.outbox().accept([submission('a|1', answer(1), answer(2), answer(3))]);
      const [, second] = await under.outbox().pending(10);
      await under.outbox().landed([second?.sequence ?? 0]);
      await under.outbox().landed([second?.sequence ?? 0]);
      expect((await under.outbox().pending(10)).map(({ set }) => set['value'])).toEqual([1, 3]);
    });

    test('a claim is for ever: an entry whose changes have landed is still there already', async () => {
      await under.outbox().accept([submission('a|1', answer(1))]);
      await under
        .outbox()
        .landed((await under.outbox().pending(10)).map(({ sequence }) => sequence));
      await under.reopen();
      const [again] = await under.outbox().accept([submission('a|1', answer(1))]);
      expect(again?.outcome).toBe('already');
    });

    test('everything accepted is there when the app starts again', async () => {
      const entry = submission('a|1', answer(83.2));
      await under.outbox().accept([entry, send('p|c|Opening')]);
      const pending = await under.outbox().pending(10);
      await under.reopen();
      expect(await under.outbox().find('a|1')).toEqual(entry);
      expect(await under.outbox().pending(10)).toEqual(pending);
      expect(await under.outbox().waiting(10)).toEqual([
        { key: 'p|c|Opening', message: card, inFlight: false },
      ]);
    });

    test('an entry never accepted is not found', async () => {
      expect(await under.outbox().find('nobody|nothing')).toBeNull();
    });

    test('messages wait, oldest first, until they are settled', async () => {
      await under.outbox().accept([send('a|c|Opening'), send('b|c|Opening')]);
      expect(await keysWaiting()).toEqual(['a|c|Opening', 'b|c|Opening']);
      await under.outbox().settle([{ key: 'A|C|opening', changes: [] }]);
      expect(await keysWaiting()).toEqual(['b|c|Opening']);
    });

    test('a send that had begun when the app stopped is known as such', async () => {
      await under.outbox().accept([send('a|c|Opening'), send('b|c|Opening')]);
      expect(await under.outbox().begin(['a|c|Opening'])).toEqual(['a|c|Opening']);
      await under.reopen();
      expect((await under.outbox().waiting(10)).map(({ inFlight }) => inFlight)).toEqual([
        true,
        false,
      ]);
    });

    test('a message settled meanwhile is not begun', async () => {
      await under.outbox().accept([send('a|c|Opening'), send('b|c|Opening')]);
      await under.outbox().settle([{ key: 'a|c|Opening', changes: [] }]);
      expect(await under.outbox().begin(['a|c|Opening', 'b|c|Opening', 'never|c|Opening'])).toEqual(
        ['b|c|Opening'],
      );
    });

    test('how a send ended is told to the lists once, however often it is settled', async () => {
      await under.outbox().accept([send('a|c|Opening')]);
      const told = await under.outbox().settle([{ key: 'a|c|Opening', changes: [answer(1)] }]);
      expect(told).toHaveLength(1);
      expect(await under.outbox().settle([{ key: 'a|c|Opening', changes: [answer(1)] }])).toEqual(
        [],
      );
      expect(await under.outbox().pending(10)).toEqual(told);
    });

    test('its depth is what waits', async () => {
      await under.outbox().accept([send('a|c|Opening'), submission('a|1', answer(1), answer(2))]);
      expect(under.outbox().depth()).toEqual({ changes: 2, messages: 1 });
      await under.outbox().settle([{ key: 'a|c|Opening', changes: [answer(3)] }]);
      expect(under.outbox().depth()).toEqual({ changes: 3, messages: 0 });
    });

    sharedOutboxContract(() => under);
  });
};
