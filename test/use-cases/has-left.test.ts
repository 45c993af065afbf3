// Somebody who has left and whose account still works: every way in refuses them, whatever they were.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { keepDraft } from '../../src/use-cases/keep-draft.ts';
import { nameOwner } from '../../src/use-cases/name-owner.ts';
import { notMine } from '../../src/use-cases/not-mine.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { sayAway } from '../../src/use-cases/say-away.ts';
import { setTarget } from '../../src/use-cases/set-target.ts';
import { submitReturn } from '../../src/use-cases/submit-return.ts';
import { registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';
import { ownOutbox } from './own-outbox.ts';
import { typedAnswer } from './typed-answer.ts';

const own = ownOutbox();
const cycle = 'plan|2020-21 Q2';
const key = 'plan|M|2020-21 Q2';
const target = 'plan|M|2021-22 target';

const council = (leftOn: string): Ports => {
  const left = { leftOn: Temporal.PlainDate.from(leftOn) };
  const asked: Partial<Row<'returns'>> = {
    measure: 'plan|M',
    cycle,
    owner: 'owner',
    state: 'Due',
    finality: null,
  };
  return councilWith(
    own.outbox,
    registersOf({
      teams: [{ key: 'team', manager: 'manager' }],
      people: [
        { key: 'owner', objectId: '1', team: 'team', deputy: 'deputy', ...left },
        { key: 'deputy', objectId: '2', ...left },
        { key: 'manager', objectId: '3', roles: ['manager'], ...left },
        { key: 'perf', objectId: '4', roles: ['performance team'], ...left },
        { key: 'new', objectId: '5' },
      ],
      measures: [{ code: 'M', owner: 'owner' }],
      cycles: [{}],
      returns: [
        { ...asked, period: '2020-21 Q2' },
        { ...asked, key: target, kind: 'target', period: '2021-22' },
      ],
    }),
    '2020-10-05T10:00',
  ) as Ports;
};

const typed = { ...typedAnswer({ value: '70' }), until: '', because: '' };
const everyWay = async (ports: Ports, by: string): Promise<readonly string[]> => {
  const done = [
    await submitReturn(ports, { by, return: key, revision: 0, answer: typedAnswer(typed) }),
    await keepDraft(ports, { by, return: key, typed }),
    await setTarget(ports, {
      by,
      return: target,
      revision: 0,
      answer: { kind: 'target', value: '80', low: '', high: '' },
    }),
    await sayAway(ports, { by, until: '2020-11-02' }),
  ];
  return done.map((each) => (each.outcome === 'refused' ? each.reason : each.outcome));
};

describe('who has left', () => {
  it.each(['owner', 'deputy', 'manager', 'perf'])('%s, is refused everything', async (by) => {
    const ports = council('2020-10-05');
    expect(await everyWay(ports, by)).toEqual(Array.from({ length: 4 }, () => 'has left'));
    expect(await own.outbox.pending(10)).toEqual([]);
  });

  it('does not let go of a measure, and names no owner', async () => {
    const ports = council('2020-10-05');
    const because = 'It moved.';
    const refused = { outcome: 'refused', reason: 'has left' };
    expect(await notMine(ports, { by: 'owner', return: key, because })).toMatchObject(refused);
    const naming = { cycle, measure: 'plan|M', owner: 'new' };
    for (const by of ['manager', 'perf'])
      expect(await nameOwner(ports, { by, ...naming })).toMatchObject(refused);
    expect(await own.outbox.pending(10)).toEqual([]);
  });

  it('answers until the day before', async () => {
    expect(await everyWay(council('2020-10-06'), 'owner')).toEqual([
      'submitted',
      'kept',
      'set',
      'said',
    ]);
  });
});
