// What a paper prints of what people typed, line by line: as its owner wrote it and as it was changed through
// clearance.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PaperView, PaperWordingLine } from '../../src/web/api-papers.ts';
import { Clamped } from '../pieces/clamped.tsx';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { Shortened } from '../pieces/shortened.tsx';
import { useRowStyles } from '../sign-off/signatures.tsx';

const useStyles = makeStyles({
  words: { flex: '1 1 320px', minWidth: 0, maxWidth: '80ch' },
  held: { color: tokens.colorStatusWarningForeground1 },
});

type Props = {
  readonly view: PaperView;
  readonly change: (line: PaperWordingLine) => void;
};

/** Read at once; more are a press away. */
const first = 10;

export const Wordings = ({ view, change }: Props) => {
  const page = usePageStyles();
  if (view.lines.length === 0) return null;
  return (
    <Section heading={`What services said (${view.lines.length})`}>
      {view.wordsFixed && <div className={page.quiet}>{view.wordsFixed}</div>}
      <Shortened
        draw={(line) => (
          <Wording change={change} key={line.line} line={line} mayReword={view.mayReword} />
        )}
        first={first}
        label="What services said"
        lines={view.lines}
        what="lines"
      />
    </Section>
  );
};

type OneProps = Pick<Props, 'change'> & {
  readonly line: PaperWordingLine;
  readonly mayReword: boolean;
};

const Wording = ({ line, change, mayReword }: OneProps) => {
  const styles = useStyles();
  const rows = useRowStyles();
  const page = usePageStyles();
  return (
    <li className={rows.row}>
      <div className={styles.words}>
        <div className={rows.strong}>{line.name}</div>
        {line.printed === '' ? (
          <div className={page.quiet}>Nothing is printed of it.</div>
        ) : (
          <Clamped longest={400} of={line.name} text={line.printed} />
        )}
        {line.isHeldBack && (
          <div className={styles.held}>
            Not printed as it stands: it may tell of a few people, or of what is left out.
          </div>
        )}
        {line.changed && <div className={page.quiet}>{line.changed}</div>}
        {line.isNewer && (
          <div className={page.quiet}>Changed again after the words of this paper had frozen.</div>
        )}
      </div>
      {mayReword && (
        <Button
          aria-label={`Change the words of ${line.name}`}
          className={rows.button}
          onClick={() => change(line)}
        >
          Change the words
        </Button>
      )}
    </li>
  );
};
