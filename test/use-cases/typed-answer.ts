// An answer as somebody typed it, for tests: name only what a test is about, the rest was left alone.
import type { ValueAnswer } from '../../src/use-cases/read-answer.ts';

export const typedAnswer = (set: Partial<ValueAnswer>): ValueAnswer => ({
  kind: 'value',
  value: '',
  numerator: '',
  denominator: '',
  finality: 'final',
  commentary: '',
  forecast: '',
  limits: '',
  action: '',
  actionOwner: '',
  actionBy: '',
  noAction: '',
  promise: '',
  right: null,
  ...set,
});
