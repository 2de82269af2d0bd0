import { escaped } from '../chart/svg.ts';
import {
  type Band,
  type Box,
  type Connector,
  type Rule,
  SITES,
  type Site,
  type TextShape,
} from './element.ts';
import { emu, filled, paragraphsOf, transform } from './markup.ts';

const named = (id: number, name: string, description = ''): string =>
  `<p:cNvPr id="${id}" name="${escaped(name)}"${description === '' ? '' : ` descr="${escaped(description)}"`}/>`;

const outline = (line: TextShape['line'], dashed = false): string =>
  line === undefined
    ? '<a:ln><a:noFill/></a:ln>'
    : `<a:ln w="${emu(0.75)}">${filled(line)}${dashed ? '<a:prstDash val="dash"/>' : ''}</a:ln>`;

export function shapeOf(shape: TextShape, id: number): string {
  const {
    name,
    box,
    placeholder,
    form = 'rect',
    paragraphs,
    fill,
    line,
    dashed,
    anchor,
    inset = [0, 0],
    field,
  } = shape;
  const place =
    placeholder === undefined
      ? '<p:nvPr/>'
      : `<p:nvPr><p:ph type="${escaped(placeholder.type)}"${placeholder.idx === undefined ? '' : ` idx="${escaped(placeholder.idx)}"`}/></p:nvPr>`;
  const where = box === undefined ? '' : transform(box);
  const [side, above] = [emu(inset[0]), emu(inset[1])];
  const body =
    placeholder === undefined
      ? `<a:bodyPr${fill === undefined ? '' : ' vertOverflow="clip" horzOverflow="clip"'} wrap="square" lIns="${side}" tIns="${above}" rIns="${side}" bIns="${above}" anchor="${anchor ?? 't'}"><a:noAutofit/></a:bodyPr><a:lstStyle/>`
      : '<a:bodyPr/><a:lstStyle/>';
  const looks =
    placeholder === undefined
      ? `<a:prstGeom prst="${form}"><a:avLst>${form === 'roundRect' ? '<a:gd name="adj" fmla="val 8000"/>' : ''}</a:avLst></a:prstGeom>${filled(fill)}${outline(line, dashed)}`
      : '';
  const kind = placeholder === undefined && fill === undefined && line === undefined ? ' txBox="1"' : '';
  const locked = placeholder === undefined ? '' : '<a:spLocks noGrp="1"/>';
  return `<p:sp><p:nvSpPr>${named(id, name, shape.description)}<p:cNvSpPr${kind}>${locked}</p:cNvSpPr>${place}</p:nvSpPr><p:spPr>${where}${looks}</p:spPr><p:txBody>${body}${paragraphsOf(paragraphs, field)}</p:txBody></p:sp>`;
}

export const ruleOf = ({ name, box, colour, weight }: Rule, id: number): string =>
  `<p:sp><p:nvSpPr>${named(id, name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${transform(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="${emu(weight)}">${filled(colour)}</a:ln></p:spPr></p:sp>`;

/** Its edges are curves that leave and arrive level. */
export function bandOf({ name, from, to, thickness, fill }: Band, id: number): string {
  const y = Math.min(from.y, to.y);
  const box = { x: from.x, y, width: to.x - from.x, height: Math.abs(to.y - from.y) + thickness };
  const [wide, high, half, thick] = [emu(box.width), emu(box.height), emu(box.width / 2), emu(thickness)];
  const [a, b] = [emu(from.y - y), emu(to.y - y)];
  const point = (px: number, py: number) => `<a:pt x="${px}" y="${py}"/>`;
  const path = `<a:path w="${wide}" h="${high}"><a:moveTo>${point(0, a)}</a:moveTo><a:cubicBezTo>${point(half, a)}${point(half, b)}${point(wide, b)}</a:cubicBezTo><a:lnTo>${point(wide, b + thick)}</a:lnTo><a:cubicBezTo>${point(half, b + thick)}${point(half, a + thick)}${point(0, a + thick)}</a:cubicBezTo><a:close/></a:path>`;
  return `<p:sp><p:nvSpPr>${named(id, name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${transform(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${path}</a:pathLst></a:custGeom>${filled(fill)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>`;
}

const siteOf = ({ x, y, width, height }: Box, site: Site) => ({
  x: x + (site === 'left' ? 0 : site === 'right' ? width : width / 2),
  y: y + (site === 'top' ? 0 : site === 'bottom' ? height : height / 2),
});

/** A shape that a line is glued to. */
export interface GluePoint {
  readonly id: number;
  readonly box: Box;
  readonly round: boolean;
}

/** A line that stays at its shapes when they are moved. */
export function connectorOf(
  { from, to, way, colour, weight }: Connector,
  id: number,
  glued: (key: string) => GluePoint,
): string {
  const [first, last] = [glued(from.key), glued(to.key)];
  const [start, end] = [siteOf(first.box, from.site), siteOf(last.box, to.site)];
  const index = ({ round }: GluePoint, site: Site) => SITES.indexOf(site) * (round ? 2 : 1);
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)];
  const [wide, high] = [Math.abs(dx), Math.abs(dy)];
  const [geometry, where] =
    way === 'straight'
      ? [
          '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>',
          transform(
            { x, y, width: wide, height: high },
            `${dx < 0 ? ' flipH="1"' : ''}${dy < 0 ? ' flipV="1"' : ''}`,
          ),
        ]
      : [
          // First down, then across to the gutter, down again, and across: a line of four pieces, turned by a quarter.
          `<a:prstGeom prst="bentConnector4"><a:avLst><a:gd name="adj1" fmla="val ${Math.round((way.down / Math.max(high, 1)) * 100_000)}"/><a:gd name="adj2" fmla="val ${Math.round(((dx - way.gutter) / (Math.abs(dx) < 1 ? 1 : dx)) * 100_000)}"/></a:avLst></a:prstGeom>`,
          transform(
            { x: x + wide / 2 - high / 2, y: y + high / 2 - wide / 2, width: high, height: wide },
            dx < 0 ? ' rot="5400000"' : ' rot="16200000" flipH="1"',
          ),
        ];
  return `<p:cxnSp><p:nvCxnSpPr>${named(id, `Line ${id}`)}<p:cNvCxnSpPr><a:stCxn id="${first.id}" idx="${index(first, from.site)}"/><a:endCxn id="${last.id}" idx="${index(last, to.site)}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>${where}${geometry}<a:ln w="${emu(weight)}">${filled(colour)}</a:ln></p:spPr></p:cxnSp>`;
}
