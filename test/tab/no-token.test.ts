// What the tab says where its host gives it no token: to open it again, or that somebody is to agree first.
import { expect, test } from 'vitest';
import { noToken } from '../../tab/no-token.ts';

// As Teams, and as Entra through Teams, words it.
test.each([
  new Error('resourceRequiresConsent'),
  new Error('invalid_grant: AADSTS65001: The user or administrator has not consented'),
  'consent_required',
])('says that nobody has agreed yet: %s', (why) => {
  expect(noToken(why)).toEqual({
    wantsConsent: true,
    words: expect.stringContaining('nobody has agreed'),
  });
});

test.each([new Error('CancelledByUser'), new Error(''), undefined])(
  'else says to open the tab again: %s',
  (why) => {
    expect(noToken(why)).toEqual({
      wantsConsent: false,
      words: expect.stringContaining('open it again'),
    });
  },
);
