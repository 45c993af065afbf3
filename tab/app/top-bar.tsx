// The top of every screen: sections as links, or as a menu on a phone, and the search.
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  SearchBox,
  tokens,
} from '@fluentui/react-components';
import { NavigationRegular } from '@fluentui/react-icons';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type Address, addressText, type Screen } from '../address.ts';
import { narrow } from '../pieces/use-narrow.ts';
import type { Go } from '../use-address.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    marginBottom: '24px',
    [narrow]: { marginBottom: '16px' },
  },
  inside: {
    boxSizing: 'border-box',
    maxWidth: '1280px',
    margin: '0 auto',
    padding: '4px 32px 4px 20px',
    minHeight: '48px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '16px',
    [narrow]: { padding: '4px 16px', columnGap: '8px' },
  },
  search: {
    flex: '0 1 320px',
    minWidth: '160px',
    maxWidth: 'none',
    [narrow]: { flexGrow: 1, minWidth: 0, '& input': { minHeight: '44px' } },
  },
  links: { display: 'flex', columnGap: '4px' },
  link: {
    position: 'relative',
    whiteSpace: 'nowrap',
    padding: '12px',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  open: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      left: '12px',
      right: '12px',
      bottom: '2px',
      height: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
  touch: { minWidth: '44px', minHeight: '44px' },
  menu: { minWidth: '44px', minHeight: '44px', flexShrink: 0, whiteSpace: 'nowrap' },
});

type Props = {
  readonly address: Address;
  readonly go: Go;
  readonly runsCycles: boolean;
  readonly weighsTargets: boolean;
  readonly signsOff: boolean;
};

export const TopBar = ({ address, go, runsCycles, weighsTargets, signsOff }: Props) => {
  const styles = useStyles();
  const sections: readonly Screen[] = [
    'my-work',
    'plan',
    'thread',
    'escalations',
    ...(runsCycles ? (['cycle'] as const) : []),
    ...(signsOff ? (['sign-off'] as const) : []),
    ...(weighsTargets ? (['targets'] as const) : []),
    'reports',
    'registers',
  ];
  const choose = (screen: Screen) => go({ screen, open: null, find: '', page: 1 });
  const Sections = useFits(roomFor(sections.length)) ? SectionLinks : SectionMenu;
  return (
    <header className={`${styles.bar} not-printed`}>
      <div className={styles.inside}>
        <Sections address={address} choose={choose} chosen={address.screen} sections={sections} />
        <SearchBox
          appearance="filled-darker"
          aria-label="Search this plan"
          className={styles.search}
          onChange={(_event, { value }) =>
            go({ screen: 'plan', open: null, find: value, page: 1 }, 'replace')
          }
          placeholder="Search this plan"
          value={address.screen === 'registers' ? '' : address.find}
        />
      </div>
    </header>
  );
};

/** Pixels: the words of each section, the space between, and a search that can still be typed in. */
const roomFor = (count: number): number => count * 76 + 308;

/** Whether the tab is as wide as that: a bar with more in it becomes a menu sooner. */
const useFits = (width: number): boolean => {
  const query = useMemo(() => window.matchMedia(`(min-width: ${width}px)`), [width]);
  const watch = useCallback(
    (changed: () => void) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(watch, () => query.matches);
};

const names: { readonly [S in Screen]: string } = {
  'my-work': 'My work',
  plan: 'Team plan',
  thread: 'Thread',
  escalations: 'Escalations',
  cycle: 'Cycle',
  targets: 'Targets',
  'sign-off': 'Sign-off',
  reports: 'Reports',
  registers: 'Registers',
  measure: 'Measure',
  import: 'Import',
};

/** A screen reached from a section shows that section as open. */
const sectionOf = (screen: Screen): Screen =>
  (({ measure: 'plan', import: 'registers' }) as { [S in Screen]?: Screen })[screen] ?? screen;

type Choosing = {
  readonly address: Address;
  readonly chosen: Screen;
  readonly sections: readonly Screen[];
  readonly choose: (screen: Screen) => void;
};

const SectionLinks = ({ chosen, address, sections }: Choosing) => {
  const styles = useStyles();
  const open = sectionOf(chosen);
  return (
    <nav aria-label="Sections" className={styles.links}>
      {sections.map((screen) => (
        <a
          aria-current={screen === open ? 'page' : undefined}
          className={mergeClasses(styles.link, screen === open && styles.open)}
          href={addressText({ ...address, screen, open: null, find: '', page: 1 })}
          key={screen}
        >
          {names[screen]}
        </a>
      ))}
    </nav>
  );
};

const SectionMenu = ({ chosen, choose, sections }: Choosing) => {
  const styles = useStyles();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          aria-label={`Sections, ${names[chosen]} open`}
          className={styles.menu}
          icon={<NavigationRegular />}
        >
          {names[chosen]}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {sections.map((section) => (
            <MenuItem className={styles.touch} key={section} onClick={() => choose(section)}>
              {names[section]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
