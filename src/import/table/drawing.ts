import { counted, headerKey } from '../../base/text.ts';
import type { Journal } from '../journal.ts';
import type { Table } from './table.ts';

const HEADERS = ['id', 'name', 'linesource', 'linedestination', 'textarea1'] as const;
type Row = { readonly cells: readonly string[]; readonly row: number };

/** What is drawn, with the texts that stand in it. */
interface Shape {
  readonly id: string;
  readonly texts: readonly string[];
  readonly row: number;
}

/**
 * A table that may be what Lucidchart exports of a chart, in which shapes and the lines between them are rows: people then,
 * with their managers. Any other is given on as it is, row by row.
 */
export function chartOrTable(table: Table, journal: Journal): Table {
  return {
    ...table,
    async read(each, expect) {
      let keys: readonly string[] | undefined;
      let isDrawing = false;
      const rows: Row[] = [];
      await table.read((cells, row, fault) => {
        if (keys === undefined) {
          keys = cells.map(headerKey);
          isDrawing = HEADERS.every((header) => keys!.includes(header));
          if (isDrawing) return;
        }
        if (!isDrawing || fault !== undefined) each(cells, row, fault);
        else rows.push({ cells, row });
      }, expect);
      if (!isDrawing) return;
      const drawn = peopleOf(keys!, rows, table.file, journal);
      each(['ID', 'Name', 'Title', 'Manager', 'Dotted line'], 1);
      for (const { cells, row } of drawn) each(cells, row);
    },
  };
}

function peopleOf(keys: readonly string[], rows: readonly Row[], file: string, journal: Journal): Row[] {
  const [id, name, from, to] = HEADERS.map((header) => keys.indexOf(header)) as [
    number,
    number,
    number,
    number,
  ];
  const areas = keys.flatMap((key, at) => (/^textarea\d+$/.test(key) ? [at] : []));
  const shapes = new Map<string, Shape>();
  const lines: (readonly [string, string])[] = [];
  let open = 0;
  for (const { cells, row } of rows) {
    const cell = (at: number) => (cells[at] ?? '').trim();
    const texts = areas
      .flatMap((at) => cell(at).split(/[\r\n]/))
      .map((text) => text.trim())
      .filter((text) => text !== '');
    if (/^line$/i.test(cell(name))) {
      if (cell(from) === '' || cell(to) === '') open++;
      else lines.push([cell(from), cell(to)]);
    } else if (!/^(?:page|document)$/i.test(cell(name)) && texts.length > 0)
      shapes.set(cell(id), { id: cell(id), texts, row });
  }
  // Somebody has one manager, whichever way the lines were drawn.
  const several = (end: 0 | 1) => lines.length - new Set(lines.map((line) => line[end])).size;
  const down = several(1) <= several(0);
  const managers = new Map<string, string[]>();
  const joined = new Set<string>();
  for (const [source, destination] of lines) {
    const [boss, below] = down ? [source, destination] : [destination, source];
    if (!shapes.has(boss) || !shapes.has(below)) {
      open++;
      continue;
    }
    joined.add(boss).add(below);
    managers.set(below, [...(managers.get(below) ?? []), boss]);
  }
  for (const { row } of [...shapes.values()].filter((shape) => !joined.has(shape.id)))
    journal.row('leftOut', 'shapes that no line joins to another', file, row);
  journal.assume(
    `${file} is a chart drawn in Lucidchart: ${counted(joined.size, 'shape')} that lines join are people, the first text of each the name, the second the title.`,
  );
  if (open > 0)
    journal.ask(
      `${file}: ${counted(open, 'line does', 'lines do')} not end at a shape with a text on both sides, so who reports to whom there is not known. Join them in the drawing.`,
    );
  return [...joined].map((one) => {
    const { texts, row } = shapes.get(one)!;
    const [manager = '', ...further] = managers.get(one) ?? [];
    return { row, cells: [one, texts[0]!, texts[1] ?? '', manager, further.join(';')] };
  });
}
