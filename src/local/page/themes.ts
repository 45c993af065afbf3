// The three Teams themes: what Fluent calls them, and what a tab hears from its host.
import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import type { ThemeName } from './address.ts';

export const fluentThemes: Record<ThemeName, Theme> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

export const themeWords: Record<ThemeName, string> = {
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
};

/** The name teams-js gives each theme. */
export const hostThemes: Record<ThemeName, 'default' | 'dark' | 'contrast'> = {
  light: 'default',
  dark: 'dark',
  contrast: 'contrast',
};
