// What one column was and became. A long text shows the words taken out and put in, each said to be so.
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { HistoryChange } from '../../src/web/api-history.ts';
import { Clamped } from '../pieces/clamped.tsx';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { type Part, shortenedParts, textChanges } from './text-changes.ts';

const useStyles = makeStyles({
  change: { display: 'flex', flexDirection: 'column' },
  beside: { flexDirection: 'row', flexWrap: 'wrap', columnGap: '12px' },
  besideLabel: { minWidth: '144px' },
  label: { color: tokens.colorNeutralForeground2 },
  words: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere', minWidth: 0 },
  blank: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  block: { marginTop: '2px' },
  tag: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    display: 'inline-block',
    paddingRight: '4px',
  },
  removed: { textDecorationLine: 'none' },
  removedText: { textDecorationLine: 'line-through' },
  added: { textDecorationLine: 'none' },
  addedText: { textDecorationLine: 'underline', textDecorationThickness: '2px' },
  more: { minHeight: '24px', [narrow]: { minHeight: '44px' } },
});

/** A text of so many characters is read at once. */
const longest = 320;

type Props = {
  readonly change: HistoryChange;
  /** Which change it is, for those who hear a button alone. */
  readonly of: string;
  /** What it would have become was given, and what it was stands. */
  readonly notTaken: boolean;
};

export const Change = ({ change, of, notTaken }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const { words, from, to, isLong } = change;
  const parts = isLong && from && !notTaken ? textChanges(from, to) : null;
  const isBlock = isLong && `${from ?? ''}${to}`.length > 60;
  return (
    <div className={mergeClasses(styles.change, !isBlock && styles.beside)}>
      <dt className={mergeClasses(styles.label, !isBlock && styles.besideLabel)}>{words}</dt>
      <dd className={mergeClasses(styles.words, page.figures)}>
        {parts ? (
          <Edited of={of} parts={parts} />
        ) : isBlock ? (
          <Rewritten change={change} notTaken={notTaken} of={of} />
        ) : notTaken ? (
          <Stands from={from} to={to} />
        ) : (
          <FromTo from={from} to={to} />
        )}
      </dd>
    </div>
  );
};

/** What it was is left out where it was nothing yet, or is not known. */
const FromTo = ({ from, to }: Pick<HistoryChange, 'from' | 'to'>) => {
  const page = usePageStyles();
  return (
    <>
      {from !== null && (
        <>
          <span className={page.hidden}>from </span>
          <Value text={from} />
          <span aria-hidden> → </span>
          <span className={page.hidden}> to </span>
        </>
      )}
      <strong>
        <Value text={to} />
      </strong>
    </>
  );
};

/** Neither is bold: nothing changed. */
const Stands = ({ from, to }: Pick<HistoryChange, 'from' | 'to'>) => (
  <>
    <Value text={to} /> was given, but <Value text={from ?? ''} />, set in the list afterwards,
    stands.
  </>
);

const Value = ({ text }: { readonly text: string }) => {
  const styles = useStyles();
  return text === '' ? <span className={styles.blank}>blank</span> : text;
};

/** Too little of it stayed to tell word by word. */
const Rewritten = ({ change: { from, to, words }, of, notTaken }: Props) => {
  const styles = useStyles();
  const [was, became] = notTaken
    ? ['Stands, set in the list afterwards:', 'Was given:']
    : ['Was:', 'Became:'];
  return (
    <>
      {from && (
        <div className={styles.block}>
          <span className={styles.tag}>{was}</span>
          <Clamped
            longest={longest}
            of={`${words} ${notTaken ? 'as it stands' : 'as it was'}, ${of}`}
            text={from}
          />
        </div>
      )}
      <div className={styles.block}>
        {(from || notTaken) && <span className={styles.tag}>{became}</span>}
        {to === '' ? <Value text="" /> : <Clamped longest={longest} of={of} text={to} />}
      </div>
    </>
  );
};

type EditedProps = { readonly parts: readonly Part[]; readonly of: string };

const Edited = ({ parts, of }: EditedProps) => {
  const styles = useStyles();
  const [whole, setWhole] = useState(false);
  const short = shortenedParts(parts);
  const isCut = short.some((part, at) => part !== parts[at]);
  return (
    <>
      <div>
        {(whole ? parts : short).map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name.
          <PartShown key={at} part={part} />
        ))}
      </div>
      {isCut && (
        <Link
          aria-expanded={whole}
          aria-label={`${whole ? 'Show less' : 'Read it all'}: ${of}`}
          as="button"
          className={`${styles.more} not-printed`}
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'Show less' : 'Read it all'}
        </Link>
      )}
    </>
  );
};

const PartShown = ({ part: { is, text } }: { readonly part: Part }) => {
  const styles = useStyles();
  if (is === 'same') return <span>{text}</span>;
  const [said, space] = [text.trimEnd(), text.slice(text.trimEnd().length) || ' '];
  return is === 'removed' ? (
    <>
      <del className={styles.removed}>
        <span className={styles.tag}>removed</span>
        <span className={styles.removedText}>{said}</span>
      </del>
      {space}
    </>
  ) : (
    <>
      <ins className={styles.added}>
        <span className={styles.tag}>added</span>
        <span className={styles.addedText}>{said}</span>
      </ins>
      {space}
    </>
  );
};
