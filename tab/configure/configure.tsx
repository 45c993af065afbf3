// Adding the tab to a channel: whose plan it is to show. What is chosen is kept by Teams; who may see what
// of it is decided anew for everyone who opens it.
import { Field, makeStyles, Select, Text } from '@fluentui/react-components';
import { pages } from '@microsoft/teams-js';
import { useEffect, useState } from 'react';
import type { Choice, PlanView } from '../../src/web/api.ts';
import { start } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { Heard } from '../pieces/heard.tsx';
import { Title } from '../pieces/page.tsx';
import { useAnswer } from '../use-answer.ts';
import { configureWords } from '../words.ts';
import { channelAddress } from './channel-tab.ts';

const useStyles = makeStyles({
  field: { maxWidth: '420px' },
});

export const Configure = ({ asker }: { readonly asker: Asker }) => {
  const [plan, setPlan] = useState<string | null>(null);
  const [team, setTeam] = useState<string | null>(null);
  const answer = useAnswer<PlanView>(asker, paths.plan({ ...start, plan }));
  return (
    <main>
      <Heard answer={answer} name={configureWords.title}>
        {(view) => (
          <WhosePlan
            onPlan={(chosen) => {
              setPlan(chosen);
              setTeam(null);
            }}
            onTeam={setTeam}
            team={shared(view.teams).find(({ key }) => key === team)?.key ?? firstOf(view)}
            view={view}
          />
        )}
      </Heard>
    </main>
  );
};

/** Everyone sees the same in a channel: "my team" is another for each. */
const shared = (teams: readonly Choice[]): readonly Choice[] =>
  teams.filter(({ key }) => key !== 'mine');

const firstOf = ({ teams }: PlanView): string => shared(teams)[0]?.key ?? 'all';

type Props = {
  readonly view: PlanView;
  readonly team: string;
  readonly onPlan: (plan: string) => void;
  readonly onTeam: (team: string) => void;
};

const WhosePlan = ({ view, team, onPlan, onTeam }: Props) => {
  const styles = useStyles();
  const name = shared(view.teams).find(({ key }) => key === team)?.words ?? view.planName;
  useKept({ plan: view.plan, team, name });
  return (
    <>
      <Title focused={false}>{configureWords.title}</Title>
      <Text>{configureWords.what}</Text>
      {view.plans.length > 1 && (
        <Field className={styles.field} label={configureWords.plan}>
          <Select onChange={(_, { value }) => onPlan(value)} value={view.plan}>
            {view.plans.map(({ key, words }) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field className={styles.field} label={configureWords.team}>
        <Select onChange={(_, { value }) => onTeam(value)} value={team}>
          {shared(view.teams).map(({ key, words }) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <Text size={200}>{configureWords.rights}</Text>
    </>
  );
};

type Kept = { readonly plan: string; readonly team: string; readonly name: string };

/** Teams' own Save button keeps what is chosen then. */
const useKept = ({ plan, team, name }: Kept): void => {
  useEffect(() => {
    const address = channelAddress(window.location.origin, { plan, team });
    pages.config.registerOnSaveHandler((saving) => {
      pages.config
        .setConfig({
          // A name of a tab in Teams holds 128 characters.
          suggestedDisplayName: name.slice(0, 128),
          entityId: `${plan}|${team}`.slice(0, 64),
          contentUrl: address,
          websiteUrl: address,
        })
        .then(
          () => saving.notifySuccess(),
          () => saving.notifyFailure(configureWords.notKept),
        );
    });
    pages.config.setValidityState(true);
  }, [plan, team, name]);
};
