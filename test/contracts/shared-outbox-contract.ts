// What any Outbox must do where several instances of the app share it, and of what is larger or odder than
// usual. Part of the contract of all Outboxes.
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Change } from '../../src/registers/registers.ts';
import type { Outbox } from '../../src/use-cases/ports.ts';
import { answer, type OutboxUnderTest, send, submission } from './outbox-under-test.ts';

export const sharedOutboxContract = (asked: () => OutboxUnderTest): void => {
  const ours = (): Outbox => asked().outbox();

  test('what one instance has accepted is accepted already for the other, and waits for both', async () => {
    const other = await asked().beside();
    await ours().accept([submission('a|1', answer(1))]);
    const [again] = await other.accept([submission('A|1', answer(2))]);
    expect(again).toEqual({ outcome: 'already', first: submission('a|1', answer(1)) });
    expect(await other.pending(10)).toEqual(await ours().pending(10));
    other.close();
  });

  test('two instances that accept at once give each number once, and who reads on misses none', async () => {
    const other = await asked().beside();
    const each = (of: Outbox, name: string) =>
      Array.from({ length: 40 }, (_, n) =>
        of.accept([submission(`${name}|${n}`, answer(n), answer(n + 0.5))]),
      );
    let isOver = false;
    const read: number[] = [];
    const readOn = async (): Promise<void> => {
      const above = read.at(-1) ?? 0;
      for (const { sequence } of await other.pending(1_000, above)) read.push(sequence);
    };
    const reading = (async () => {
      while (!isOver) await readOn().then(() => pause(1));
      await readOn();
    })();
    const accepted = await Promise.all([...each(ours(), 'a'), ...each(other, 'b')]);
    isOver = true;
    await reading;
    const told = accepted.flat().flatMap((one) => (one.outcome === 'accepted' ? one.pending : []));
    const numbers = told.map(({ sequence }) => sequence).toSorted((a, b) => a - b);
    expect(new Set(numbers).size).toBe(160);
    expect(read).toEqual(numbers);
    expect((await ours().pending(1_000)).map(({ sequence }) => sequence)).toEqual(numbers);
    other.close();
  });

  test('of one key offered to two instances at once, one accepts it', async () => {
    const other = await asked().beside();
    const offered = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? other : ours()).accept([submission('a|1', answer(n))]),
      ),
    );
    expect(offered.flat().filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    expect(await ours().pending(10)).toHaveLength(1);
    other.close();
  });

  test('a send that another instance has begun since it was looked at is not begun', async () => {
    const other = await asked().beside();
    await ours().accept([send('a|c|Opening'), send('b|c|Opening')]);
    for (const each of [ours(), other]) expect(await each.waiting(10)).toHaveLength(2);
    expect(await other.begin(['a|c|Opening'])).toEqual(['a|c|Opening']);
    // Held up meanwhile, it goes on with what it had looked at.
    expect(await ours().begin(['a|c|Opening', 'b|c|Opening'])).toEqual(['b|c|Opening']);
    expect((await ours().waiting(10)).map(({ inFlight }) => inFlight)).toEqual([true, true]);
    expect(await ours().begin(['a|c|Opening'])).toEqual(['a|c|Opening']);
    other.close();
  });

  test('a message that another instance withdrew is settled here already', async () => {
    const other = await asked().beside();
    await ours().accept([send('a|c|Opening')]);
    expect(await other.settle([{ key: 'a|c|Opening', changes: [answer(1)] }])).toHaveLength(1);
    expect(await ours().begin(['a|c|Opening'])).toEqual([]);
    expect(await ours().settle([{ key: 'a|c|Opening', changes: [answer(1)] }])).toEqual([]);
    expect(await ours().pending(10)).toHaveLength(1);
    other.close();
  });

  test('an import of four thousand cells is taken as one, found whole, and lands in parts', async () => {
    const words = 'On course; see the note of 5 October. ';
    const cells = Array.from(
      { length: 4_000 },
      (_, n): Change => ({
        ...answer(n),
        set: { value: n, commentary: `${words}${n}` },
      }),
    );
    await ours().accept([submission('before', answer(1))]);
    await ours().accept([submission('import|1', ...cells), submission('after', answer(2))]);
    expect(ours().depth().changes).toBe(4_002);
    expect(await ours().find('import|1')).toEqual(submission('import|1', ...cells));
    const pending = await ours().pending(20_000);
    expect(pending.map(({ set }) => set['value'])).toEqual([1, ...cells.map((_, n) => n), 2]);
    const some = pending.slice(0, 1_500).map(({ sequence }) => sequence);
    await ours().landed(some);
    await asked().reopen();
    expect(ours().depth().changes).toBe(2_502);
    const left = await ours().pending(20_000);
    expect(left).toEqual(pending.slice(1_500));
    expect(await ours().pending(3, left[10]?.sequence)).toEqual(left.slice(11, 14));
    await ours().landed(left.map(({ sequence }) => sequence));
    expect(await ours().pending(10)).toEqual([]);
    expect(ours().depth().changes).toBe(0);
  });

  test('what two instances land at once has landed, and what is left is counted once', async () => {
    const other = await asked().beside();
    const cells = Array.from({ length: 100 }, (_, n) => answer(n));
    await ours().accept([submission('import|1', ...cells), submission('a|1', answer(1))]);
    const sequences = (await ours().pending(200)).map(({ sequence }) => sequence);
    await Promise.all([
      ours().landed(sequences.slice(0, 60)),
      other.landed(sequences.slice(40, 90)),
    ]);
    const left = await other.pending(200);
    expect(left.map(({ sequence }) => sequence)).toEqual(sequences.slice(90));
    await ours().accept([submission('b|1', answer(2))]);
    expect(ours().depth().changes).toBe(12);
    await Promise.all([ours().landed(sequences), other.landed(sequences)]);
    await ours().accept([submission('c|1', answer(3))]);
    expect(ours().depth().changes).toBe(2);
    other.close();
  });

  test('a key may hold any letters, and be as long as any', async () => {
    const keys = [
      'a/b',
      'a\\b',
      'a#b?c%20+d',
      "o'hara & co",
      'tab\there',
      'naïve|ÉLAN|Q2',
      '📈|2020-21 Q2',
      'a~002fb',
      'x'.repeat(255),
      `${'x'.repeat(300)}1`,
      `${'x'.repeat(300)}2`,
    ];
    const outcomes = await ours().accept(keys.map((key) => submission(key, answer(1))));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(keys.map(() => 'accepted'));
    await asked().reopen();
    for (const key of keys) expect((await ours().find(key))?.key).toBe(key);
  });

  test('what was asked for before is done once nothing is asked to be settled', async () => {
    const accepting = ours().accept([submission('a|1', answer(1))]);
    expect(await ours().settle([])).toEqual([]);
    expect(await ours().pending(10)).toHaveLength(1);
    await accepting;
  });
};
