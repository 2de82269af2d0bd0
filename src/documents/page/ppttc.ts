import { sentenceCase } from '../../base/text.ts';
import { type Chart, plainText } from '../../render/block.ts';
import type { ChartData } from '../../render/chart/chart.ts';
import type { RenderOptions } from '../../render/format.ts';
import { inJson } from '../../render/json.ts';
import type { Page } from '../../schema/documents/page.ts';
import { sourceOf } from './drawing.ts';
import { chartOf, KIND_IDS } from './kinds.ts';
import { materialOf } from './page.ts';

/** What think-cell takes for a cell. */
type Cell = null | { readonly string: string } | { readonly number: number } | { readonly date: string };

/** An element of a slide, by the name that it has in the template. */
interface Element {
  readonly name: string;
  readonly table: readonly (readonly Cell[])[];
}

const inCell = (string: string): Cell => (string === '' ? null : { string });
const number = (value: number): Cell => ({ number: Math.round(value * 1e6) / 1e6 });
const text = (name: string, content: string): Element => ({ name, table: [[{ string: content }]] });

/** A chart's sheet: the categories, the row of what is 100 %, which is not used, and a row for each series. */
const sheet = (
  categories: readonly string[],
  series: readonly (readonly [name: string, values: readonly number[]])[],
): Element['table'] => [
  [null, ...categories.map(inCell)],
  [],
  ...series.map(([name, values]) => [inCell(name), ...values.map(number)]),
];

const tableOf = ({ data, twin }: Chart): Element['table'] => {
  if (data.form === 'bars')
    return sheet(
      data.bars.map(({ label }) => label),
      data.keys.map((key, at) => [key, data.bars.map(({ values }) => values[at] ?? 0)]),
    );
  if (data.form === 'bridge')
    return sheet(
      data.steps.map(({ label }) => label),
      [['', data.steps.map(({ value }) => value)]],
    );
  // What think-cell has no chart for that could be filled is a table of words.
  return [
    [inCell(twin.corner ?? ''), ...twin.columns.map(({ heading }) => inCell(heading))],
    ...twin.groups.flatMap(({ rows }) =>
      rows.map(({ label, cells }) => [inCell(label), ...cells.map((cell) => inCell(plainText(cell)))]),
    ),
  ];
};

const FORMS: Partial<Record<ChartData['form'], string>> = { bars: 'chart', bridge: 'chart' };

/** Every element with what it is: a text, a chart or a table. */
function elementsOf({
  report,
  date,
}: Page): readonly (Element & { readonly is: string; readonly about: string })[] {
  const { answer, organisation } = report;
  const id = materialOf(report).chosen?.id ?? 'as-is';
  const lines = (texts: readonly string[]) => texts.join('\n');
  const texts = [
    text('Organisation', organisation.name),
    text('Answer', answer.sentence),
    text('Detail', answer.detail),
    text('Gains', lines(answer.gains.map((one) => one.text))),
    text('Costs', lines(answer.prices.map((one) => one.text))),
    text('Against', lines(answer.against)),
    text('Source', sourceOf(report)),
  ].map((element) => ({ ...element, is: 'text', about: '' }));
  const day = date === undefined ? [] : [{ name: 'Date', table: [[{ date }]], is: 'text', about: '' }];
  const charts = KIND_IDS.flatMap((kind) => {
    const chart = chartOf(report, kind, id);
    if (chart === undefined) return [];
    const is = FORMS[chart.data.form] ?? 'table';
    return [{ name: sentenceCase(kind), table: tableOf(chart), is, about: chart.title }];
  });
  return [...texts, ...day, ...charts];
}

/** Fills a think-cell template: an array of one copy of it, with the data of each element by name. */
export const thinkCell = (page: Page, { template = 'template.pptx' }: RenderOptions): string =>
  inJson([{ template, data: elementsOf(page).map(({ name, table }) => ({ name, table })) }], 1);

/** The names that a template needs, one a line, since think-cell says nothing of one that is misspelt. */
export const elementNames = (page: Page): string =>
  elementsOf(page)
    .map(({ name, is, about }) => `${name.padEnd(14)}${is.padEnd(7)}${about}`.trimEnd())
    .join('\n')
    .concat('\n');
