// Step 4: agreeing to what was shown, and to nothing else; with a reason, for whoever gives one.
import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import type { ImportView } from '../../src/web/api-registers.ts';
import { Section } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { counted } from '../words.ts';
import type { Alter, ImportDraft } from './import-draft.ts';

const useStyles = makeStyles({
  reason: { maxWidth: '480px' },
  button: { alignSelf: 'start', [narrow]: { minHeight: '44px', alignSelf: 'stretch' } },
});

type Props = {
  readonly view: ImportView;
  readonly draft: ImportDraft;
  readonly alter: Alter;
  readonly take: () => Promise<void>;
};

export const Agree = ({ view, draft, alter, take }: Props) => {
  const styles = useStyles();
  const rows = view.counts.reduce((sum, each) => sum + each.new + each.changed, 0);
  const taking = draft.busy?.what === 'taking';
  return (
    <Section heading="4. Agree">
      <Field
        className={styles.reason}
        hint="Kept in the Journal with each change, beside the file’s name."
        label="Reason (if you want to give one)"
      >
        <Textarea
          maxLength={500}
          onChange={(_event, { value }) => alter({ why: value })}
          value={draft.why}
        />
      </Field>
      <Button
        appearance="primary"
        className={styles.button}
        disabledFocusable={draft.busy !== null}
        onClick={() => void take()}
      >
        {taking ? 'Taking it in' : `Take in ${counted(rows, 'row')}`}
      </Button>
    </Section>
  );
};
