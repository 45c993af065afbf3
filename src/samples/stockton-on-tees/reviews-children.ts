// The reviews of children in care and of special educational needs.
import type { Row } from '../../registers/registers.ts';
import { mission, workstream } from './plan.ts';
import { review } from './review.ts';

export const childrenReviews: readonly Row<'projects'>[] = [
  review('MT13', {
    name: 'Children in our Care',
    challenge: [
      '133 looked after per 10k children; statistical neighbours about 82',
      '587 children in care; placements overspend, as nationally',
      'More children, with more complex needs',
      'Edge of care help to be aimed at need',
      'How placements are commissioned, tracked and measured',
      "The council's own foster carers are ageing; agencies grow in number and cost",
      'Too little reunification; many at home under care orders',
      'Entry to care at 15, 16 and 17',
      'Uneven practice',
    ],
    inScope: [
      'Placements, social work assessment and money: fostering, reunification, edge of care, stable loving homes',
      'Commissioning, procurement and partnership',
      'Spark of Genius: possible development',
      'Homes, foster carers, lodgings, staying put',
      'Fostering agencies, special guardianship, child arrangement orders, supported accommodation',
    ],
    outOfScope: [
      'Senior leadership structure',
      'Adolescent and MACE teams',
      'Carrying out the Strengthening Services Plan',
    ],
    constraints: ['Too few suitable placements, at high cost'],
    outcomes: [
      'Fewer children in care; more stay with their family',
      'Placements that are good value and meet standards and need',
      'Lower costs; finances last',
    ],
    leansOn: {
      reviews: ['MT10', 'MT04', 'MT07', 'MT14', 'MT11'],
      lines: [mission('COL'), workstream('COL 4'), workstream('COL 6')],
      also: [
        'Strengthening Services Plan',
        "Commissioned review of the child's voice in the council's homes",
        'Commissioned practice and quality assurance, with training',
        'Commissioned review of costly cases for joint health funding',
        'Partnerships with health, schools, early years and others',
      ],
    },
    query: ['Its code is printed M13.'],
  }),
  review('MT14', {
    name: 'SEND/High Needs',
    challenge: [
      'A statutory duty to children educated here with SEND; the Local Offer says what there is',
      'Demand rises, most at 0 to 4 years',
      'Mainstream schools to find need sooner and help early',
      'Too few specialist places: profound and multiple, specific learning, autism',
      'Hard to expand; a new special school must be a free school, under a trust',
      'Places elsewhere add transport cost and longer days',
      'Dedicated Schools Grant in deficit while high needs spending grows',
      'Parents are to be satisfied: Delivering Better Value (DBV) communications, the parent carer forum, an engagement plan',
      'Partnership, as with education psychology, can do more',
      'Aims: find need earlier; support practitioners; a clearer offer; EHCPs that fit',
      'Aims: open and even funding; more EHCP room in mainstream and post 16; a smaller deficit; keep in step with linked projects',
    ],
    inScope: [
      'Specialist provision sized to need, now and later',
      'An Inclusion line for practitioners',
      'Support to schools from specialist education',
      'Top Up/Element 3 funding redesigned',
      'Academies, and maintained and free schools',
      'High Needs Banding redesigned',
      'Delivering Better Value',
      "Development of school leaders and Children's Services",
      'Education and healthcare planning',
      'Support for professionals, in future',
      'Capital development',
      'Alternative Provision and Specialist Support',
      'Support after 16',
    ],
    outOfScope: [
      'Early help that MT11 covers, though the two are linked',
      'Statutory health and social care',
      'DBV itself: linked, but this does not hang on its success',
    ],
    constraints: ['SEN duties in law must be met'],
    outcomes: [
      'Less demand on High Needs funding',
      'Costs cut or avoided; finances last',
      'Support sooner, nearer to need',
      'Fair High Needs Banding',
    ],
    leansOn: {
      reviews: ['MT07', 'MT11', 'MT13', 'MT09'],
      also: ['Partnerships with health, schools, early years and others'],
    },
    query: [
      'Delivering Better Value is printed in scope; work near it is also printed out of scope.',
    ],
  }),
];
