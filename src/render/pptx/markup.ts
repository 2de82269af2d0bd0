import { escaped } from '../chart/svg.ts';
import type { Box, Colour, Paragraph } from './element.ts';

/** Points in the unit of these files. */
const EMU = 12_700;
export const emu = (points: number): number => Math.round(points * EMU);

export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** Where it stands; turned and mirrored for lines. */
export const transform = (
  { x, y, width, height }: Box,
  turned = '',
  tag: 'a:xfrm' | 'p:xfrm' = 'a:xfrm',
): string =>
  `<${tag}${turned}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${Math.max(0, emu(width))}" cy="${Math.max(0, emu(height))}"/></${tag}>`;

function colourOf({ name, tint, alpha }: Colour): string {
  const inside =
    (tint === undefined
      ? ''
      : `<a:lumMod val="${Math.round(tint * 100_000)}"/><a:lumOff val="${Math.round((1 - tint) * 100_000)}"/>`) +
    (alpha === undefined ? '' : `<a:alpha val="${Math.round(alpha * 100_000)}"/>`);
  const tag = /^[0-9A-F]{6}$/.test(name) ? 'a:srgbClr' : 'a:schemeClr';
  return inside === '' ? `<${tag} val="${name}"/>` : `<${tag} val="${name}">${inside}</${tag}>`;
}

export const filled = (colour: Colour | undefined): string =>
  colour === undefined ? '<a:noFill/>' : `<a:solidFill>${colourOf(colour)}</a:solidFill>`;

/** Properties of letters; a size is in hundredths of a point. */
const letters = (
  tag: string,
  size: number | undefined,
  colour: Colour | undefined,
  {
    bold,
    italic,
    code,
    placed,
  }: {
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly code?: boolean;
    readonly placed?: boolean;
  } = {},
): string => {
  const attributes = `lang="en-GB"${size === undefined ? '' : ` sz="${Math.round(size * 100)}"`}${bold ? ' b="1"' : ''}${italic ? ' i="1"' : ''}`;
  const inside =
    (colour === undefined ? '' : filled(colour)) +
    (placed ? '' : `<a:latin typeface="${code ? 'Courier New' : '+mn-lt'}"/>`);
  return inside === '' ? `<${tag} ${attributes}/>` : `<${tag} ${attributes}>${inside}</${tag}>`;
};

/** Of a placeholder the size and the colour may be its own: 0 and undefined then. */
export function paragraphOf(
  { runs, size, bullet, indent = 0, align, before = 0 }: Paragraph,
  field?: 'slidenum',
): string {
  const hanging = bullet === undefined ? 0 : -Math.min(indent, 14);
  const mark =
    bullet === undefined
      ? '<a:buNone/>'
      : typeof bullet === 'number'
        ? `<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="${bullet}"/>`
        : '<a:buFont typeface="Arial"/><a:buChar char="•"/>';
  const own = `<a:pPr marL="${emu(indent)}" indent="${emu(hanging)}"${align === undefined ? '' : ` algn="${align}"`}><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="${Math.round(before * 100)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>${mark}</a:pPr>`;
  const asked = size === 0 ? undefined : size;
  const shown = runs.filter(({ text }) => text !== '');
  const texts = shown.map((run) => {
    const properties = letters('a:rPr', asked, run.colour, size === 0 ? { placed: true } : run);
    return field === undefined
      ? `<a:r>${properties}<a:t>${escaped(run.text)}</a:t></a:r>`
      : `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="${field}">${properties}<a:t>${escaped(run.text)}</a:t></a:fld>`;
  });
  return `<a:p>${size === 0 ? '' : own}${texts.join('')}${texts.length === 0 ? letters('a:endParaRPr', asked, undefined, { placed: true }) : ''}</a:p>`;
}

/** An empty text has a paragraph too: without one a program offers to repair the file. */
export const paragraphsOf = (paragraphs: readonly Paragraph[], field?: 'slidenum'): string =>
  paragraphs.length === 0
    ? '<a:p><a:endParaRPr lang="en-GB" sz="1000"/></a:p>'
    : paragraphs.map((one) => paragraphOf(one, field)).join('');
