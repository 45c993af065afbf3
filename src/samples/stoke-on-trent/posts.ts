// Who there is in the sample: made-up posts, never people. Only the shape is a council's: five
// directorates, fourteen teams that own measures, and the posts that answer for them.

export const directorates = {
  children: 'Children and Families',
  adults: 'Adults and Public Health',
  housing: 'Housing and Communities',
  place: 'Place and Growth',
  resources: 'Strategy and Resources',
} as const;
export type DirectorateCode = keyof typeof directorates;

export const chiefExecutive = { key: 'p-chief-executive', post: 'Chief Executive' } as const;

export const directors: { readonly [D in DirectorateCode]: string } = {
  children: 'Director of Children and Families',
  adults: 'Director of Adults and Public Health',
  housing: 'Director of Housing and Communities',
  place: 'Director of Place and Growth',
  resources: 'Director of Strategy and Resources',
};

type SampleTeam = {
  readonly code: string;
  readonly name: string;
  readonly directorate: DirectorateCode;
  /** The post that manages it. */
  readonly led: string;
  /** Person key to post. Each is deputy to the one before. */
  readonly owners: { readonly [person: string]: string };
};

const team = (
  code: string,
  name: string,
  under: Pick<SampleTeam, 'directorate' | 'led' | 'owners'>,
): SampleTeam => ({ code, name, ...under });

export const sampleTeams: readonly SampleTeam[] = [
  team('education', 'Education and Inclusion', {
    directorate: 'children',
    led: 'Assistant Director Education',
    owners: {
      'p-schools': 'School Improvement Lead',
      'p-inclusion': 'Head of Inclusion',
      'p-participation': 'Early Years and Participation Lead',
    },
  }),
  team('childrens-care', "Children's Social Care", {
    directorate: 'children',
    led: "Assistant Director Children's Care",
    owners: {
      'p-children-in-care': 'Head of Children in Care',
      'p-social-work': 'Principal Social Worker',
    },
  }),
  team('early-help', 'Early Help and Youth', {
    directorate: 'children',
    led: 'Head of Early Help',
    owners: {
      'p-youth-offending': 'Youth Offending Team Lead',
      'p-emotional-wellbeing': 'Emotional Wellbeing Lead',
    },
  }),
  team('adult-care', 'Adult Social Care', {
    directorate: 'adults',
    led: 'Assistant Director Adult Care',
    owners: {
      'p-care-support': 'Head of Care and Support',
      'p-discharge': 'Hospital Discharge Lead',
    },
  }),
  team('public-health', 'Public Health', {
    directorate: 'adults',
    led: 'Assistant Director Public Health',
    owners: {
      'p-health-improvement': 'Health Improvement Lead',
      'p-intelligence': 'Public Health Intelligence Lead',
      'p-maternal': 'Maternal Health Lead',
    },
  }),
  team('housing-needs', 'Housing Needs', {
    directorate: 'housing',
    led: 'Assistant Director Housing',
    owners: {
      'p-housing-needs': 'Head of Housing Needs',
      'p-adaptations': 'Home Adaptations Lead',
    },
  }),
  team('council-housing', 'Council Housing', {
    directorate: 'housing',
    led: 'Head of Council Housing',
    owners: {
      'p-voids': 'Voids and Lettings Lead',
      'p-repairs': 'Responsive Repairs Lead',
      'p-rents': 'Rent Income Lead',
    },
  }),
  team('communities', 'Communities and Libraries', {
    directorate: 'housing',
    led: 'Assistant Director Communities',
    owners: {
      'p-community-safety': 'Community Safety Lead',
      'p-libraries': 'Head of Libraries',
    },
  }),
  team('customers', 'Customer Services', {
    directorate: 'housing',
    led: 'Head of Customer Services',
    owners: {
      'p-contact-centre': 'Contact Centre Lead',
      'p-digital-contact': 'Digital Contact Lead',
    },
  }),
  team('economy', 'Economy and Skills', {
    directorate: 'place',
    led: 'Assistant Director Economy',
    owners: {
      'p-business': 'Business Growth Lead',
      'p-investment': 'Inward Investment and Tourism Lead',
      'p-skills': 'Skills and Employment Lead',
    },
  }),
  team('planning', 'Planning and Property', {
    directorate: 'place',
    led: 'Assistant Director Planning',
    owners: {
      'p-planning-policy': 'Planning Policy Lead',
      'p-development-management': 'Development Management Lead',
      'p-capital': 'Capital Programme Lead',
    },
  }),
  team('environment', 'Highways and Environment', {
    directorate: 'place',
    led: 'Assistant Director Environment',
    owners: {
      'p-highways': 'Highways Asset Lead',
      'p-waste': 'Waste and Recycling Lead',
      'p-environmental-protection': 'Environmental Protection Lead',
    },
  }),
  team('finance', 'Finance and Revenues', {
    directorate: 'resources',
    led: 'Assistant Director Finance',
    owners: {
      'p-revenues': 'Head of Revenues',
      'p-financial-planning': 'Financial Planning Lead',
    },
  }),
  team('workforce', 'Workforce and Facilities', {
    directorate: 'resources',
    led: 'Head of Workforce',
    owners: {
      'p-workforce': 'Workforce Development Lead',
    },
  }),
];

export const performanceTeam = {
  code: 'performance',
  name: 'Performance and Analytics',
  directorate: 'resources',
  posts: { 'p-performance': 'Head of Performance', 'p-performance-analyst': 'Performance Analyst' },
} as const;

/** The app was never installed for this owner, so that a person who cannot be reached is seen. */
export const notInstalled = 'p-development-management';

/** Who holds what the law asks one post to hold: our choice, so that papers can be cleared. */
export const statutory: { readonly [post: string]: 'section 151 officer' | 'monitoring officer' } =
  {
    'Assistant Director Finance': 'section 151 officer',
    'Director of Strategy and Resources': 'monitoring officer',
  };
