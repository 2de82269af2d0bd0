import { UserError } from '../base/errors.ts';
import { quoted, sample } from '../base/text.ts';
import type { Structure } from '../documents/diff/structure.ts';
import { chartOf, unitNames } from '../documents/page/kinds.ts';
import { evaluate } from '../evaluate.ts';
import { asFile } from '../render/chart/draw.ts';
import { asText, TEXT_ENDINGS } from '../render/chart/text-forms.ts';

/** Endings of files that a chart is written as. */
export const WRITERS: readonly string[] = ['svg', ...TEXT_ENDINGS];

interface ChartOptions {
  readonly kind: string;
  readonly unit?: string | undefined;
  readonly ending: string;
  readonly names: boolean;
  readonly version: string;
}

/** Kinds that compare all designs. */
const OF_ALL = ['ranking', 'weights'];

/** @throws UserError where the chart has no data, or no such form. */
export async function drawChart(
  { loaded, design }: Structure,
  { kind, unit, ending, names, version }: ChartOptions,
): Promise<string> {
  const id = design?.id ?? 'as-is';
  const report = evaluate(loaded, {
    names,
    version,
    seats: true,
    ...(OF_ALL.includes(kind) ? {} : { designs: [id] }),
  });
  const own = report.designs.find((one) => one.id === id)!;
  if (unit !== undefined && !unitNames({ design: own }).includes(unit))
    throw new UserError(
      `--unit ${quoted(unit)} is no unit of ${id}.`,
      `Units are ${sample(unitNames({ design: own }))}.`,
    );
  const chart = chartOf(report, kind, id, unit);
  if (chart === undefined)
    throw new UserError(
      `There is nothing to draw as ${kind}.`,
      OF_ALL.includes(kind)
        ? 'It takes two designs that can be recommended; orgdesign evaluate says which cannot, and why.'
        : id === 'as-is'
          ? 'Name a design, as org.yaml#cluster; orgdesign explain lists them.'
          : 'orgdesign evaluate says what is not known.',
    );
  if (ending === 'svg') return asFile(chart.data, chart);
  const text = asText(chart.data, chart.title, ending);
  if (text === undefined)
    throw new UserError(
      `A chart of the kind ${kind} is drawn as SVG alone.`,
      'Name the file chart.svg; --kind org has the other forms.',
    );
  return text;
}
