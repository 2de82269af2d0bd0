import { percent, whole } from '../../base/figures.ts';
import { sentenceCase } from '../../base/text.ts';
import { chart, ofWords, type Part, table } from '../../render/block.ts';
import type { ChartData } from '../../render/chart/chart.ts';
import { wallsOf } from '../../render/chart/journey.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';
import { words } from './drawing.ts';

/** How the work for the customer who pays most goes through a design. */
export function journeyChart({ journey }: ReportedDesign): (ChartData & { form: 'journey' }) | null {
  if (journey === undefined) return null;
  const units = [...new Set(journey.steps.flatMap(({ unit }) => unit ?? []))];
  return {
    form: 'journey',
    units,
    steps: journey.steps.map(({ phase, capability, unit }) => ({
      phase: sentenceCase(phase),
      label: words(capability),
      unit: unit === null ? -1 : units.indexOf(unit),
    })),
  };
}

export function journeyPart(design: ReportedDesign, source: string): Part {
  const data = journeyChart(design);
  if (data === null || design.journey === undefined) return undefined;
  const walls = wallsOf(data);
  return chart(`The work crosses ${whole(walls)} ${walls === 1 ? 'wall' : 'walls'}.`, data, {
    source,
    twin: table([ofWords('skill'), ofWords('done by'), 'how often'], {
      rows: design.journey.steps.map(({ phase, capability, unit, share }) => ({
        label: sentenceCase(phase),
        cells: [words(capability), unit ?? 'nobody', unit === null ? '' : percent(share)],
      })),
    }),
  });
}
