// The question and the challenge as cards: what a refusal opens, keeps and says, and what is sent on.
import { expect, test } from 'vitest';
import type { AdaptiveCard } from '../../bot/cards/adaptive-card.ts';
import { challengeCard } from '../../bot/cards/challenge-card.ts';
import type { Field } from '../../bot/cards/question.ts';
import { questionCard } from '../../bot/cards/question-card.ts';
import { challengeView, everythingTyped, nothingTyped, questionView, refusedAt } from './given.ts';
import { ofType, partsOf } from './parts-of-card.ts';

test('a refusal keeps everything typed, names the field at the top and says why at the field', () => {
  const typed = {
    ...nothingTyped,
    value: '73,390',
    finality: 'provisional' as const,
    commentary: 'The *weighbridge* was down.',
    until: '2020-11-04',
    because: 'Published late',
  };
  const words = 'The value was not understood.';
  const card = questionCard(
    questionView({ typed, refusal: { words, field: 'value', computed: null, doubts: [] } }),
  );
  const held = Object.fromEntries(
    ofType(card, 'Input.').map((input) => [input['id'], input['value']]),
  );
  expect(typed).toMatchObject(held);
  expect(Object.keys(held)).toHaveLength(8);
  const [top] = card.body;
  expect(top).toMatchObject({ id: 'refused' });
  expect(JSON.stringify(top)).toContain('Not saved. ');
  expect(JSON.stringify(top)).toContain('See \\"Value (%)\\" below.');
  expect(JSON.stringify(card.body).split(words)).toHaveLength(2);
  const valueAt = card.body.findIndex((each) => each.id === 'value');
  expect(card.body[valueAt + 1]).toMatchObject({ type: 'TextBlock', text: words });
});

test('what is off target needs its commentary: the figure and its status are shown', () => {
  const refusal = {
    words: 'A figure off target needs a commentary.',
    field: 'commentary' as const,
    computed: { figure: '79.1%', standing: 'off target' as const },
    doubts: [],
  };
  const [top] = questionCard(questionView({ refusal })).body;
  expect(JSON.stringify(top)).toMatch(/79\.1%.*■ Off target/);
});

test('"No data yet" opens by itself only where it is what was refused', () => {
  const panel = (card: AdaptiveCard) => card.body.find((each) => each.id === 'no-data');
  expect(panel(questionCard(questionView()))?.isVisible).toBe(false);
  expect(panel(refusedAt('until'))?.isVisible).toBe(true);
  expect(panel(refusedAt('value'))?.isVisible).toBe(false);
});

test('a refusal of a field that is folded away opens it, and says why at it', () => {
  const shown = (field: Field, panel: string) => {
    const [found] = partsOf(refusedAt(field)).filter((part) => part['id'] === panel);
    return [found?.['isVisible'], JSON.stringify(found).includes('Not understood.')];
  };
  expect(shown('forecast', 'forecast-and-limits')).toEqual([true, true]);
  expect(shown('limits', 'forecast-and-limits')).toEqual([true, true]);
  expect(shown('noAction', 'no-action')).toEqual([true, true]);
  expect(shown('value', 'forecast-and-limits')).toEqual([false, false]);
});

test('"It is right" sends once more all that was typed, and "Correct it" comes first', () => {
  const card = challengeCard(challengeView());
  const [correct, right] = ofType(card, 'Action.Execute');
  expect([correct?.['title'], correct?.['style']]).toEqual(['Correct it', 'positive']);
  expect(right?.['data']).toMatchObject(everythingTyped);
});

test('what was doubted is spoken before the past, for those who hear the card', () => {
  const { speak } = challengeCard(challengeView());
  expect(speak).toMatch(/^Not saved yet\..*This is 175 times last quarter \(420\)\./);
});

test('a final figure is asked for by its name, and not whether it is final', () => {
  const card = questionCard(questionView({ provisional: '83.2%' }));
  expect(JSON.stringify(card)).toContain('Final figure for Q2 2020-21: 83.2% was provisional.');
  expect(ofType(card, 'Input.').map((input) => input['id'])).not.toContain('finality');
  const [save] = ofType(card, 'Action.Execute').filter((each) => each['verb'] === 'answer');
  expect(save?.['data']).toMatchObject({ finality: 'final' });
});
