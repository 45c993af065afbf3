// The app's icons as Teams wants them: 192 pixels in colour, 32 in white on nothing. Drawn from the SVGs
// beside the manifest each time, so that there is one source of them.
import { Resvg } from '@resvg/resvg-js';

export type Icon = { readonly name: string; readonly pixels: number; readonly outline: boolean };

export const icons: readonly Icon[] = [
  { name: 'colour', pixels: 192, outline: false },
  { name: 'outline', pixels: 32, outline: true },
];

/** The PNG, or what is wrong with the drawing. */
export const drawIcon = (
  svg: string,
  { name, pixels, outline }: Icon,
): { readonly png: Uint8Array } | { readonly fault: string } => {
  const drawn = new Resvg(svg, { fitTo: { mode: 'width', value: pixels } }).render();
  if (drawn.width !== pixels || drawn.height !== pixels)
    return { fault: `${name}.svg is not square: ${drawn.width} by ${drawn.height}.` };
  const fault = outline ? outlineFault(drawn.pixels) : solidFault(drawn.pixels);
  return fault === null ? { png: drawn.asPng() } : { fault: `${name}.svg ${fault}` };
};

/** Red, green, blue and alpha, a byte each; colours already multiplied by alpha. */
const outlineFault = (rgba: Uint8Array): string | null => {
  let seen = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const [red, green, blue, alpha] = rgba.subarray(at, at + 4);
    if (alpha === 0) continue;
    seen += 1;
    if (red !== alpha || green !== alpha || blue !== alpha) return 'has a colour besides white.';
  }
  if (seen === 0) return 'draws nothing.';
  return seen === rgba.length / 4 ? 'has no clear background.' : null;
};

const solidFault = (rgba: Uint8Array): string | null => {
  for (let at = 3; at < rgba.length; at += 4)
    if (rgba[at] !== 255) return 'does not fill its square.';
  return null;
};
