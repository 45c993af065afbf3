// One register as a grid: chosen by plan, searched, a page at a time, and taken out as a file.
import {
  Button,
  Link,
  makeStyles,
  mergeClasses,
  SearchBox,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { RegisterView } from '../../src/web/api-registers.ts';
import { type Address, addressText } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { ScreenLoading } from '../pieces/loading.tsx';
import { Title, usePageStyles } from '../pieces/page.tsx';
import { StaleBar, TroubleBar } from '../pieces/trouble.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { Picker, PickerRow } from '../team-plan/pickers.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { counted } from '../words.ts';
import { Pages } from './pages.tsx';
import { RegisterGrid } from './register-grid.tsx';
import { TakeOut } from './take-out.tsx';

const useStyles = makeStyles({
  page: { rowGap: '16px' },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    rowGap: '8px',
  },
  search: {
    width: '320px',
    maxWidth: '100%',
    [narrow]: { width: '100%', maxWidth: 'none', minHeight: '44px' },
  },
  back: {
    padding: '6px 10px',
    [narrow]: { minHeight: '44px', display: 'inline-flex', alignItems: 'center' },
  },
  button: { [narrow]: { minHeight: '44px' } },
  note: { color: tokens.colorNeutralForeground2 },
});

type Props = { readonly asker: Asker; readonly address: Address; readonly go: Go };

export const OneRegister = ({ asker, address, go }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const { heard, trouble, asking, again } = useAnswer<RegisterView>(asker, paths.register(address));
  if (!heard && !trouble) return <ScreenLoading name="register" />;
  return (
    <div aria-busy={asking} className={mergeClasses(page.page, styles.page)}>
      {trouble && <TroubleBar again={again} kept={heard !== null} trouble={trouble} />}
      {heard && <StaleBar freshness={heard.freshness} />}
      {!heard && <Shelf address={address} />}
      {heard && (
        <>
          <Opening address={address} go={go} view={heard} />
          <div className={`${styles.tools} not-printed`}>
            <Find address={address} go={go} />
            {heard.mayImport && <TakeOut address={address} asker={asker} exempt={heard.exempt} />}
            {heard.openIn && (
              <Button
                as="a"
                className={styles.button}
                href={heard.openIn}
                rel="noopener"
                target="_blank"
              >
                Open in SharePoint
              </Button>
            )}
          </div>
          {heard.withheld > 0 && heard.rows.length > 0 && (
            <div className={styles.note} role="note">
              {counted(heard.withheld, 'exempt row is', 'exempt rows are')} not shown to you.
            </div>
          )}
          <RegisterGrid
            address={address}
            asker={asker}
            clear={() => go({ find: '', page: 1 }, 'replace')}
            go={go}
            view={heard}
          />
          <Pages go={go} page={heard.page} pages={heard.pages} />
        </>
      )}
    </div>
  );
};

const Shelf = ({ address }: { readonly address: Address }) => (
  <Link
    className={useStyles().back}
    href={addressText({ ...address, open: null, find: '', page: 1 })}
  >
    All registers
  </Link>
);

type OpeningProps = {
  readonly view: RegisterView;
  readonly address: Address;
  readonly go: Go;
};

const Opening = ({ view, address, go }: OpeningProps) => {
  const page = usePageStyles();
  return (
    <div>
      <PickerRow>
        <Shelf address={address} />
        {view.plans.length > 1 && (
          <Picker
            choices={[{ key: '', words: 'Every plan', group: '' }, ...view.plans]}
            chosen={view.plan}
            label="Plan"
            onChoose={(plan) => go({ plan: plan || null, page: 1 })}
          />
        )}
      </PickerRow>
      <Title focused>{titleOf(view)}</Title>
      <div className={page.quiet}>One row is {view.row}.</div>
    </div>
  );
};

const titleOf = ({ list, total, search }: RegisterView): string => {
  if (search === '')
    return total === 0 ? `${list}: no rows yet` : `${list}: ${counted(total, 'row')}`;
  return `${list}: ${counted(total, 'row matches', 'rows match')} “${search}”`;
};

/** Asks once typing pauses; what is left off elsewhere leaves the box too. */
const Find = ({ address, go }: Pick<Props, 'address' | 'go'>) => {
  const styles = useStyles();
  const [typed, setTyped] = useState(address.find);
  const asked = useRef(address.find);
  useEffect(() => {
    if (asked.current === address.find) return;
    asked.current = address.find;
    setTyped(address.find);
  }, [address.find]);
  useEffect(() => {
    if (typed === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = typed;
      go({ find: typed, page: 1 }, 'replace');
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, go]);
  return (
    <SearchBox
      aria-label="Search this register"
      className={styles.search}
      onChange={(_event, { value }) => setTyped(value)}
      placeholder="Search this register"
      value={typed}
    />
  );
};
