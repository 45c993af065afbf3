// What was said with each return, newest first. Long words break; nothing is cut off.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Comment } from '../../src/web/api.ts';
import type { Asker } from '../ask.ts';
import { HistoryButton } from '../history/history-button.tsx';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { Status } from '../pieces/status.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  comment: {
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  about: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '16px' },
  said: { margin: '4px 0', whiteSpace: 'pre-line' },
});

type Props = { readonly asker: Asker; readonly comments: readonly Comment[] };

export const Commentary = ({ asker, comments }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <Section heading="Commentary">
      {comments.length === 0 && <div>Nothing has been said about these figures.</div>}
      <ul className={styles.list}>
        {comments.map((comment) => (
          <li className={styles.comment} key={comment.period}>
            <div className={`${styles.about} ${page.figures}`}>
              <strong>
                {comment.period}: {comment.figure}
              </strong>
              <Status standing={comment.standing} />
            </div>
            <p className={styles.said}>{comment.text}</p>
            <div className={`${styles.about} ${page.quiet}`}>
              <span>{[comment.by, comment.on].filter(Boolean).join(', ')}</span>
              <HistoryButton
                asker={asker}
                isSmall
                of={`the return for ${comment.period}`}
                row={{ register: 'returns', key: comment.return }}
              />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};
