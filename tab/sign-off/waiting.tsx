// What waits for approval: what is not plain is opened and approved by itself, what is plain is chosen and
// approved together.
import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { WaitingLine as Line } from '../../src/web/api-sign-off.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { counted } from '../words.ts';
import type { Opened } from './dialogs.tsx';
import { WaitingLine } from './waiting-line.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  bulk: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', rowGap: '8px' },
  all: { marginLeft: '-8px', [narrow]: { minHeight: '44px', alignItems: 'center' } },
  button: { [narrow]: { minHeight: '44px' } },
});

export type Acts = {
  readonly approve: (lines: readonly Line[]) => Promise<void>;
  readonly open: (opened: Opened) => void;
};

type Props = {
  readonly heading: string;
  readonly lines: readonly Line[];
  readonly acts: Acts;
};

export const Waiting = ({ heading, lines, acts }: Props) => {
  const styles = useStyles();
  const page = usePageStyles();
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const plain = lines.filter((each) => each.plain && each.may);
  const chosen = plain.filter((each) => keys.has(each.return));
  const turn = (some: readonly Line[], on: boolean) => {
    const names = some.map((each) => each.return);
    setKeys(new Set(on ? [...keys, ...names] : [...keys].filter((key) => !names.includes(key))));
  };
  const first = lines.filter((each) => !each.plain && each.may).length;
  return (
    <Section heading={`${heading} (${lines.length})`}>
      {first > 0 && (
        <div className={page.quiet}>
          {first === 1 ? 'The first is' : `The first ${first} are`} off target, doubted, provisional
          or without a figure: open {first === 1 ? 'it' : 'each'} before you approve it.
        </div>
      )}
      {plain.length > 0 && (
        <div className={`${styles.bulk} not-printed`}>
          <Checkbox
            checked={chosen.length === plain.length || (chosen.length > 0 && 'mixed')}
            className={styles.all}
            label={plain.length === 1 ? 'The plain one' : `All ${plain.length} plain ones`}
            onChange={() => turn(plain, chosen.length < plain.length)}
          />
          <Button
            appearance="primary"
            className={styles.button}
            disabledFocusable={chosen.length === 0}
            onClick={() => void acts.approve(chosen)}
          >
            {chosen.length === 0
              ? 'Approve those chosen'
              : `Approve ${counted(chosen.length, 'return')}`}
          </Button>
        </div>
      )}
      <ul className={styles.list}>
        {lines.map((line) => (
          <WaitingLine
            acts={acts}
            choose={(on) => turn([line], on)}
            chosen={keys.has(line.return)}
            key={`${line.return} ${line.revision}`}
            line={line}
          />
        ))}
      </ul>
    </Section>
  );
};
