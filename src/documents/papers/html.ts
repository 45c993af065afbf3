// A paper as one whole page that needs nothing else: no script, no picture, no font from anywhere. WCAG 2.2
// AA; what each section holds is drawn in html-blocks.ts, how it looks is in html-style.ts. The page is
// well-formed XML too, so that any program may read its tables.
import type { Paper, PaperSection } from '../../rules/papers/paper.ts';
import { type Numbered, sectionHtml } from './html-blocks.ts';
import { paperStyle } from './html-style.ts';
import { element } from './html-text.ts';
import { escaped } from './printable.ts';

/** The same paper gives the same page. */
export const paperHtml = (paper: Paper): string => {
  const numbered = numbering();
  return [
    '<!DOCTYPE html>',
    '<html lang="en-GB">',
    headOf(paper),
    '<body>',
    '<a class="skip" href="#paper_content">Skip to the paper</a>',
    headerOf(paper),
    contentsOf(paper),
    '<main id="paper_content" tabindex="-1">',
    ...paper.sections.map((section) => `${sectionHtml(section, { ...open, numbered })}\n${up}`),
    ...madeFrom(paper),
    ...appendix(paper, numbered),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
};

const open = { level: 2, prefix: '' } as const;

const numbering = (): Numbered => {
  let count = 0;
  return (what) => {
    count += 1;
    return `${what}_${count}`;
  };
};

/** Nothing may run in it and nothing be fetched by it, wherever it is opened. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const headOf = ({ title, audience, plan }: Paper): string =>
  [
    '<head>',
    '<meta charset="utf-8"/>',
    `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="color-scheme" content="light dark"/>',
    `<title>${escaped(`${title} – ${audience ?? plan}`)}</title>`,
    `<style>${paperStyle}</style>`,
    '</head>',
  ].join('\n');

const headerOf = ({ title, audience, plan, period, notices }: Paper): string =>
  [
    '<header>',
    element('h1', title),
    ...(audience === null ? [] : [element('p', audience)]),
    element('p', `${plan}, ${period}`),
    ...notices.map((notice) => element('p', notice, { attributes: 'class="notice"' })),
    '</header>',
  ].join('\n');

const madeFromHeading = 'What this paper was made from';
const appendixHeading = 'Confidential appendix: not for publication';

/** Two levels: the third is found by its own heading. */
const contentsOf = ({ sections, confidential, madeFrom: lines }: Paper): string =>
  [
    '<nav aria-labelledby="paper_contents">',
    '<h2 id="paper_contents">Contents</h2>',
    '<ol>',
    ...sections.map((section) => contentsLine(section, '', 1)),
    ...(lines.length === 0 ? [] : [contentsLink('paper_made', madeFromHeading)]),
    ...(confidential.length === 0
      ? []
      : [
          `<li>${linkTo('paper_exempt', appendixHeading)}<ol>${confidential.map((section) => contentsLine(section, exempt.prefix, 0)).join('')}</ol></li>`,
        ]),
    '</ol>',
    '</nav>',
  ].join('\n');

const exempt = { level: 3, prefix: 'exempt_' } as const;

const contentsLine = (section: PaperSection, prefix: string, deeper: number): string => {
  const link = linkTo(`${prefix}${section.id}`, section.heading);
  if (deeper === 0 || section.sections.length === 0) return `<li>${link}</li>`;
  const inner = section.sections.map((each) => contentsLine(each, prefix, deeper - 1));
  return `<li>${link}<ol>${inner.join('')}</ol></li>`;
};

const contentsLink = (id: string, heading: string): string => `<li>${linkTo(id, heading)}</li>`;

const linkTo = (id: string, heading: string): string =>
  element('a', heading, { attributes: `href="#${escaped(id)}"` });

const up = '<p class="up"><a href="#paper_contents">Back to contents</a></p>';

const madeFrom = ({ madeFrom: lines }: Paper): readonly string[] =>
  lines.length === 0
    ? []
    : [
        '<section aria-labelledby="paper_made">',
        element('h2', madeFromHeading, { attributes: 'id="paper_made"' }),
        ...lines.map((each) => element('p', each)),
        '</section>',
      ];

/** On a page of its own in print, so that it can be taken out. */
const appendix = ({ confidential }: Paper, numbered: Numbered): readonly string[] =>
  confidential.length === 0
    ? []
    : [
        '<section class="exempt" aria-labelledby="paper_exempt">',
        element('h2', appendixHeading, { attributes: 'id="paper_exempt"' }),
        ...confidential.map((section) => sectionHtml(section, { ...exempt, numbered })),
        '</section>',
      ];
