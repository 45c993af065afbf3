// The frame every screen shares: its width and rhythm, a title that takes the focus when it opens.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { narrow } from './use-narrow.ts';

export const usePageStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    maxWidth: '1280px',
    margin: '0 auto',
    padding: '0 32px 48px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '32px',
    [narrow]: { padding: '0 16px 32px', rowGap: '24px' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
    [narrow]: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  figures: { fontVariantNumeric: 'tabular-nums' },
  section: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '12px',
    minWidth: 0,
    ':focus': { outlineStyle: 'none' },
  },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** `focused`: the screen was opened from another, so reading starts at its title. */
export const Title = (props: { readonly children: string; readonly focused: boolean }) => {
  const styles = usePageStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const focused = props.focused;
  useEffect(() => {
    if (!focused) return;
    title.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [focused]);
  useEffect(() => {
    document.title = `${props.children} · Golden Thread`;
  }, [props.children]);
  return (
    <h1 className={styles.title} ref={title} tabIndex={-1}>
      {props.children}
    </h1>
  );
};

/** A part of a screen, found by its heading. */
export const Section = (props: {
  readonly heading: string;
  readonly id?: string;
  readonly beside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) => {
  const styles = usePageStyles();
  return (
    <section
      aria-label={props.heading}
      id={props.id}
      tabIndex={props.id === undefined ? undefined : -1}
      className={mergeClasses(styles.section, props.className)}
    >
      <h2 className={styles.heading}>{props.heading}</h2>
      {props.beside}
      {props.children}
    </section>
  );
};
