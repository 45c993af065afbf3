// The reviews of place: waste, fleet, community safety, community transport.
import type { Row } from '../../registers/registers.ts';
import { mission, workstream } from './plan.ts';
import { review } from './review.ts';

export const placeReviews: readonly Row<'projects'>[] = [
  review('MT01', {
    name: 'Waste Collection',
    challenge: [
      'Recycling 25.2% in 2022/2023, 328th of 338 councils; Tees Valley 30.58%, national 42%',
      'Aims: 45%-50% across Tees Valley by 2027, 65% nationally by 2035',
      'Environment Act: weekly food waste, April 2025 nationally, April 2026 here; £295m for councils',
      'Producers to pay for disposal; a deposit scheme may change what is left at the kerb',
      '240 litres a week for residual waste puts people off recycling',
      'Residual waste per household is the highest nationally: 783 kg',
      'Disposal fees to double in 2026, contract ending April 2026; emissions trading in 2028 may add more',
      'Residents are satisfied: always over 90%',
      'Weigh the options with local and national experts, towards a circular economy',
    ],
    inScope: [
      'Domestic, garden and food waste collection',
      'Running it well, and less waste',
      'Income, stability and investment',
      'Recycling levels and targets',
      'Digital processes, customer access, climate, national policy and law',
      "In step with the Place Select Committee's scrutiny review",
    ],
    outOfScope: ['Household Waste Recycling Centres'],
    constraints: [
      'Food waste must be collected apart and recycled: waste strategy of December 2018, Environment Act of November 2021',
      'Timing and funding still consulted on; £295m of capital announced late October 2021',
      'Weekly food rounds do not pay beside weekly residual ones: too few take part',
    ],
    outcomes: [
      'Meets the new law',
      'Costs cut or avoided; finances last',
      'More recycled across the borough',
      'Smaller carbon footprint',
      'Technology makes the service more efficient',
    ],
    leansOn: {
      reviews: ['MT02', 'MT08'],
      lines: [workstream('COM 1'), workstream('COM 2')],
      also: ['Scrutiny review of waste and recycling by the Place Select Committee'],
    },
    query: [
      'Residual waste is printed as 783 Kilogram/Hectogram: kg per household is meant.',
      '£295m is printed as new, and as announced in late October 2021.',
    ],
  }),
  review('MT02', {
    name: 'Fleet Management',
    challenge: [
      'How vehicles are used, managed and needed, and how the Fleet Renewal Fund is used',
      'Depots: pressures, risks, and room found another way',
      'Vehicles cost 20% more than 3 years ago',
      'Hire through NEPO rose 50-60% in one go',
      'Delivery takes 12 months or more, so plans and spending are hard to foresee',
      'Need over 10 years: short, medium and long-term steps, partners included',
      'Food waste rounds and a new Tees Valley disposal contract in 2026 will crowd depots more',
    ],
    inScope: [
      'Demand for services',
      'Statutory duties, present and coming',
      'Buying and managing vehicles, with a forecast of their cost',
      'In step with the Environmental Strategy',
      'Depot and storage needs of the whole council, with room to grow',
      'Services the fund renews vehicles for: highways, street cleansing, waste, adult care, children, community transport, horticulture',
      'And: catering and cleaning, winter maintenance, street lighting, security, trading standards, environmental health, HVE building, home improvement',
    ],
    constraints: [
      'Greener municipal vehicles are wanted, but early ones cost more',
      'Goods and materials cost more; the market is unpredictable',
    ],
    outcomes: [
      'A good, safe fleet that meets every need within budget',
      'A safe base for services, staff, storage and assets, within the law',
      'Costs cut or avoided; finances last',
    ],
    leansOn: { reviews: ['MT01', 'MT08', 'MT07'] },
  }),
  review('MT06', {
    name: 'Community Safety and Regulatory Services',
    challenge: [
      'Residents, honest business and visitors are to be protected',
      'Community safety, environmental health, licensing, trading standards and emergency planning now share a portfolio',
      'Brought together without a change of structure, duty or offer',
      'Service levels and better ways of working looked at for 12 months',
      'Fewer leaders, shared priorities, ready for new law',
    ],
    inScope: [
      'All community safety and regulatory services: leadership, priorities, duties, readiness for new law',
      'Statutory duties, present and coming',
      'How services are run',
      'Digital processes and customer access',
    ],
    constraints: ['New law will bring more duties; capacity is uncertain'],
    outcomes: [
      'A service ready for what comes',
      'The customer first: one front door',
      'A safer borough',
      'Ever better work with police and others',
      'Costs cut or avoided; more income; finances last',
    ],
    leansOn: {
      reviews: ['MT10', 'MT04', 'MT05', 'MT12'],
      lines: [mission('PAR'), mission('COM')],
      also: ['Safer streets policy', 'Outbreak management in Public Health'],
    },
    query: [
      'The services are printed as brought together in May 2022, and after the 2023 senior management review.',
    ],
  }),
  review('MT07', {
    name: 'Community Transport',
    challenge: [
      'Home to school travel, mainstream, special needs and looked-after, is a statutory duty',
      'Adults are taken to two day centres: Allensway in Thornaby, and Central Stockton',
      'Budget pressed by labour, fuel and retendered private routes',
      'Costs likely to rise: weigh duties, supply and demand for a balanced model',
    ],
    inScope: [
      'Policy, and what is needed to deliver it',
      'Rising costs, complex needs above all, with vulnerable people still served',
      'Journeys to costly placements outside the borough',
      'What to do at full capacity',
      'How school travel plans are decided for SEND, under the new policy',
      'EHCP decisions kept to the written policy',
      'More ways to find transport',
      'Travel buddies, community or independent (ABCD)',
      'Motability benefits, and households that also claim school transport: DLA, PIP, armed forces and war pension',
      'Community Services as the one way in',
      'Digital means to ease demand and run better',
    ],
    outOfScope: [
      'Five community bus routes paid for through City Region Sustainable Transport Settlements',
      'All public transport',
    ],
    constraints: [
      'A statutory minimum for certain children and adults: school travel guidance, June 2023',
      'The carbon strategy of 2022-2032: net zero by 2032',
    ],
    outcomes: [
      'Costs cut or avoided; finances last',
      'Better partnership with the voluntary sector, people and private operators',
      'Digital passes and route planning, so less falls on Customer Services',
      'As little CO2e as possible',
    ],
    leansOn: {
      reviews: ['MT02'],
      also: [
        'Volunteer Driver pilot from January 2024, with Volunteering Matters, through Catalyst Stockton-on-Tees',
        'Sustainable travel and parking',
        "Placement Sufficiency project of Children's Services Transformation",
        'Private bus operators and changes they make',
      ],
    },
  }),
];
