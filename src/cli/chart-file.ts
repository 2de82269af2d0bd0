import { UserError } from '../base/errors.ts';
import { allOf, alternatives, quoted, sample } from '../base/text.ts';
import { chartOf, kindsThatTake, subjectOf, unitNames } from '../documents/page/kinds.ts';
import { leadingDesign } from '../documents/report/leading.ts';
import type { Structure } from '../documents/structure.ts';
import { evaluate } from '../evaluate.ts';
import { mendInWords } from '../model/quality.ts';
import { asFile } from '../render/chart/draw.ts';
import { asText, TEXT_ENDINGS } from '../render/chart/text-forms.ts';
import type { Call } from './command.ts';
import { CLEAN } from './exit.ts';
import type { charts } from './options/charts.ts';
import type { ValuesOf } from './options/option.ts';
import { type Privacy, privacyOf } from './options/privacy.ts';
import { tellQuality } from './tell-quality.ts';

/** Endings of files that a chart is written as. */
const WRITERS: readonly string[] = ['svg', 'png', ...TEXT_ENDINGS];

type ChartValues = ValuesOf<typeof charts> & Privacy & { readonly output: string };

interface ChartOptions extends Omit<ChartValues, keyof Privacy> {
  readonly ending: string;
  readonly names: boolean;
  readonly people: Awaited<ReturnType<typeof privacyOf>>;
  readonly version: string;
}

/** What is drawn where nobody names a design: today, or what is recommended where today alone says nothing. */
const WITHOUT_DESIGN = {
  all: 'It takes two designs that can be recommended; orgdesign evaluate says which cannot, and why.',
  change: 'It takes a design that changes something; orgdesign evaluate says which are possible.',
} as const;

/** @throws UserError where the chart has no data, or no such form. */
async function drawChart(
  { loaded, design }: Structure,
  { kind, unit, depth, theme, ending, names, people, version }: ChartOptions,
): Promise<string | Uint8Array> {
  for (const [option, value] of Object.entries({ unit, depth } as const))
    if (value !== undefined && !kindsThatTake(option as 'unit' | 'depth').includes(kind))
      throw new UserError(
        `--${option} is nothing to a chart of the kind ${kind}.`,
        `It is for ${allOf(kindsThatTake(option as 'unit' | 'depth'))}.`,
      );
  const of = subjectOf(kind);
  const asked = of === 'all' ? undefined : (design?.id ?? (of === 'change' ? undefined : 'as-is'));
  const report = evaluate(loaded, {
    ...people,
    names,
    version,
    seats: true,
    ...(asked === undefined ? {} : { designs: [asked] }),
  });
  const id = asked ?? leadingDesign(report)?.id ?? 'as-is';
  const own = report.designs.find((one) => one.id === id)!;
  if (unit !== undefined && !unitNames(own).includes(unit))
    throw new UserError(
      `--unit ${quoted(unit)} is no unit of ${id}.`,
      `Units are ${sample(unitNames(own))}.`,
    );
  const chart = chartOf(report, kind, id, { unit, depth });
  if (chart === undefined || (of === 'change' && id === 'as-is'))
    throw new UserError(
      `There is nothing to draw as ${kind}.`,
      of === undefined ? 'orgdesign evaluate says what is not known.' : WITHOUT_DESIGN[of],
    );
  const warnings = mendInWords(report.quality);
  const file = () => asFile(chart.data, { ...chart, warnings }, theme);
  if (ending === 'svg') return file();
  if (ending === 'png') return (await import('./io/picture.ts')).pngOf(file());
  const text = asText(chart.data, [chart.title, ...warnings].join('. '), ending);
  if (text === undefined)
    throw new UserError(
      `A chart of the kind ${kind} is drawn as SVG and PNG alone.`,
      'Name the file chart.svg; --kind org has the other forms.',
    );
  return text;
}

/** Draws a chart in the form that the name of the output asks for. */
export async function chartFile({
  arguments: [file],
  options,
  io,
  read,
  settings,
}: Call<readonly [string], ChartValues, never>): Promise<number> {
  const { output } = options;
  const ending = output === '-' ? 'svg' : WRITERS.find((one) => output.endsWith(`.${one}`));
  if (ending === undefined)
    throw new UserError(
      `${output} ends in none of the forms that a chart has.`,
      `Name the file as ${alternatives(WRITERS.map((one) => `chart.${one}`))}.`,
    );
  const people = await privacyOf(options, io);
  const structure = await read.structure(file);
  const picture = await drawChart(structure, { ...options, ...settings, people, ending });
  tellQuality([structure], io);
  if (typeof picture === 'string' && output === '-') io.stdout.write(picture);
  else await io.writeFiles([[output, picture]]);
  return CLEAN;
}
