// The host's themes, and what Fluent calls them.
import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';

export type ThemeName = 'light' | 'dark' | 'contrast';

export const fluentThemes: { readonly [T in ThemeName]: Theme } = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** A theme this tab has not heard of reads as light. */
export const themeNamed = (hostName: string): ThemeName => {
  if (hostName === 'dark' || hostName === 'glass') return 'dark';
  return hostName === 'contrast' ? 'contrast' : 'light';
};

/** Before the host has spoken: what the machine prefers. */
export const likelyTheme = (): ThemeName =>
  window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
