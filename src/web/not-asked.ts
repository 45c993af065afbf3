// What a person is told where Microsoft 365 could not be asked in their name, and where that can be put right.
import type { NotAsked } from '../use-cases/accounts-port.ts';
import type { AskedInVain } from './api-hand-over.ts';
import { consentAddress } from './consent.ts';

export const inVainWords = ({ notAsked }: NotAsked): AskedInVain => {
  switch (notAsked) {
    case 'consent':
      return {
        words:
          'The council’s directory was not searched: nobody has agreed to that for the council yet. People who are on the register already are shown. An administrator of Microsoft 365 can agree to it for everyone.',
        consentAt: consentAddress,
      };
    case 'sign in':
      return {
        words:
          'The council’s directory was not searched: Microsoft 365 wants you to sign in again first. Sign out of Teams and in again, then search once more. People who are on the register already are shown.',
        consentAt: consentAddress,
      };
    case 'no answer':
      return {
        words:
          'The council’s directory did not answer. People who are on the register already are shown. Search again in a minute.',
        consentAt: null,
      };
  }
};
