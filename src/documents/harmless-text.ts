// Keeps a text in a .csv from being run as a formula by the program that opens it: an apostrophe is
// put before it, and taken off again when it is read. The .xlsx needs none: a cell says it is text.
// The characters: OWASP, CSV Injection; the wide forms are read as the narrow ones by some programs.
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** A text that looks guarded already gets one more, so that reading takes off exactly what was put on. */
export const makeHarmless = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

export const readHarmless = (text: string): string => (guarded.test(text) ? text.slice(1) : text);
