// A spreadsheet taken in, on one page: choose it, see what it was understood to say, what is doubtful
// and what would change, and agree. Nothing chosen or typed is lost on the way.
import {
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  mergeClasses,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { RegistersView } from '../../src/web/api-registers.ts';
import { type Address, addressText, start } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { ScreenLoading } from '../pieces/loading.tsx';
import { Title, usePageStyles } from '../pieces/page.tsx';
import { StaleBar, TroubleBar } from '../pieces/trouble.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { PickerRow } from '../team-plan/pickers.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { counted } from '../words.ts';
import { Agree } from './agree.tsx';
import { ChooseFile } from './choose-file.tsx';
import { type ImportDraft, useImportDraft } from './import-draft.ts';
import { Understood } from './understood.tsx';
import { importing } from './use-import.ts';
import { WouldChange } from './would-change.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '1040px' },
  back: {
    padding: '6px 10px',
    [narrow]: { minHeight: '44px', display: 'inline-flex', alignItems: 'center' },
  },
  said: { ':focus': { outlineStyle: 'none' } },
});

type Props = { readonly asker: Asker; readonly address: Address; readonly go: Go };

export const Import = ({ asker, address }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const { heard, trouble, again } = useAnswer<RegistersView>(asker, paths.registers);
  if (!heard && !trouble) return <ScreenLoading name="import" />;
  return (
    <div className={mergeClasses(page.page, styles.page)}>
      {trouble && <TroubleBar again={again} kept={heard !== null} trouble={trouble} />}
      {heard && <StaleBar freshness={heard.freshness} />}
      {heard?.mayImport === false && <NotYours />}
      {heard?.mayImport && <Steps address={address} asker={asker} view={heard} />}
    </div>
  );
};

const NotYours = () => (
  <>
    <Title focused={false}>Take in a spreadsheet</Title>
    <div>
      Files are taken in by the performance team. You can read every register here, and send the
      performance team a file to take in.
    </div>
  </>
);

type StepsProps = {
  readonly asker: Asker;
  readonly address: Address;
  readonly view: RegistersView;
};

const Steps = ({ asker, address, view: registers }: StepsProps) => {
  const styles = useStyles();
  const [draft, alter] = useImportDraft();
  const plan = draft.plan || likelyPlan(registers, address);
  const chosen = { ...draft, plan };
  const { read, take } = importing(asker, chosen, alter);
  const { view, taken, busy } = chosen;
  const said = useReadOn(taken !== null);
  return (
    <>
      <div>
        <PickerRow>
          <Link className={styles.back} href={addressText({ ...start, screen: 'registers' })}>
            All registers
          </Link>
        </PickerRow>
        <div className={styles.said} ref={said} role="status" tabIndex={-1}>
          <Title focused>{titleOf(chosen)}</Title>
        </div>
      </div>
      {taken && <Taken draft={chosen} />}
      {chosen.trouble && <Refusal words={chosen.trouble} />}
      <ChooseFile draft={chosen} plans={registers.plans} read={read} refuse={alter} />
      {view && !taken && (
        <>
          <Understood busy={busy !== null} read={read} sheets={chosen.sheets} view={view} />
          <WouldChange view={view} />
          {view.mayTake && <Agree alter={alter} draft={chosen} take={take} view={view} />}
        </>
      )}
    </>
  );
};

/** What was pressed may have gone, so reading goes on at what was done. */
const useReadOn = (done: boolean) => {
  const said = useRef<HTMLDivElement>(null);
  const before = useRef(done);
  useEffect(() => {
    if (done && !before.current) {
      said.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    before.current = done;
  }, [done]);
  return said;
};

/** The plan somebody came from; else the only one there is. */
const likelyPlan = ({ plans }: RegistersView, { plan }: Address): string => {
  const known =
    plans.find(({ key }) => key === plan) ?? (plans.length === 1 ? plans[0] : undefined);
  return known?.key ?? '';
};

const titleOf = ({ file, plan, view, taken, busy, trouble }: ImportDraft): string => {
  if (taken?.outcome === 'taken') return `Taken in: ${counted(taken.rows, 'row')}`;
  if (taken) return 'The registers say all of this already: nothing was changed';
  if (busy?.what === 'reading') return 'Reading the file';
  if (view) return view.title;
  if (trouble && plan !== '') return 'That file was not read';
  return file ? 'Choose the plan it belongs to' : 'Take in a spreadsheet';
};

const Refusal = ({ words }: { readonly words: string }) => (
  <MessageBar intent="error" layout="multiline" role="alert">
    <MessageBarBody>
      <MessageBarTitle>Nothing was changed.</MessageBarTitle>
      {words}
    </MessageBarBody>
  </MessageBar>
);

const Taken = ({ draft: { view, taken } }: { readonly draft: ImportDraft }) => {
  const page = usePageStyles();
  const changed = view?.counts.filter((each) => each.new + each.changed > 0) ?? [];
  return (
    <div className={page.section}>
      <div>
        {taken?.outcome === 'taken'
          ? 'They will be in the lists shortly. Every change is in the Journal, with this file named.'
          : 'This file has been taken in before, or says what is there.'}
      </div>
      {changed.map(({ register, list, ...counts }) => (
        <div key={register}>
          <Link href={addressText({ ...start, screen: 'registers', open: register })}>
            Open {list}
          </Link>{' '}
          <span className={page.quiet}>{countWords(counts)}</span>
        </div>
      ))}
    </div>
  );
};

const countWords = (counts: { readonly new: number; readonly changed: number }): string =>
  [
    counts.new > 0 && `${counts.new.toLocaleString('en-GB')} new`,
    counts.changed > 0 && `${counts.changed.toLocaleString('en-GB')} changed`,
  ]
    .filter(Boolean)
    .join(', ');
