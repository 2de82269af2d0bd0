import { escaped } from '../chart/svg.ts';
import { RULE, SOFT, type TableCell, type TableFrame } from './element.ts';
import { emu, filled, paragraphsOf, transform } from './markup.ts';

/** Between the text of a cell and its edges. */
export const CELL = { side: 6, above: 2.5 } as const;

const none = (side: string): string => `<a:${side} w="0"><a:noFill/></a:${side}>`;

function cellOf({ paragraphs, fill, span = 1 }: TableCell, rule: 'head' | 'none' | undefined): string {
  const below =
    rule === 'none'
      ? none('lnB')
      : `<a:lnB w="${emu(rule === 'head' ? 1 : 0.5)}">${filled(rule === 'head' ? SOFT : RULE)}</a:lnB>`;
  const edges = `marL="${emu(CELL.side)}" marR="${emu(CELL.side)}" marT="${emu(CELL.above)}" marB="${emu(CELL.above)}" anchor="ctr"`;
  const properties = `<a:tcPr ${edges}>${none('lnL')}${none('lnR')}${none('lnT')}${below}${filled(fill)}</a:tcPr>`;
  const text = `<a:txBody><a:bodyPr/><a:lstStyle/>${paragraphsOf(paragraphs)}</a:txBody>`;
  const first = `<a:tc${span > 1 ? ` gridSpan="${span}"` : ''}>${text}${properties}</a:tc>`;
  const covered =
    '<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB" sz="1000"/></a:p></a:txBody><a:tcPr/></a:tc>';
  return first + covered.repeat(span - 1);
}

/** A table that can be edited, in the colours of the theme and without a style of its own. */
export function tableOf({ name, description, box, widths, rows, head }: TableFrame, id: number): string {
  const grid = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('');
  const lines = rows.map(
    ({ height, cells, rule }) =>
      `<a:tr h="${emu(height)}">${cells.map((cell) => cellOf(cell, rule)).join('')}</a:tr>`,
  );
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escaped(name)}" descr="${escaped(description)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${transform(box, '', 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr${head ? ' firstRow="1"' : ''}/><a:tblGrid>${grid}</a:tblGrid>${lines.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}
