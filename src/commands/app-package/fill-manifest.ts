// Puts a council's settings into the app's manifest. What is left unfilled is refused by its name.
import type { PackageSettings } from './package-settings.ts';

const place = /\{\{([^{}]*)\}\}/g;

/** The manifest's text with every place filled; each value is written as JSON text, never as JSON. */
export const fillManifest = (
  template: string,
  { PUBLIC_URL, ...settings }: PackageSettings,
  version: string,
): string => {
  const values: Readonly<Record<string, string>> = {
    ...settings,
    PUBLIC_URL,
    PUBLIC_HOST: new URL(PUBLIC_URL).host,
    VERSION: version,
  };
  return template.replace(place, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : JSON.stringify(value).slice(1, -1);
  });
};

/** The places that nothing filled, by their names. */
export const placesLeft = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(place)].map(([, name = '']) => name)),
];
