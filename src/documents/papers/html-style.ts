// How a paper looks on a page: on a phone, a desk, in the dark, in the reader's own colours and on paper.
// Plain rules with plain colours, so that most of it outlives being pasted into an e-mail.
import { chartStyle, inks, type Paint } from '../charts/ink.ts';

const { ink, quiet, faint, paper, accent } = inks;
const statusColours = ['blue', 'green', 'amber', 'red', 'grey'] as const satisfies Paint[];

const coloured = (ground: 'light' | 'dark'): string =>
  statusColours.map((name) => `.${name}{color:${inks[name][ground]}}`).join('');

/** Words are 1 rem at most 46 em across, and tables as wide as the page; each scrolls by itself. */
const usual = `
body{margin:0 auto;padding:1rem;max-width:62rem;font:1rem/1.5 "Segoe UI",system-ui,Arial,"DejaVu Sans",sans-serif;color:${ink.light};background:${paper.light};overflow-wrap:anywhere}
h1,h2,h3,h4,h5{line-height:1.25;margin:2em 0 .5em}
h1{font-size:1.9rem;margin:.25em 0}h2{font-size:1.5rem;border-top:2px solid ${faint.light};padding-top:.75em}h3{font-size:1.2rem}h4,h5{font-size:1.05rem}
p,li,blockquote,td,th,caption,figcaption{white-space:pre-wrap}
p,ul,ol,blockquote{max-width:46em;margin:.5em 0 1em}
ul,ol{padding-inline-start:1.5em}
a{color:${accent.light}}nav a,.skip,.up a{display:inline-block;padding:.25rem 0}summary{cursor:pointer;padding:.25rem 0;color:${accent.light}}li:dir(rtl){list-style-position:inside}
nav ol{list-style:none;padding-inline-start:0;margin:0}nav ol ol{padding-inline-start:1.5em}
:focus-visible{outline:3px solid ${accent.light};outline-offset:2px}
.skip{position:absolute;left:-999em}.skip:focus{position:static}
.lead{font-size:1.15rem;font-weight:600}
.notice{border-inline-start:4px solid ${accent.light};padding:.25em .75em;margin:.5em 0}
blockquote{margin:0;font-style:normal}.quote{border-inline-start:4px solid ${faint.light};padding-inline-start:1em;margin:1em 0}.quote figcaption{color:${quiet.light}}
.scroll{overflow-x:auto;margin:1em 0 .5em}
table{border-collapse:collapse;min-width:50%}
caption{text-align:start;font-weight:600;padding:.25em 0}
th,td{border:1px solid ${faint.light};padding:.4em .6em;text-align:start;vertical-align:top;min-width:7em}
thead th{background:#eef0f4}tbody th{font-weight:600;min-width:9em}
.number{text-align:right;font-variant-numeric:tabular-nums;min-width:4em}
.status{min-width:10em}.shape{white-space:nowrap}.note{color:${quiet.light};font-size:.9rem;margin:.25em 0}
.chart{margin:1.5em 0}.chart>figcaption{font-weight:600}
svg{display:block;max-width:100%;height:auto}.narrow{display:none;max-width:27rem;width:100%}
.exempt{border:3px solid ${inks.red.light};padding:0 1em 1em;margin-top:3em}.exempt h2{border-top:0;margin-top:1em;padding-top:0}
${coloured('light')}`;

const dark = `@media screen and (prefers-color-scheme:dark){
body{color:${ink.dark};background:${paper.dark}}a,summary{color:${accent.dark}}
h2,th,td,.quote{border-color:${faint.dark}}thead th{background:#2c2c31}
.quote figcaption,.note{color:${quiet.dark}}.notice{border-color:${accent.dark}}:focus-visible{outline-color:${accent.dark}}.exempt{border-color:${inks.red.dark}}
${coloured('dark')}}`;

const phone =
  '@media screen and (max-width:40em){svg{display:none}.narrow{display:block!important}h1{font-size:1.5rem}h2{font-size:1.3rem}}';

/**
 * A table that scrolls keeps its caption and each row's heading in sight, as wide as the screen leaves room
 * for; a column's heading is never broken inside a word. On paper nothing scrolls.
 */
const scrolled = `@media screen{thead th{overflow-wrap:normal}
.scroll{container-type:inline-size}caption span{display:block;position:sticky;left:0;width:fit-content;max-width:calc(100vw - 2rem);max-width:100cqi}
tbody th,thead th:first-child{position:sticky;left:0;z-index:1;box-shadow:1px 0 ${faint.light}}tbody th{background:${paper.light}}}
@media screen and (prefers-color-scheme:dark){tbody th,thead th:first-child{box-shadow:1px 0 ${faint.dark}}tbody th{background:${paper.dark}}}
@media screen and (max-width:40em){th,td{padding:.35em .4em;min-width:5.5em}tbody th{min-width:7.5em}.status{min-width:6.5em}.number{min-width:3em}}`;

const printed = `@media print{@page{size:A4;margin:18mm}
body{max-width:none;padding:0;font-size:10.5pt}.skip,.up,details:not([open]){display:none}a{color:inherit;text-decoration:none}
.scroll{overflow:visible}table{font-size:9pt}th,td,.status{min-width:5.5em}.number{min-width:3.5em}thead{display:table-header-group}
h1,h2,h3,h4,h5,caption{break-after:avoid}tr,.quote,.chart,svg{break-inside:avoid}.exempt{break-before:page}}`;

/** Stands in the page between <style> tags, as it is. */
export const paperStyle = [usual, dark, phone, scrolled, printed, chartStyle].join('\n').trim();
