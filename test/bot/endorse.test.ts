// A director endorses targets on a card: what waits is shown as it stands, and a press is about that alone.
import { describe, expect, it } from 'vitest';
import { cardFor } from '../../bot/card-for.ts';
import type { AdaptiveCard } from '../../bot/cards/adaptive-card.ts';
import type { Turn } from '../../bot/handlers/incoming.ts';
import { answerPress } from '../../bot/handlers/press.ts';
import { readPress } from '../../bot/handlers/read-press.ts';
import type { Row } from '../../src/registers/registers.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { ownOutbox } from '../use-cases/own-outbox.ts';
import { council, propose, rowsOf, type Said, value } from '../use-cases/targets-council.ts';
import { ofType, partsOf } from './parts-of-card.ts';

const own = ownOutbox();
const cycle = 'plan|2021-22 Q1';

const given = async (codes: readonly string[], said: Said = {}): Promise<Ports> => {
  const ports = council(own.outbox, said);
  for (const code of codes) await propose(ports, code);
  return ports;
};

const cardOf = (ports: Ports, person: string): AdaptiveCard => {
  const message = { person, cycle, step: 'Approve', about: null, on: '2021-07-09', replaces: null };
  const drawn = cardFor(ports.replica.registers(), message as never, ports.clock.now());
  return drawn as AdaptiveCard;
};

/** Presses the button of a card that has this verb, as its person would with these fields filled in. */
const press = (
  ports: Ports,
  { by, on, verb }: { readonly by: string; readonly on: AdaptiveCard; readonly verb: string },
  typed: object = {},
): Promise<AdaptiveCard> => {
  const button = ofType(on, 'Action.Execute').find((each) => each['verb'] === verb);
  const read = readPress(verb, { ...(button?.['data'] as object), ...typed });
  if (read === null) throw new Error(`No button says ${verb}.`);
  const person = ports.replica.registers().people.get(by) as Row<'people'>;
  return answerPress({ ports } as Turn, person, read);
};

const wordsOf = (card: AdaptiveCard): string =>
  partsOf(card)
    .map((part) => part['text'])
    .filter((text) => typeof text === 'string')
    .join(' ');

/** What choosing the first target of a card would send. */
const firstListed = (card: AdaptiveCard): string =>
  String(ofType(card, 'Input.ChoiceSet')[0]?.['value']);

describe('a director’s card', () => {
  it('has each target beside last year’s and the last figure, and endorses them all', async () => {
    const ports = await given(['1', '2']);
    const card = cardOf(ports, 'director');
    expect(wordsOf(card)).toContain('2 targets wait for you to endorse');
    expect(wordsOf(card)).toContain('last year 75.0% or more · last figure 70.0% in Q1 2021-22');
    expect(wordsOf(card)).toContain('80.0% or more');
    const next = await press(ports, { by: 'director', on: card, verb: 'endorse' });
    expect(wordsOf(next)).toContain('2 targets endorsed.');
    expect(rowsOf(ports, '2').target).toMatchObject({ state: 'endorsed', endorsedBy: 'director' });
  });

  it('names no target with its reason, and a baseline year', async () => {
    const ports = await given([]);
    await propose(ports, '1', { answer: { kind: 'no target', because: 'It ends.' } });
    await propose(ports, '2', { answer: { kind: 'baseline year', because: '' } });
    const words = wordsOf(cardOf(ports, 'director'));
    expect(words).toContain('No target · It ends.');
    expect(words).toContain('baseline year');
  });

  it('pressed after something was proposed anew endorses nothing, and shows it as it stands', async () => {
    const ports = await given(['1', '2']);
    const old = cardOf(ports, 'director');
    await propose(ports, '2', { answer: value('60') });
    const next = await press(ports, { by: 'director', on: old, verb: 'endorse' });
    expect(wordsOf(next)).toContain('this press changed nothing');
    expect(wordsOf(next)).toContain('60.0% or more');
    expect(rowsOf(ports, '1').target?.state).toBe('proposed');
  });

  it('sends one back with a reason, which its owner reads above what they had proposed', async () => {
    const ports = await given(['1', '2']);
    const card = cardOf(ports, 'director');
    const target = firstListed(card);
    const on = { by: 'director', on: card, verb: 'send-target-back' };
    const refused = await press(ports, on, { target, because: ' ' });
    expect(wordsOf(refused)).toContain('Say in a few words why it goes back.');
    const next = await press(ports, on, { target, because: 'Below last year.' });
    expect(wordsOf(next)).toContain('1 target waits for you to endorse');
    const { return: asked } = rowsOf(ports, '1');
    const again = await press(
      ports,
      {
        by: 'ann',
        on: { actions: [{ type: 'Action.Execute', verb: 'open', data: { v: 1 } }] } as never,
        verb: 'open',
      },
      { cycle, return: asked?.key },
    );
    expect(wordsOf(again)).toContain('Director of Place: Below last year.');
    expect(ofType(again, 'Input.Text').find(({ id }) => id === 'value')).toMatchObject({
      value: '80',
    });
  });

  it('sent back from a card as it was before it was proposed anew, it is left with the reason kept', async () => {
    const ports = await given(['1']);
    const card = cardOf(ports, 'director');
    const target = firstListed(card);
    await propose(ports, '1', { answer: value('85') });
    const on = { by: 'director', on: card, verb: 'send-target-back' };
    const next = await press(ports, on, { target, because: 'Too low.' });
    expect(wordsOf(next)).toContain('It has changed since this card was drawn');
    expect(JSON.stringify(next)).toContain('"value":"Too low."');
    expect(rowsOf(ports, '1').target?.state).toBe('proposed');
  });

  it('in the hands of anybody else endorses and shows nothing', async () => {
    const ports = await given(['1']);
    const card = cardOf(ports, 'director');
    const next = await press(ports, { by: 'head', on: card, verb: 'endorse' });
    expect(wordsOf(next)).not.toContain('Measure 1');
    expect(rowsOf(ports, '1').target?.state).toBe('proposed');
  });
});

describe('who is asked to endorse', () => {
  const waits = (ports: Ports, person: string) =>
    wordsOf(cardOf(ports, person)).includes('you to endorse');
  it('the director, and the chief executive only where a directorate has none who is there', async () => {
    const ports = await given(['1']);
    expect(['director', 'chief', 'other', 'deputy'].map((each) => waits(ports, each))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const left = await given([], { director: { leftOn: Temporal.PlainDate.from('2021-07-01') } });
    await propose(left, '2');
    expect(waits(left, 'chief')).toBe(true);
  });
  it('the deputy in place of a director who is away', async () => {
    const awayUntil = Temporal.PlainDate.from('2021-07-20');
    const ports = await given(['1'], { director: { awayUntil } });
    expect(['director', 'deputy'].map((each) => waits(ports, each))).toEqual([false, true]);
  });
});
