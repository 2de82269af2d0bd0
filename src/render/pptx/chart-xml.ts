import { printable } from '../../base/text.ts';
import { letters as columnName, type Sheet } from '../../write/xlsx/sheet.ts';
import { XML_HEAD } from '../../write/xlsx/xml.ts';
import { escaped } from '../chart/svg.ts';
import { type Colour, INK, type NativeChart, RULE, type Series } from './element.ts';
import { filled, transform } from './markup.ts';

/** Of all letters in charts. */
export const CHART_SIZE = 10;
/** Room for names beside the bars, and for the rows of a legend above them. */
export const NAMES = 190;
export const LEGEND_ROW = 18;

/** The sheet with the data of a chart. */
const SHEET = 'Sheet1';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** Programs read `_x0041_` in these texts as a letter. */
const inCell = (text: string): string => escaped(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** What opens where somebody edits the data of a chart: the categories, then a column for each series. */
export const dataOf = ({ categories, series }: NativeChart): Sheet => ({
  name: SHEET,
  dataOnly: true,
  columns: [
    { heading: '', kind: 'text', editable: true },
    ...series.map(({ name }) => ({ heading: printable(name), kind: 'number', editable: true }) as const),
  ],
  rows: categories.map((category, at) => [
    printable(category),
    ...series.map(({ values }) => values[at] ?? 0),
  ]),
});

const letters = (colour: Colour): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${CHART_SIZE * 100}">${filled(colour)}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;

const points = (values: readonly (string | number)[]): string =>
  `<c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${typeof value === 'number' ? value : inCell(value)}</c:v></c:pt>`).join('')}`;

const NO_FRAME = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
const SHOWN = (value: 0 | 1): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${value}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

function labelsOf({ fill, text, labelled, values }: Series, format: string, outside: boolean): string {
  if (fill === null || !labelled.some((one) => one)) return `<c:dLbls>${SHOWN(0)}</c:dLbls>`;
  const off = values.flatMap((_, at) =>
    labelled[at] ? [] : [`<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`],
  );
  return `<c:dLbls>${off.join('')}<c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/>${NO_FRAME}${letters(text)}<c:dLblPos val="${outside ? 'outEnd' : 'ctr'}"/>${SHOWN(1)}</c:dLbls>`;
}

function seriesOf(
  one: Series,
  at: number,
  { categories, share, series }: NativeChart,
  outside: boolean,
): string {
  const column = columnName(at + 1);
  const last = categories.length + 1;
  const looks = one.fill === null ? NO_FRAME : `<c:spPr>${filled(one.fill)}</c:spPr>`;
  // No digit that is not there, and nothing for nothing.
  const all = series.flatMap(({ values }) => values);
  const most = Math.max(...all.map(Math.abs));
  const digits = all.every(Number.isInteger) ? '' : most < 0.1 ? '.000' : most < 10 ? '.00' : '.0';
  const format = share ? '0%;-0%;' : `#,##0${digits};-#,##0${digits};`;
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>${SHEET}!$${column}$1</c:f><c:strCache>${points([one.name])}</c:strCache></c:strRef></c:tx>${looks}<c:invertIfNegative val="0"/>${labelsOf(one, format, outside)}<c:cat><c:strRef><c:f>${SHEET}!$A$2:$A$${last}</c:f><c:strCache>${points(categories)}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${SHEET}!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(one.values)}</c:numCache></c:numRef></c:val></c:ser>`;
}

/** Where the bars stand in the frame, as parts of it. */
export function plotOf({ box, upright, legend, series }: NativeChart) {
  const rows = legend ? legendRows(series, box.width) : 0;
  const top = rows === 0 ? 4 : rows * LEGEND_ROW + 12;
  const beside = upright ? 4 : Math.min(NAMES, box.width * 0.4);
  const below = upright ? 44 : 4;
  return {
    x: beside,
    y: top,
    width: box.width - beside - 16,
    height: Math.max(20, box.height - top - below),
  };
}

export const legendRows = (series: readonly { readonly name: string }[], width: number): number =>
  Math.max(
    1,
    Math.ceil(
      series.reduce((sum, { name }) => sum + name.length * CHART_SIZE * 0.56 + 26, 0) / (width * 0.6),
    ),
  );

/** A chart that opens its data, in the colours of the theme. */
export function chartOf(chart: NativeChart): string {
  const { box, upright, series, least, most, legend } = chart;
  const plot = plotOf(chart);
  const outside = series.length === 1;
  const below = series.some(({ values }) => values.some((value) => value < 0));
  const part = (length: number, whole: number) => (length / whole).toFixed(4);
  const layout = `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${part(plot.x, box.width)}"/><c:y val="${part(plot.y, box.height)}"/><c:w val="${part(plot.width, box.width)}"/><c:h val="${part(plot.height, box.height)}"/></c:manualLayout></c:layout>`;
  const hidden = series.flatMap(({ fill }, at) =>
    fill === null ? [`<c:legendEntry><c:idx val="${at}"/><c:delete val="1"/></c:legendEntry>`] : [],
  );
  const key = legend
    ? `<c:legend><c:legendPos val="t"/>${hidden.join('')}<c:overlay val="0"/>${letters(INK)}</c:legend>`
    : '';
  const scale = `${most === undefined ? '' : `<c:max val="${most}"/>`}${least === undefined ? '' : `<c:min val="${least}"/>`}`;
  const line = `<c:spPr><a:ln w="9525">${filled(RULE)}</a:ln></c:spPr>`;
  return `${XML_HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layout}<c:barChart><c:barDir val="${upright ? 'col' : 'bar'}"/><c:grouping val="${outside ? 'clustered' : 'stacked'}"/><c:varyColors val="0"/>${series.map((one, at) => seriesOf(one, at, chart, outside)).join('')}<c:gapWidth val="35"/>${outside ? '' : '<c:overlap val="100"/>'}<c:axId val="111111111"/><c:axId val="222222222"/></c:barChart><c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="${upright ? 'minMax' : 'maxMin'}"/></c:scaling><c:delete val="0"/><c:axPos val="${upright ? 'b' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${below ? 'low' : 'nextTo'}"/>${line}${letters(INK)}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:noMultiLvlLbl val="1"/></c:catAx><c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>${scale}</c:scaling><c:delete val="1"/><c:axPos val="${upright ? 'l' : 't'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx></c:plotArea>${key}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${letters(INK)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

export const chartFrame = ({ name, description, box }: NativeChart, id: number, relation: string): string =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escaped(name)}" descr="${escaped(description)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${transform(box, '', 'p:xfrm')}<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="${relation}"/></a:graphicData></a:graphic></p:graphicFrame>`;
