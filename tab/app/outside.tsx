// What someone sees who opened the tab's address on its own, outside Teams.
import { Button, makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { extraOrigins } from '../host.ts';
import { Title, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { outsideWords } from '../words.ts';

const useStyles = makeStyles({
  outside: {
    paddingTop: '96px',
    maxWidth: '560px',
    rowGap: '16px',
    alignItems: 'start',
    [narrow]: { paddingTop: '48px' },
  },
});

const teams = 'https://teams.microsoft.com';

/** On a machine with no tenant the way in is the local Teams page. */
export const Outside = () => {
  const page = usePageStyles();
  const styles = useStyles();
  const [local, setLocal] = useState<string | null>(null);
  useEffect(() => {
    void extraOrigins().then(([origin]) => setLocal(origin ?? null));
  }, []);
  return (
    <main className={mergeClasses(page.page, styles.outside)}>
      <Title focused={false}>{outsideWords.title}</Title>
      <Text size={400}>{outsideWords.why}</Text>
      <Text size={400}>{local ? outsideWords.local : outsideWords.what}</Text>
      <Button appearance="primary" as="a" href={local ?? teams} size="large">
        {local ? 'Go to the local Teams page' : 'Go to Teams'}
      </Button>
    </main>
  );
};
