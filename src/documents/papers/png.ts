// A chart as a picture for Word, drawn from the same SVG that a page shows. The letters are DejaVu's, which
// come with the product: a server has no fonts of its own to count on.
import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { chartSvg } from '../charts/chart-svg.ts';
import type { Draw } from './docx.ts';
import type { Drawn } from './docx-blocks.ts';
import { pixelsAsPng } from './pixels-as-png.ts';

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) =>
  resolve(`dejavu-fonts-ttf/ttf/${file}`),
);
const family = 'DejaVu Sans';
/** Pixels of the picture to one as it is seen: 144 to the inch, for print. */
const sharpness = 1.5;
/** Pictures of some 70 kB each: the charts of a quarter's papers, most of them in several. */
const mostKept = 150;

/** Draws the same chart once, however many papers show it. */
export const openDrawing = (): Draw => {
  const kept = new Map<string, Promise<Drawn>>();
  return (chart) => {
    const svg = chartSvg(chart, { for: 'picture' });
    const drawing = kept.get(svg) ?? drawSvg(svg);
    // Last asked for, last let go.
    kept.delete(svg);
    kept.set(svg, drawing);
    drawing.catch(() => kept.delete(svg));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return drawing;
  };
};

/** Off the main thread. */
export const drawSvg = async (svg: string): Promise<Drawn> => {
  const { width, height, pixels } = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: sharpness },
    font: {
      loadSystemFonts: false,
      fontFiles,
      defaultFontFamily: family,
      sansSerifFamily: family,
      serifFamily: family,
      monospaceFamily: family,
    },
  });
  return {
    png: await pixelsAsPng({ pixels, width, height }),
    width: width / sharpness,
    height: height / sharpness,
  };
};
