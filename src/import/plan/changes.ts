import { counted, quoted } from '../../base/text.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { type CellMeaning, meaningOf, sameText } from './cell-value.ts';
import { Labels } from './labels.ts';
import { type Place, type PlanChange, placeOf, type Unusable } from './plan-change.ts';
import type { ReturnedRow, ReturnedSheet, ReturnedWorkbook } from './read-workbook.ts';
import { referencesTo } from './references-to.ts';
import { byId, type Column, type PlanList, type PlanTable, SHEETS } from './tables.ts';
import { type AllLabels, capabilitiesOf, labelsOf } from './workbook.ts';

/** Rows that may be gone before it is taken for a part of a sheet: so many, or this share of them. */
const [FEW, SHARE] = [5, 0.25];

/** What was changed in a workbook since it was exported, as far as the file that it goes onto still says the same. */
export function changesIn(
  workbook: ReturnedWorkbook,
  loaded: Loaded,
  tables: readonly PlanTable[],
): { readonly changes: readonly PlanChange[]; readonly unusable: readonly Unusable[] } {
  return new Comparison(workbook, loaded, tables).result();
}

/** Ids whose rows are gone, of so many. */
interface Gone {
  readonly list: PlanList;
  readonly gone: readonly string[];
  readonly of: number;
}

class Comparison {
  private readonly changes: PlanChange[] = [];
  private readonly unusable: Unusable[] = [];
  private readonly gone: Gone[] = [];
  private readonly labels: AllLabels;
  private readonly declared: boolean;

  constructor(
    private readonly workbook: ReturnedWorkbook,
    private readonly loaded: Loaded,
    private readonly tables: readonly PlanTable[],
  ) {
    this.declared = loaded.input.departments !== undefined;
    const before = labelsOf(tables, capabilitiesOf(loaded));
    const withNew = (list: PlanList, labels: Labels): Labels => {
      const sheet = workbook.sheets.find((one) => one.list === list);
      const table = tables.find((one) => one.list === list)!;
      const names = new Map(byId(table, 'name'));
      // Names as they were when they were exported, too: cells were chosen from those.
      for (const [id, cells] of sheet?.exported ?? [])
        if (names.has(id)) names.set(id, cells.get('name') ?? '');
      for (const { id, cells } of this.added(sheet)) names.set(id, cells.get('name') ?? '');
      return names.size === labels.known().size && sheet?.exported === undefined
        ? labels
        : new Labels([...names.keys()], [...names.values()]);
    };
    this.labels = {
      ...before,
      person: withNew('people', before.person),
      unit: withNew('departments', before.unit),
      customer: withNew('customers', before.customer),
    };
  }

  result() {
    for (const sheet of this.workbook.sheets) this.compare(sheet);
    // Once it is known what else will be.
    for (const gone of this.gone) this.removeAll(gone);
    this.refuseCircles('people', 'manager', 'would report to');
    this.refuseCircles('departments', 'parent', 'would belong to');
    this.refuseCircles('customers', 'parent', 'would belong to');
    return { changes: this.changes, unusable: this.unusable };
  }

  private table(list: PlanList): PlanTable {
    return this.tables.find((one) => one.list === list)!;
  }

  /** Rows that were not exported. A copied row has the hidden id of the one it was copied from. */
  private added(sheet: ReturnedSheet | undefined): readonly ReturnedRow[] {
    if (sheet === undefined) return [];
    const before = sheet.exported ?? this.current(sheet.list);
    const ids = new Set(sheet.rows.map(({ id }) => id));
    return sheet.rows.filter(
      ({ id, exportedId }) => id !== '' && !before.has(id) && (exportedId === '' || ids.has(exportedId)),
    );
  }

  private current(list: PlanList): ReadonlyMap<string, ReadonlyMap<string, string>> {
    const { columns, rows } = this.table(list);
    return new Map(rows.map((row) => [row[0]!, new Map(columns.map(({ key }, at) => [key, row[at]!]))]));
  }

  private refuse(place: string, why: string): void {
    this.unusable.push({ place, why });
  }

  private compare(sheet: ReturnedSheet): void {
    const { list, rows } = sheet;
    const current = this.current(list);
    const before = sheet.exported ?? current;
    const added = new Set(this.added(sheet));
    const seen = new Map<string, ReturnedRow[]>();
    for (const row of rows) seen.set(row.id, [...(seen.get(row.id) ?? []), row]);
    const renamed = new Set<string>();
    for (const row of rows) {
      const at = { list, id: row.id, row: row.number, by: row.by === '' ? this.workbook.savedBy : row.by };
      const { id, exportedId } = row;
      if (exportedId !== '' && exportedId !== id && !added.has(row) && before.has(exportedId)) {
        renamed.add(exportedId);
        this.refuse(
          placeOf({ ...at, id: exportedId }, 'Id'),
          `the id was changed to ${quoted(id)}, and an id stays what it is: by it the row is known. Nothing of the row was used.`,
        );
      } else if (id === '') this.refuse(placeOf(at), 'the row has no id.');
      else if (seen.get(id)!.length > 1) {
        if (seen.get(id)![0] === row)
          this.refuse(
            placeOf(at),
            `the id stands in rows ${seen
              .get(id)!
              .map(({ number }) => number)
              .join(', ')}; none of them was used.`,
          );
      } else if (added.has(row)) this.add(sheet, row, at, current);
      else if (!current.has(id)) this.refuse(placeOf(at), 'is no longer in the file.');
      else this.compareRow(sheet, row, at, before.get(id), current.get(id)!);
    }
    const gone = [...before.keys()].filter((id) => !seen.has(id) && !renamed.has(id) && current.has(id));
    if (gone.length > 0) this.gone.push({ list, gone, of: before.size });
  }

  private columnsOf({ list, exported, headings }: ReturnedSheet): readonly Column[] {
    const { columns } = this.table(list);
    if (exported === undefined) return columns;
    return columns.filter(({ key }) => headings.has(key));
  }

  private compareRow(
    sheet: ReturnedSheet,
    row: ReturnedRow,
    at: Place,
    before: ReadonlyMap<string, string> | undefined,
    current: ReadonlyMap<string, string>,
  ): void {
    for (const column of this.columnsOf(sheet)) {
      const { key, heading } = column;
      const text = row.cells.get(key);
      if (text === undefined || key === 'id') continue;
      const [was, is] = [before?.get(key) ?? '', current.get(key) ?? ''].map((one) =>
        sameText(column, one, this.labels),
      );
      const now = sameText(column, text, this.labels);
      if (now === was || this.isShownAs(column, text, was!)) continue;
      const place = placeOf(at, heading);
      if (column.locked === true) {
        this.refuse(place, 'the column only shows what follows from the rest, or is changed in the file.');
        continue;
      }
      if (at.list === 'departments' && !this.declared) {
        this.refuse(
          place,
          'the file declares no departments, it only names them with people; declare them under `departments:` first.',
        );
        continue;
      }
      const meaning = meaningOf(text, column, this.labels, !this.declared);
      if ('why' in meaning) this.refuse(place, meaning.why);
      else if (meaning.text === was || meaning.text === is) continue;
      else if (was !== is) this.refuse(place, this.conflict(column, was!, is!));
      else if (key === 'manager' && meaning.value === at.id)
        this.refuse(place, 'nobody is their own manager.');
      else
        this.changes.push({
          ...at,
          kind: 'set',
          key,
          heading,
          personal: column.personal === true,
          from: is!,
          to: meaning.text,
          value: meaning.value,
        });
    }
  }

  /** A list of things that the file has no ids for, as further lines. */
  private isShownAs(column: Column, text: string, was: string): boolean {
    return column.locked === true && text.replaceAll('; ', ';') === was.replaceAll('; ', ';');
  }

  private conflict({ personal }: Column, was: string, is: string): string {
    const how =
      personal === true
        ? ''
        : `: it said ${was === '' ? 'nothing' : quoted(was)}, and says ${is === '' ? 'nothing' : quoted(is)} now`;
    return `the file has changed there since the sheet was exported${how}.`;
  }

  private add(
    sheet: ReturnedSheet,
    row: ReturnedRow,
    at: Place,
    current: ReadonlyMap<string, unknown>,
  ): void {
    const why = current.has(at.id)
      ? 'is in the file already, though it was not in the sheet that was exported.'
      : at.list === 'departments' && !this.declared
        ? 'the file declares no departments; declare them under `departments:` first.'
        : undefined;
    if (why !== undefined) {
      this.refuse(placeOf(at), why);
      return;
    }
    const entry: Record<string, NonNullable<CellMeaning['value']>> = { id: at.id };
    for (const column of this.columnsOf(sheet)) {
      const text = row.cells.get(column.key) ?? '';
      if (text === '' || column.locked === true || column.key === 'id') continue;
      const meaning = meaningOf(text, column, this.labels, !this.declared);
      if ('why' in meaning) this.refuse(placeOf(at, column.heading), meaning.why);
      else if (column.key === 'manager' && meaning.value === at.id)
        this.refuse(placeOf(at, column.heading), 'nobody is their own manager.');
      else if (meaning.value !== undefined) entry[column.key] = meaning.value;
    }
    this.changes.push({ ...at, kind: 'add', entry });
  }

  private removeAll({ list, gone, of }: Gone): void {
    const { savedBy } = this.workbook;
    const at = (id: string): Place => ({ list, id, row: undefined, by: savedBy });
    if (gone.length > FEW && gone.length > SHARE * of) {
      const rows = `${counted(gone.length, 'row')} of ${of} are gone`;
      this.refuse(SHEETS[list], `${rows}: that is taken for a part of the sheet, and nothing was removed.`);
      return;
    }
    if (list !== 'people') {
      const why = 'the row is gone; only people are removed by that. Remove it in the file.';
      for (const id of gone) this.refuse(placeOf(at(id)), why);
      return;
    }
    const removed = new Set(gone);
    for (;;) {
      const references = referencesTo(removed, this.loaded, this.changes);
      if (references.size === 0) break;
      // Who stays may name others who were to go.
      for (const [id, why] of references) {
        removed.delete(id);
        this.refuse(placeOf(at(id)), `the row is gone, but ${why}: change that first.`);
      }
    }
    for (const id of removed) this.changes.push({ ...at(id), kind: 'remove' });
  }

  /** Nothing comes to stand above itself in the end: all of a new circle is refused. */
  private refuseCircles(list: PlanList, key: string, verb: string): void {
    const above = new Map(byId(this.table(list), key));
    const edited = new Map<string, PlanChange & { kind: 'set' }>();
    for (const change of this.changes) {
      if (change.list !== list) continue;
      if (change.kind === 'add') above.set(change.id, String(change.entry[key] ?? ''));
      if (change.kind !== 'set' || change.key !== key) continue;
      edited.set(change.id, change);
      above.set(change.id, change.to);
    }
    for (const [id, change] of edited) {
      const way = [id];
      for (let at = above.get(id) ?? ''; at !== '' && !way.includes(at); at = above.get(at) ?? '')
        way.push(at);
      if (above.get(way.at(-1)!) !== id) continue;
      above.set(id, change.from);
      this.changes.splice(this.changes.indexOf(change), 1);
      const circle = [...way, id].map((one) => quoted(one)).join(` ${verb} `);
      this.refuse(placeOf(change, change.heading), `${circle}, which is a circle.`);
    }
  }
}
