import { fileURLToPath } from 'node:url';
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import { UserError } from '../../base/errors.ts';

/** Pixels for each unit of a picture, as screens of today have them, unless it is larger than programs open. */
const SCALE = 2;
const MOST_PIXELS = 8000;

const FONT = 'Arimo';
/** Letters that no font of ours has are looked for in those of the system; all others look the same everywhere. */
const BEYOND_OURS = /[^\u0000-\u052f\u1e00-\u218f\u2190-\u2193\u25a0-\u25ff]/;

const fontsOf = (svg: string): NonNullable<ResvgRenderOptions['font']> => ({
  fontFiles: ['Arimo-Regular.ttf', 'Arimo-Bold.ttf'].map((file) =>
    fileURLToPath(new URL(`./fonts/${file}`, import.meta.url)),
  ),
  loadSystemFonts: BEYOND_OURS.test(svg),
  defaultFontFamily: FONT,
  sansSerifFamily: FONT,
});

/**
 * A picture as PNG, with the font that the package holds.
 * @throws UserError where the optional package that draws it is not installed.
 */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js').catch(() => {
    throw new UserError(
      'A PNG is drawn by the optional package @resvg/resvg-js, which is not installed here.',
      'npm install @resvg/resvg-js adds it, where there is one for this system; chart.svg needs nothing.',
    );
  });
  const [width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).slice(1).map(Number);
  const value = Math.min(SCALE, MOST_PIXELS / Math.max(width, height, 1));
  const font = fontsOf(svg);
  // What the named fonts are on a system must not matter.
  const own = svg.replace(/ font-family="[^"]*"/, ` font-family="${FONT}"`);
  return new Resvg(own, { fitTo: { mode: 'zoom', value }, font }).render().asPng();
}
