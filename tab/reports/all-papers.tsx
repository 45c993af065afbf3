// Every paper of a quarter, made one after another and handed over as one file: how many are made is shown.
import { Button, Field, makeStyles, ProgressBar } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { PaperLine } from '../../src/web/api-papers.ts';
import { type Asker, paths } from '../ask.ts';
import { handOver } from '../pieces/hand-over.ts';
import { narrow } from '../pieces/use-narrow.ts';
import { faultWords } from './use-papers.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: '8px', maxWidth: '480px' },
  button: { alignSelf: 'start', [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly papers: readonly PaperLine[];
  readonly asker: Asker;
  /** Of the quarter: what the file is called. */
  readonly name: string;
};

export const AllPapers = ({ papers, asker, name }: Props) => {
  const styles = useStyles();
  const { made, said, take, stop } = useMaking({ papers, asker, name });
  return (
    <div className={`${styles.all} not-printed`}>
      {made === null ? (
        <Button className={styles.button} onClick={() => void take()}>
          Make all as Word files
        </Button>
      ) : (
        <>
          <Field
            label="Making the papers"
            validationMessage={`${made} of ${papers.length} made`}
            validationState="none"
          >
            <ProgressBar max={papers.length} value={made} />
          </Field>
          <Button className={styles.button} onClick={stop}>
            Stop
          </Button>
        </>
      )}
      <span role="status">{said}</span>
    </div>
  );
};

/** `made` null: none are being made. */
const useMaking = ({ papers, asker, name }: Props) => {
  const [made, setMade] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const stopped = useRef(false);
  const take = async () => {
    stopped.current = false;
    setSaid('');
    setMade(0);
    try {
      const files: Record<string, Uint8Array> = {};
      for (const { key } of papers) {
        const { name: called, file } = await asker.fetchFile(
          paths.paperFile({ paper: key, as: 'docx' }),
        );
        if (stopped.current) break;
        files[called] = new Uint8Array(await file.arrayBuffer());
        setMade(Object.keys(files).length);
      }
      setSaid(stopped.current ? 'Stopped. Nothing was kept.' : await handOverAll(name, files));
    } catch (error) {
      setSaid(faultWords(error));
    }
    setMade(null);
  };
  const stop = () => {
    stopped.current = true;
  };
  return { made, said, take, stop };
};

const handOverAll = async (name: string, files: Record<string, Uint8Array>): Promise<string> => {
  const { zipSync } = await import('fflate');
  // Word files are packed already.
  const zipped = zipSync(files, { level: 0 });
  handOver(`Papers, ${name}.zip`, new Blob([Uint8Array.from(zipped)]));
  const count = Object.keys(files).length;
  return `${count} ${count === 1 ? 'paper is' : 'papers are'} in your downloads, in one file. Exempt rows were left out.`;
};
