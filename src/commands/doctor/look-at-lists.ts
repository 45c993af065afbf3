// Every list against its declaration: provision's own plan, which reads and writes nothing.

import { graphScope } from '../../sharepoint/graph/tokens.ts';
import { openProvisioning } from '../../sharepoint/provision/open-provisioning.ts';
import type { Plan } from '../../sharepoint/provision/step.ts';
import { keptRegisters } from '../../sharepoint/rows/kept.ts';
import { type Finding, fails, off, ok, warns } from './finding.ts';
import { type Patient, restScopeOf } from './patient.ts';

const provisionIt =
  'Give the app full control of the site for the time, run golden-thread provision, and take it back to write.';

/** Each list that lacks something is said with what provision would do. */
export const lookAtLists = async ({ config, tokens }: Patient): Promise<readonly Finding[]> => {
  const { graphUrl, site, unitsPerMinute, personalObjectives } = config;
  const kept = keptRegisters({ apart: personalObjectives });
  const provisioning = openProvisioning({
    graphUrl,
    site,
    unitsPerMinute,
    token: tokens(graphScope),
    restToken: tokens(restScopeOf(config)),
    kept,
    timeLimit: 30_000,
  });
  return findingsOf(await provisioning.plan(), kept.length);
};

const findingsOf = ({ lists, apart, looks, noticed, skipped }: Plan, kept: number): Finding[] => {
  const lacking = [...lists, ...apart];
  const isNew = lists.filter(({ call }) => call.path.endsWith('/lists')).length === kept;
  const each = isNew
    ? [fails('lists', `None of the ${kept} lists is there yet.`, provisionIt)]
    : lacking.map(({ words }) =>
        fails('lists', `Not as declared. To be done: ${words}.`, provisionIt),
      );
  const all = ok('lists', `${kept} lists are there, each with the columns it is declared with.`);
  return [
    ...(lacking.length === 0 ? [all] : each),
    ...(looks.length === 0 || isNew ? [] : [looksLacking(looks)]),
    ...noticed.map((words) => warns('lists', words, 'Nothing, if it is meant so.')),
    ...(skipped.length === 0
      ? []
      : [
          off(
            'lists',
            'Views and column formats were not looked at: the app has no right to SharePoint’s own interface.',
            'Nothing, unless views are to be made: then sign in by certificate or managed identity, and grant Sites.Selected of SharePoint.',
          ),
        ]),
  ];
};

/** They are a convenience in SharePoint, and nothing of the app's hangs on them: said as one. */
const looksLacking = (looks: Plan['looks']): Finding => {
  const [first] = looks;
  const words = `${looks.length} views and column formats are not made yet; the first: ${first?.words}.`;
  return warns('lists', words, provisionIt);
};
