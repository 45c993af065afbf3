// How keys are compared in lists and replica alike: without case, in any alphabet.

export const fold = (key: string): string => key.normalize('NFC').toLowerCase();
