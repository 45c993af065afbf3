// The five figures. Each but the first shows its measures alone when pressed, and all when pressed again.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Standing } from '../../src/registers/words.ts';
import type { Strip as Figures } from '../../src/web/api.ts';
import type { Address } from '../address.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { Status } from '../pieces/status.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import type { Go } from '../use-address.ts';
import { counted } from '../words.ts';

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: '0 -16px',
    rowGap: '8px',
    [narrow]: { display: 'grid', gridTemplateColumns: '1fr 1fr', margin: '0 -12px' },
  },
  figure: {
    minWidth: '124px',
    minHeight: '44px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    padding: '8px 16px',
    textAlign: 'left',
    fontFamily: 'inherit',
    color: 'inherit',
    background: 'none',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    [narrow]: { padding: '8px 12px', minWidth: 0 },
  },
  pressable: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
    },
  },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  first: { [narrow]: { gridColumn: '1 / -1' } },
  number: {
    display: 'block',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  of: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: 1,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

type Props = { readonly strip: Figures; readonly address: Address; readonly go: Go };

export const Strip = ({ strip, address, go }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const figure = (count: number, standing: Standing) => (
    <Filter
      chosen={address.status === standing}
      choose={(status) => go({ status }, 'replace')}
      standing={standing}
    >
      {count}
    </Filter>
  );
  return (
    <section aria-label="Five figures" className={page.figures}>
      <div className={styles.strip}>
        <div className={mergeClasses(styles.figure, styles.first)}>
          <span className={styles.number}>
            {strip.due === 0 ? '–' : strip.returned}
            {strip.due > 0 && <span className={styles.of}> of {strip.due}</span>}
          </span>
          {strip.due === 0 ? 'No returns asked for' : 'Returned'}
        </div>
        {figure(strip.onTarget, 'on target')}
        {figure(strip.within, 'within tolerance')}
        {figure(strip.off, 'off target')}
        {figure(strip.notYet, 'not yet available')}
      </div>
      <div className={page.quiet}>{apartFrom(strip)}</div>
    </section>
  );
};

const Filter = (props: {
  readonly standing: Standing;
  readonly chosen: boolean;
  readonly choose: (status: Standing | null) => void;
  readonly children: ReactNode;
}) => {
  const styles = useStyles();
  return (
    <button
      aria-pressed={props.chosen}
      className={mergeClasses(styles.figure, styles.pressable, props.chosen && styles.pressed)}
      onClick={() => props.choose(props.chosen ? null : props.standing)}
      type="button"
    >
      <span className={styles.number}>{props.children}</span>
      <Status standing={props.standing} />
    </button>
  );
};

/** What the five leave out, so that nobody has to wonder why they do not add up. */
const apartFrom = (strip: Figures): string =>
  [
    strip.notAgreed > 0 &&
      `${counted(strip.notAgreed, 'measure')} whose target is not yet agreed, in no percentage`,
    strip.dataOnly > 0 && `${counted(strip.dataOnly, 'measure')} data only, kept apart`,
    madeUp(strip),
    strip.noData > 0 && `${counted(strip.noData, 'return')} answered “no data until”`,
  ]
    .filter(Boolean)
    .join('; ');

const madeUp = ({ illustrativeFigures, illustrativeTargets }: Figures): string | null => {
  const counts = [
    illustrativeFigures > 0 && counted(illustrativeFigures, 'figure'),
    illustrativeTargets > 0 && counted(illustrativeTargets, 'target'),
  ].filter(Boolean);
  if (counts.length === 0) return null;
  const one = illustrativeFigures + illustrativeTargets === 1;
  return `${counts.join(' and ')} ${one ? 'is' : 'are'} illustrative`;
};
