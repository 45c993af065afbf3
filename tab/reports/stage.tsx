// How far a paper has come: a shape, a word and a colour.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PaperLine } from '../../src/web/api-papers.ts';

const useStyles = makeStyles({
  stage: { whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  under: { color: tokens.colorStatusWarningForeground1 },
  good: { color: tokens.colorStatusSuccessForeground1 },
});

const shapes: {
  readonly [S in PaperLine['stage']]: readonly [shape: string, look: 'quiet' | 'under' | 'good'];
} = {
  Draft: ['○', 'quiet'],
  'In clearance': ['◐', 'under'],
  Cleared: ['◇', 'good'],
  Held: ['■', 'under'],
  Issued: ['●', 'good'],
};

export const Stage = ({ of }: { readonly of: PaperLine['stage'] }) => {
  const styles = useStyles();
  const [shape, look] = shapes[of];
  return (
    <span className={mergeClasses(styles.stage, styles[look])}>
      <span aria-hidden>{`${shape} `}</span>
      {of}
    </span>
  );
};
