// How keys are compared: without case, in any alphabet. SQLite's own NOCASE folds ASCII only.

export const fold = (key: string): string => key.normalize('NFC').toLowerCase();
