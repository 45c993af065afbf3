// Why the appendix is not for publication: each row with the paragraph relied on.
// Source: Local Government Act 1972, Part 1 of Schedule 12A, paragraphs 1 to 7.
import type { Classified } from '../dataset/dataset.ts';
import { textCell } from './cells.ts';
import type { Facts } from './facts.ts';
import { nameOf } from './measure-words.ts';
import type { PaperSection } from './paper.ts';
import { paragraph } from './said.ts';
import { tableBlock, text } from './tables.ts';

/** What each paragraph is about, shortly. */
const paragraphs: { readonly [number: string]: string } = {
  1: 'about an individual',
  2: 'likely to reveal who an individual is',
  3: "about somebody's financial or business affairs",
  4: 'about labour relations consultations or negotiations',
  5: 'legal professional privilege',
  6: 'a notice, order or direction the council proposes',
  7: 'about preventing, investigating or prosecuting crime',
};

type Exempt = Classified & { readonly title: string; readonly code?: string };

/** First in the appendix. A row that names no paragraph says so: it must, before it is kept from the public. */
export const exemptSection = (facts: Facts): PaperSection => {
  const { measures, actions, projects, savings, risks, money, questions } = facts;
  const rows: readonly Exempt[] = [
    ...measures,
    ...actions,
    ...projects,
    ...savings,
    ...risks,
    ...money,
    ...questions,
  ];
  return {
    id: 'exempt',
    heading: 'Not for publication',
    blocks: [
      paragraph(
        'What follows is exempt information under Part 1 of Schedule 12A to the Local Government Act 1972.',
        { lead: true },
      ),
      ...tableBlock({
        id: 'table exempt',
        caption: 'What is exempt, and under which paragraph',
        columns: [text('What'), text('Paragraph'), text('Information')],
        rows: rows.map((row) => [
          textCell(nameOf({ code: row.code ?? '', title: row.title })),
          textCell(row.exemptUnder ?? 'Not said'),
          textCell(aboutOf(row.exemptUnder)),
        ]),
        notes: [],
      }),
    ],
    sections: [],
  };
};

/** '3', '3 and 5', 'paragraph 3': each number named. */
const aboutOf = (under: string | null): string | null => {
  const numbers = under?.match(/\b[1-7]\b/g) ?? [];
  const about = numbers.map((number) => paragraphs[number]).filter((each) => each !== undefined);
  return about.length === 0 ? null : about.join('; ');
};
