import { Chalk } from 'chalk';
import { figureFormat, whole } from '../../base/figures.ts';
import { counted, printable, withoutCommands } from '../../base/text.ts';
import type { RenderOptions } from '../../render/format.ts';
import { bullet, hanging, type Style } from '../../render/table-text.ts';
import type { Check, CheckedFinding, CheckedStructure } from '../../schema/documents/check.ts';
import { draw } from '../report/table-comparison.ts';
import { MOST_TODAY, section } from '../report/table-findings.ts';
import type { Row } from '../report/table-rows.ts';
import { factsOf, HEADINGS, limitText, movedText, unitName } from './words.ts';

const NARROWEST = 80;
const MOST_FLOWS = 5;
/** Findings that count no more are for the record: few of them are shown. */
const MOST_OTHERS = 5;

function facing(structure: CheckedStructure, asked: string | null, { paint, columns }: Style): string[] {
  const name = printable(structure.name);
  const [first = '', ...more] = hanging(`${name}  `, factsOf(structure, asked), columns);
  return [paint.bold.underline(first.slice(0, name.length)) + first.slice(name.length), ...more];
}

function measures({ measures: taken, baseline }: CheckedStructure, style: Style, quiet: boolean): string[] {
  const { paint } = style;
  const shown = taken.filter(({ status }) => !quiet || status === 'beyond');
  if (shown.length === 0) return [];
  const limited = shown.some(({ limit }) => limit !== null);
  const rows = shown.map((measure): Row => {
    const { label, unit, before, after, limit, change, status } = measure;
    const format = figureFormat([before, after, limit?.min ?? null, limit?.max ?? null], unit);
    return {
      label,
      words: false,
      cells: [
        ...(baseline === null ? [] : [format(before)]),
        format(after),
        ...(limited ? [limitText(measure, format)] : []),
      ],
      painted: (text, column) => {
        if (column !== (baseline === null ? 0 : 1)) return text;
        if (status === 'beyond') return paint.red.bold(text);
        return change === 'worse' ? paint.yellow(text) : change === 'better' ? paint.green(text) : text;
      },
    };
  });
  const headings = [...(baseline === null ? ['now'] : ['before', 'now']), ...(limited ? ['limit'] : [])];
  return draw(headings, [{ title: 'Measures', rows }], style);
}

function moves({ moved }: CheckedStructure, style: Style): string[] {
  const text = movedText(moved);
  if (moved === null || text === undefined) return [];
  const left = moved.between.length - MOST_FLOWS;
  return [
    ...hanging('', text, style.columns),
    ...moved.between
      .slice(0, MOST_FLOWS)
      .flatMap(({ from, to, people }) =>
        bullet(`${unitName(from)} → ${unitName(to)}: ${whole(people)}`, style),
      ),
    ...(left > 0 ? [style.paint.dim(`  and ${left} more, see --format json`)] : []),
  ];
}

function found(findings: readonly CheckedFinding[], style: Style, quiet: boolean): string[][] {
  const states = HEADINGS.slice(0, quiet ? 2 : HEADINGS.length);
  const sections = states.flatMap(([state, heading]) => {
    const shown = findings.filter((finding) => finding.state === state);
    const limit = state === 'new' || state === 'worse' ? MOST_TODAY : MOST_OTHERS;
    return shown.length === 0 ? [] : [section({ id: heading }, shown, limit, '', style)];
  });
  const same = findings.filter(({ state }) => state === 'unchanged').length;
  return quiet || same === 0
    ? sections
    : [...sections, [style.paint.dim(`${counted(same, 'finding')} as in the baseline`)]];
}

function verdict({ verdict: { pass, reasons }, gates }: Check, style: Style): string[] {
  const { paint } = style;
  if (!pass) return [paint.red.bold('Failed'), ...reasons.flatMap((reason) => bullet(reason, style))];
  return [paint.green.bold('Passed'), ...gates.flatMap(({ message }) => bullet(message, style))];
}

/** What a change breaks, for a reader at a terminal: what is new or worse first, the verdict last. */
export const renderCheckTable = (check: Check, { columns, color, quiet }: RenderOptions): string => {
  const style: Style = { columns: Math.max(columns, NARROWEST), paint: new Chalk({ level: color ? 1 : 0 }) };
  const { policy } = check;
  const sections = [
    ...check.structures.flatMap((structure) => [
      facing(structure, check.baseline, style),
      ...found(structure.findings, style, quiet),
      measures(structure, style, quiet),
      quiet ? [] : moves(structure, style),
      ...(quiet || structure.settings.length === 0
        ? []
        : [
            [
              'Thresholds of the file itself that differ from the baseline:',
              ...structure.settings.flatMap(({ id, before, after }) =>
                bullet(`${id}: ${before ?? 'not set'} → ${after ?? 'not set'}`, style),
              ),
            ],
          ]),
    ]),
    ...(policy === null || policy.findings.length === 0
      ? []
      : [section({ id: printable(policy.file) }, policy.findings, MOST_TODAY, '', style)]),
    verdict(check, style),
  ];
  const text = sections.flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')])).join('\n\n');
  // Where lines break is known only now.
  return `${withoutCommands(text)}\n`;
};
