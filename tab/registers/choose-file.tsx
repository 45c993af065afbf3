// Step 1: the file, by a button or dropped here, and the plan whose rows it may change. What cannot be
// read is said before a byte is sent.
import {
  Button,
  makeStyles,
  mergeClasses,
  ProgressBar,
  Select,
  tokens,
} from '@fluentui/react-components';
import { ArrowUploadRegular, DocumentTableRegular } from '@fluentui/react-icons';
import { type DragEvent, useId, useRef, useState } from 'react';
import type { Choice } from '../../src/web/api.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import type { Alter, ImportDraft } from './import-draft.ts';
import { sizeWords, whyNotSent } from './why-not-sent.ts';

const useStyles = makeStyles({
  drop: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '16px',
    rowGap: '12px',
    padding: '20px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    [narrow]: { padding: '16px' },
  },
  over: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  icon: { fontSize: '32px', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  named: { flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  button: { [narrow]: { minHeight: '44px', width: '100%', maxWidth: 'none' } },
  plan: { display: 'flex', flexDirection: 'column', rowGap: '4px', maxWidth: '480px' },
  select: { '& select': { [narrow]: { height: '44px' } } },
  busy: { maxWidth: '480px', display: 'flex', flexDirection: 'column', rowGap: '6px' },
});

type Props = {
  readonly draft: ImportDraft;
  readonly plans: readonly Choice[];
  readonly read: (change: Partial<ImportDraft>) => Promise<void>;
  /** Says why a file cannot be sent, and keeps the one chosen before. */
  readonly refuse: Alter;
};

export const ChooseFile = ({ draft, plans, read, refuse }: Props) => {
  const choose = (file: File | undefined) => {
    if (!file) return;
    const why = whyNotSent(file);
    if (why) refuse({ trouble: why });
    else void read({ file, sheets: null, view: null, taken: null });
  };
  return (
    <Section heading="1. The file and its plan">
      <Drop choose={choose} draft={draft} />
      <PlanOfFile draft={draft} plans={plans} read={read} />
      {draft.busy && <Progress busy={draft.busy} file={draft.file} />}
    </Section>
  );
};

type DropProps = {
  readonly draft: ImportDraft;
  readonly choose: (file: File | undefined) => void;
};

const Drop = ({ draft: { file, busy }, choose }: DropProps) => {
  const page = usePageStyles();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!busy) choose(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={mergeClasses(styles.drop, over && styles.over)}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDrop={drop}
    >
      {file ? (
        <DocumentTableRegular className={styles.icon} />
      ) : (
        <ArrowUploadRegular className={styles.icon} />
      )}
      <div className={styles.named}>
        <div className={styles.name}>{file ? file.name : 'Drop a spreadsheet here'}</div>
        <div className={page.quiet}>
          {file
            ? sizeWords(file.size)
            : '.xlsx or .csv, 50 MB at most. Nothing changes until you agree.'}
        </div>
      </div>
      <Button
        appearance={file ? 'secondary' : 'primary'}
        className={styles.button}
        disabledFocusable={busy !== null}
        onClick={() => input.current?.click()}
      >
        {file ? 'Choose another file' : 'Choose a file'}
      </Button>
      <input
        accept=".xlsx,.csv"
        aria-hidden="true"
        aria-label="File"
        hidden
        onChange={({ target }) => {
          choose(target.files?.[0]);
          // The same file mended and chosen again is a change too.
          target.value = '';
        }}
        ref={input}
        tabIndex={-1}
        type="file"
      />
    </div>
  );
};

type PlanProps = Pick<Props, 'draft' | 'plans' | 'read'>;

const PlanOfFile = ({ draft, plans, read }: PlanProps) => {
  const page = usePageStyles();
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.plan}>
      <label htmlFor={id}>Plan</label>
      <Select
        className={styles.select}
        disabled={draft.busy !== null}
        id={id}
        onChange={(_event, { value }) => void read({ plan: value, view: null, taken: null })}
        value={draft.plan}
      >
        {draft.plan === '' && <option value="">Choose a plan</option>}
        {plans.map(({ key, words }) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </Select>
      <span className={page.quiet}>Only rows of this plan may begin or change.</span>
    </div>
  );
};

type ProgressProps = Pick<ImportDraft, 'file'> & {
  readonly busy: NonNullable<ImportDraft['busy']>;
};

const Progress = ({ busy, file }: ProgressProps) => {
  const styles = useStyles();
  const sending = busy.sent < 1;
  const done =
    busy.what === 'reading'
      ? 'Reading it: looking for headings, doubts and changes'
      : 'Taking it in';
  return (
    <div className={styles.busy}>
      <ProgressBar
        aria-label={sending ? 'Sending the file' : done}
        {...(sending && { value: busy.sent })}
      />
      <span role="status">
        {sending ? `Sending ${file ? sizeWords(file.size) : 'the file'}` : done}
      </span>
    </div>
  );
};
