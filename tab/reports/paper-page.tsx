// The paper as a page, in a frame where nothing can run: as it is printed, with all that is in it.
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { PaperView } from '../../src/web/api-papers.ts';
import { type Asker, paths } from '../ask.ts';
import { Section } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { faultWords } from './use-papers.ts';

const useStyles = makeStyles({
  frame: {
    boxSizing: 'border-box',
    width: '100%',
    height: '78vh',
    minHeight: '420px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  waits: { minHeight: '420px', display: 'flex', alignItems: 'center', justifyContent: 'center' },
  button: { alignSelf: 'start', [narrow]: { minHeight: '44px' } },
});

type Props = { readonly asker: Asker; readonly view: PaperView };

export const PaperPage = ({ asker, view }: Props) => {
  const styles = useStyles();
  const [exempt, setExempt] = useState(false);
  const { page, trouble } = usePage({ asker, view, exempt });
  return (
    <Section heading="The paper">
      {view.appendix && (
        <Button className={styles.button} onClick={() => setExempt(!exempt)}>
          {exempt ? 'Hide the confidential appendix' : 'Show the confidential appendix'}
        </Button>
      )}
      {trouble && <div role="alert">{trouble}</div>}
      {page === null && trouble === null && (
        <div className={styles.waits}>
          <Spinner label="Making the paper" />
        </div>
      )}
      {page !== null && (
        <iframe
          className={styles.frame}
          sandbox=""
          srcDoc={page}
          title={`${view.paper.name}, the paper itself`}
        />
      )}
    </Section>
  );
};

type Asked = Props & { readonly exempt: boolean };

/** Fetched again when what it is made of has changed; what was shown stays until then. */
const usePage = ({ asker, view, exempt }: Asked) => {
  const { key } = view.paper;
  const { version } = view;
  const [page, setPage] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  // The version is asked for nowhere: it stands for what the file is made of.
  useEffect(() => {
    let wanted = true;
    const fetchPage = async () => {
      try {
        const { file } = await asker.fetchFile(paths.paperFile({ paper: key, as: 'html', exempt }));
        const text = await file.text();
        if (!wanted) return;
        setPage(forFrame(text));
        setTrouble(null);
      } catch (error) {
        if (wanted) setTrouble(faultWords(error));
      }
    };
    void fetchPage();
    return () => {
      wanted = false;
    };
  }, [asker, key, version, exempt]);
  return { page, trouble };
};

/** In a frame without an address of its own a link within the page names the frame's: else it leads out of it. */
const forFrame = (page: string): string => page.replaceAll('href="#', 'href="about:srcdoc#');
