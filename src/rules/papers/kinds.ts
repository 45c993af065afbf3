// Which sections each kind of paper has, and in what order: what needs attention before all else, and what
// can be looked up last.
import type { PaperKind } from '../../registers/papers.ts';
import { exceptionsIn } from './order-of-exceptions.ts';
import type { PaperSection } from './paper.ts';
import { fullWordsSection } from './said.ts';
import { basisSection, correctionsSection, definitionsSection } from './section-basis.ts';
import { comparedSection } from './section-compared.ts';
import { deliverySection, everyActionSection } from './section-delivery.ts';
import { exceptionsSection } from './section-exceptions.ts';
import { exemptSection } from './section-exempt.ts';
import { crossCuttingSection, everyMeasureSection, prioritySection } from './section-groups.ts';
import { missingSection } from './section-missing.ts';
import { moneySection } from './section-money.ts';
import { movedSection } from './section-moved.ts';
import { everyProjectSection, interdependenciesSection } from './section-projects.ts';
import { promisesSection } from './section-promises.ts';
import { questionsSection, recommendationsSection } from './section-questions.ts';
import { risksSection } from './section-risks.ts';
import { savingsSection } from './section-savings.ts';
import { unpromisedSection } from './section-unpromised.ts';
import { yearsSection } from './section-years.ts';
import { atAGlance, shortAndWell, whereMoneyGoes } from './sections-for-residents.ts';
import type { Told } from './told.ts';

/** The same sections of what is exempt, after why it is. */
export const appendixOf = (told: Told): readonly PaperSection[] => {
  const sections = sectionsOf(told);
  return sections.length === 0 ? [] : [exemptSection(told.facts), ...sections];
};

type Section = PaperSection | null;
type Composed = (told: Told) => readonly Section[];

/** Empty where nothing of the dataset may be told. */
export const sectionsOf = (told: Told): readonly PaperSection[] =>
  isAnythingTold(told) ? composed[told.ordered.kind](told).filter((each) => each !== null) : [];

const isAnythingTold = ({ facts }: Told): boolean =>
  [
    facts.measures,
    facts.actions,
    facts.projects,
    facts.savings,
    facts.risks,
    facts.money,
    facts.questions,
  ].some(({ length }) => length > 0);

/** Exceptions told at length, then what they said that was too long to stand there. */
const lookedUp = (told: Told, inFull: number): readonly Section[] => [
  fullWordsSection(told, exceptionsIn(told.facts.measures).slice(0, inFull)),
  definitionsSection(exceptionsIn(told.facts.measures)),
  correctionsSection(told),
  basisSection(told),
];

/** What a board with little time is told at length; the rest are rows. */
const manyInFull = 10;
const someInFull = 6;

const directors: Composed = (told) => [
  exceptionsSection(told, { inFull: manyInFull }),
  unpromisedSection(told),
  missingSection(told),
  movedSection(told),
  promisesSection(told),
  prioritySection(told, { also: ['directorate', 'objective'] }),
  moneySection(told),
  savingsSection(told),
  risksSection(told),
  deliverySection(told),
  interdependenciesSection(told),
  crossCuttingSection(told),
  comparedSection(told),
  everyMeasureSection(told),
  ...lookedUp(told, manyInFull),
];

const portfolio: Composed = (told) => [
  exceptionsSection(told, { inFull: someInFull }),
  unpromisedSection(told),
  missingSection(told),
  movedSection(told),
  promisesSection(told),
  questionsSection(told),
  moneySection(told),
  savingsSection(told),
  risksSection(told, { most: 8 }),
  deliverySection(told, { most: 10 }),
  interdependenciesSection(told),
  comparedSection(told),
  everyMeasureSection(told),
  ...lookedUp(told, someInFull),
];

const cabinet: Composed = (told) => [
  exceptionsSection(told, { inFull: manyInFull }),
  prioritySection(told),
  moneySection(told),
  savingsSection(told),
  movedSection(told),
  promisesSection(told),
  missingSection(told),
  risksSection(told),
  interdependenciesSection(told),
  crossCuttingSection(told),
  recommendationsSection(told),
  comparedSection(told),
  everyMeasureSection(told),
  ...lookedUp(told, manyInFull),
];

const scrutiny: Composed = (told) => [
  exceptionsSection(told, { inFull: manyInFull }),
  promisesSection(told),
  questionsSection(told),
  recommendationsSection(told),
  movedSection(told),
  missingSection(told),
  prioritySection(told),
  moneySection(told),
  savingsSection(told),
  risksSection(told, { most: 8 }),
  crossCuttingSection(told),
  comparedSection(told),
  everyMeasureSection(told),
  ...lookedUp(told, manyInFull),
];

const forResidents: Composed = (told) => [
  atAGlance(told),
  ...shortAndWell(told, { most: 12 }),
  missingSection(told),
  whereMoneyGoes(told),
  everyMeasureSection(told),
  definitionsSection(told.facts.measures),
  correctionsSection(told),
  basisSection(told),
];

const deliveryPlan: Composed = (told) => [
  deliverySection(told),
  interdependenciesSection(told),
  savingsSection(told),
  risksSection(told),
  everyProjectSection(told),
  everyActionSection(told),
];

const annual: Composed = (told) => [
  atAGlance(told),
  exceptionsSection(told, { inFull: manyInFull }),
  prioritySection(told, { also: ['objective'] }),
  yearsSection(told),
  promisesSection(told),
  deliverySection(told, { most: 15 }),
  moneySection(told),
  savingsSection(told),
  risksSection(told),
  recommendationsSection(told),
  crossCuttingSection(told),
  comparedSection(told),
  everyMeasureSection(told),
  ...lookedUp(told, manyInFull),
];

/** One sheet of paper. */
const councilTax: Composed = (told) => [
  atAGlance(told),
  whereMoneyGoes(told),
  ...shortAndWell(told, { most: 5 }),
];

const composed: { readonly [K in PaperKind]: Composed } = {
  "directors' board": directors,
  'portfolio briefing': portfolio,
  Cabinet: cabinet,
  scrutiny,
  public: forResidents,
  'delivery plan': deliveryPlan,
  annual,
  'council tax': councilTax,
};
