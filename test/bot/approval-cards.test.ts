// What each press on the cards of approval does and shows, for those who may and those who may not.
import { describe, expect, it } from 'vitest';
import { approvalCard } from '../../bot/approval-cards.ts';
import { cardFor } from '../../bot/card-for.ts';
import type { AdaptiveCard } from '../../bot/cards/adaptive-card.ts';
import type { Turn } from '../../bot/handlers/incoming.ts';
import { answerPress } from '../../bot/handlers/press.ts';
import { readPress } from '../../bot/handlers/read-press.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { buttons, type Card, wordsOf } from '../journeys/seat.ts';
import {
  approving,
  at,
  cycle,
  day,
  give,
  returnOf,
  row,
  type Said,
} from '../use-cases/approving-council.ts';
import { ownOutbox } from '../use-cases/own-outbox.ts';

const own = ownOutbox();

const seat = (ports: Ports, key: string) => {
  const person = () => {
    const found = ports.replica.registers().people.get(key);
    if (!found) throw new Error(`${key} is nobody in this test.`);
    return found;
  };
  const card = (step: 'Approve' | 'Sent back' | 'Manager' = 'Approve') => {
    const message = { person: key, cycle, step, about: null, on: null, replaces: null };
    const drawn = cardFor(ports.replica.registers(), message, ports.clock.now());
    if (drawn === null) throw new Error('No card.');
    return drawn;
  };
  return {
    card,
    words: (step: 'Approve' | 'Sent back' = 'Approve') => wordsOf(card(step) as unknown as Card),
    press: async (verb: string, on: AdaptiveCard, typed: object = {}) => {
      const action = buttons(on as unknown as Card).find((each) => each.verb === verb);
      const press = readPress(verb, { ...(action?.data as object), ...typed });
      if (action === undefined || press === null) throw new Error(`No ${verb} to press.`);
      const next = await answerPress({ ports } as Turn, person(), press);
      return { card: next, words: wordsOf(next as unknown as Card) };
    },
  };
};

/** Two given: one plain, one doubted and confirmed. */
const given = async (said: Said = {}) => {
  const ports = approving(own.outbox, said);
  await give(ports, '1', '400');
  await give(ports, '2', '410');
  const doubted = { doubted: 'This is 175 times last quarter (2).', revision: 1 };
  return approving(own.outbox, {
    ...said,
    returns: {
      '1': { ...row(ports, '1') },
      '2': { ...row(ports, '2'), ...doubted },
      ...said.returns,
    },
  });
};

describe('a manager’s card', () => {
  it('has what is doubted first, and approves only what is plain with one press', async () => {
    const ports = await given();
    const head = seat(ports, 'head');
    expect(head.words()).toMatch(
      /2 returns wait for your approval.*To look at first.*Measure 2.*doubted.*Plain.*Measure 1/s,
    );
    const done = await head.press('approve', head.card());
    expect(done.words).toContain('Approved: Measure 1.');
    expect(row(ports, '1').approval).toBe('approved');
    expect(row(ports, '2').approval).toBe('awaiting');
  });

  it('pressed after something was answered again approves nothing, and shows it as it is', async () => {
    const ports = await given();
    const head = seat(ports, 'head');
    const before = head.card();
    await give(ports, '1', '450');
    const done = await head.press('approve', before);
    expect(done.words).toMatch(/What waits has changed.*450/s);
    expect(row(ports, '1').approval).toBe('awaiting');
  });

  it('opens one with all that was said of it, and approves it', async () => {
    const ports = await given();
    const head = seat(ports, 'head');
    const opened = await head.press('review', head.card(), { return: returnOf('2') });
    expect(opened.words).toMatch(/Measure 2.*410.*On target.*Doubted: This is 175 times/s);
    const done = await head.press('approve', opened.card);
    expect(done.words).toContain('Approved: Measure 2.');
    expect(row(ports, '2')).toMatchObject({ approval: 'approved', approver: 'head' });
  });

  it('sends one back with a reason, and without one keeps what was typed', async () => {
    const ports = await given();
    const head = seat(ports, 'head');
    const opened = await head.press('review', head.card(), { return: returnOf('2') });
    const blank = await head.press('send-back', opened.card, { because: ' ' });
    expect(blank.words).toContain('Say in a few words what is to be put right');
    const long = await head.press('send-back', opened.card, { because: 'x'.repeat(501) });
    expect(JSON.stringify(long.card)).toContain('x'.repeat(501));
    expect(row(ports, '2').state).toBe('Returned');
    const done = await head.press('send-back', blank.card, { because: 'Leave the garages out.' });
    expect(done.words).toContain('Sent back: Measure 2.');
    const ann = seat(ports, 'ann');
    expect(ann.words('Sent back')).toMatch(
      /1 return was sent back to you.*410.*Head of Voids: Leave the garages out\./s,
    );
    const again = await ann.press('open', ann.card('Sent back'));
    expect(JSON.stringify(again.card)).toContain('"410"');
  });

  it('of somebody whose it is not approves and shows nothing, whatever it carries', async () => {
    const ports = await given();
    const head = seat(ports, 'head');
    const opened = await head.press('review', head.card(), { return: returnOf('2') });
    for (const other of ['ann', 'dep', 'pat', 'treasurer']) {
      const done = await seat(ports, other).press('approve', opened.card);
      expect(done.words).toMatch(/not yours to approve|You gave this answer yourself/);
      const seen = await seat(ports, other).press('review', head.card(), { return: returnOf('2') });
      expect(seen.words).not.toContain('Doubted');
      const sent = await seat(ports, other).press('send-back', opened.card, { because: 'x' });
      expect(sent.words).not.toContain('Doubted');
    }
    expect(row(ports, '2').approval).toBe('awaiting');
  });

  it('in a cycle that has closed has no button that approves', async () => {
    const ports = await given({ cycle: { state: 'Closed' } });
    expect(buttons(seat(ports, 'head').card() as unknown as Card)).toEqual([]);
  });

  it('says so where nothing waits any more', async () => {
    const ports = approving(own.outbox);
    expect(seat(ports, 'head').words()).toContain('nothing waits for your approval');
    const at20 = { registers: ports.replica.registers(), today: day('2020-10-06') };
    const ann = {
      ...at20,
      person: at20.registers.people.get('ann')!,
      cycle: at20.registers.cycles.get(cycle)!,
    };
    const none = approvalCard(ann, { step: 'Sent back', about: null, on: null });
    expect(wordsOf(none as unknown as Card)).not.toContain('sent back');
  });
});

describe('the card of what is late', () => {
  it('tells its manager of what waits for approval too, and opens it', async () => {
    const ports = await given();
    const head = seat(ports, 'head');
    const late = head.card('Manager');
    expect(wordsOf(late as unknown as Card)).toMatch(
      /1 return late.*2 returns wait for your approval.*Measure 1: 400/s,
    );
    expect((await head.press('review', late)).words).toContain('To look at first');
  });
});

describe('a director’s card', () => {
  it('asks for remarks while something waits, and is signed with them', async () => {
    const ports = at(await given(), '2020-10-20T09:30');
    const director = seat(ports, 'director');
    const before = director.card();
    expect(wordsOf(before as unknown as Card)).toMatch(
      /Housing.*3 asked: 2 returned, 1 missing; 2 waiting for approval/s,
    );
    const refused = await director.press('sign', before, { remarks: '' });
    expect(refused.words).toContain('2 returns still wait for approval');
    const done = await director.press('sign', before, { remarks: 'The head is ill.' });
    expect(done.words).toContain('Signed: Housing.');
    expect(ports.replica.registers().signOffs.get(`${cycle}|Housing`)).toMatchObject({
      state: 'Signed',
      remarks: 'The head is ill.',
    });
  });

  it('pressed by anybody else signs nothing', async () => {
    const ports = at(await given(), '2020-10-20T09:30');
    const card = seat(ports, 'director').card();
    for (const other of ['head', 'pat', 'treasurer']) {
      const done = await seat(ports, other).press('sign', card, { remarks: 'Mine.' });
      expect(done.words).toContain('not yours to sign');
    }
    expect(ports.replica.registers().signOffs.size).toBe(0);
  });
});
