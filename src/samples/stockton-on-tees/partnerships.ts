// The Partnership Charter, line by line, and the one partnership the programme is looking into, held
// against the charter's eight criteria. Nothing is assessed yet, so Met is blank throughout.
import type { Row } from '../../registers/registers.ts';
import { inProgramme, mission, points, printed, programme, workstream } from './plan.ts';

const charter = 'CHARTER';
const shared = 'SHARED';

const objectives = [
  'Strong partnerships that serve council and communities',
  'Plan and deliver the programme together',
  'One vision and one set of goals',
  'Joint strength that makes a difference',
  'Leadership of the borough that others see',
  'Residents say that their lives get better',
  'Boundaries taken down; issues and access improved',
  'Services without seams between organisations',
  'Collaboration has made us smaller and eased finances',
];

const deliverables = [
  'A charter agreed, for constructive partnerships',
  'The charter built into practice',
  'More joint initiatives, and present ones aligned',
  'One conversation with communities',
  'Partners speak as One Voice: Place Leadership Board',
  'A strong brand for the place, known widely',
];

/** In the order printed: the cost benefit analysis is the eighth. */
const criteria = [
  'A clear benefit to council and communities',
  'Values and principles agreed',
  'Objectives agreed between partners',
  'Governance that is clear',
  "No danger to the council's reputation",
  'Finances understood, shared funding above all',
  "Partners' resources weighed in proportion",
  'Cost benefit analysis before entering',
];

type Line = Pick<Row<'partnerships'>, 'title' | 'code' | 'kind'> & Partial<Row<'partnerships'>>;

const row = (line: Line, index: number): Row<'partnerships'> =>
  printed('partnerships', {
    ...line,
    key: inProgramme(line.code),
    plan: programme,
    position: index + 1,
  });

const ofCharter = (
  kind: 'objective' | 'deliverable' | 'criterion',
  letter: string,
  titles: readonly string[],
): readonly Line[] =>
  titles.map((title, index) => ({
    title,
    code: `${charter}.${letter}${index + 1}`,
    kind,
    parent: inProgramme(charter),
  }));

const lines: readonly Line[] = [
  {
    title: 'Partnership Charter (draft)',
    code: charter,
    kind: 'charter',
    serves: [mission('PAR'), workstream('PAR 1')],
  },
  ...ofCharter('objective', 'O', objectives),
  ...ofCharter('deliverable', 'D', deliverables),
  ...ofCharter('criterion', 'C', criteria),
  {
    title: 'Shared services with Darlington (Xentrall)',
    code: shared,
    kind: 'partnership',
    serves: [mission('PAR'), workstream('PAR 3')],
    partners: points('Darlington Borough Council'),
  },
  ...criteria.map(
    (title, index): Line => ({
      title,
      code: `${shared}.C${index + 1}`,
      kind: 'criterion',
      parent: inProgramme(shared),
      answers: inProgramme(`${charter}.C${index + 1}`),
    }),
  ),
];

export const partnerships: readonly Row<'partnerships'>[] = lines.map(row);
