// The limits of a measure's usual variation in words, and the way to begin them again for the performance
// team; and where its year will end.
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeasureView } from '../../src/web/api.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { troubleWords } from '../words.ts';
import { rebasedIn } from './chart-shape.ts';
import { Rebase } from './rebase.tsx';

const useStyles = makeStyles({
  sentences: { margin: 0, maxWidth: '68ch', overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' },
  again: { alignSelf: 'start', [narrow]: { minHeight: '44px' } },
  letter: { fontWeight: tokens.fontWeightSemibold },
});

type Props = { readonly view: MeasureView; readonly asker: Asker; readonly again: () => void };

export const UsualVariation = ({ view, asker, again }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const { chart, history } = view;
  if (chart.about.length + chart.limits.length === 0) return null;
  return (
    <Section heading="Its usual variation">
      {chart.about.length > 0 && <p className={styles.sentences}>{chart.about.join(' ')}</p>}
      <ul className={`${styles.list} ${page.figures}`}>
        {chart.limits.map((words) => (
          <li key={words}>{words}</li>
        ))}
        {rebasedIn(history).map(({ letter, words, because }) => (
          <li key={letter}>
            <span className={styles.letter}>{letter}</span> From {words} limits begin again:{' '}
            {because}
          </li>
        ))}
      </ul>
      {chart.rebase !== null && chart.rebase.length > 0 && (
        <BeginAgain again={again} asker={asker} choices={chart.rebase} measure={view.key} />
      )}
    </Section>
  );
};

type BeginProps = Pick<Props, 'asker' | 'again'> & {
  readonly measure: string;
  readonly choices: NonNullable<MeasureView['chart']['rebase']>;
};

const BeginAgain = ({ measure, choices, asker, again }: BeginProps) => {
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const send = async (body: object): Promise<string | null> => {
    try {
      const { words } = await asker.post<{ words: string }>(paths.rebase(measure), body);
      setDone(words);
      setAsking(false);
      again();
      return null;
    } catch (error) {
      return error instanceof Unanswered ? error.message : troubleWords.unreadable;
    }
  };
  return (
    <>
      <Button
        className={`${styles.again} not-printed`}
        onClick={() => {
          setDone(null);
          setAsking(true);
        }}
      >
        Begin limits again
      </Button>
      {done && (
        <MessageBar intent="success" role="status">
          <MessageBarBody>{done}</MessageBarBody>
        </MessageBar>
      )}
      {asking && <Rebase choices={choices} leave={() => setAsking(false)} send={send} />}
    </>
  );
};

export const YearEnd = ({ forecast }: { readonly forecast: readonly string[] }) => {
  const styles = useStyles();
  if (forecast.length === 0) return null;
  return (
    <Section heading="Where the year will end">
      <p className={styles.sentences}>{forecast.join(' ')}</p>
    </Section>
  );
};
