import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What a program of its own does to a workbook: it knows cells by sheet and place, and nothing of who wrote it. */
export class EditedWorkbook {
  private readonly parts: Record<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
  }

  bytes(): Uint8Array {
    return zipSync(this.parts);
  }

  text(part: string): string {
    return strFromU8(this.parts[part]!);
  }

  put(part: string, xml: string): void {
    this.parts[part] = strToU8(xml);
  }

  private partOf(sheet: string): string {
    const names = [...this.text('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    return `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
  }

  /** The letters of the column with a heading. */
  column(sheet: string, heading: string): string {
    const strings = [...this.text('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
      ([, text]) => text,
    );
    const [, head] = /<row r="1">(.*?)<\/row>/.exec(this.text(this.partOf(sheet)))!;
    for (const [, letters, value] of head!.matchAll(/<c r="([A-Z]+)1"[^>]*><v>(\d+)<\/v><\/c>/g))
      if (strings[Number(value)] === heading) return letters!;
    throw new Error(`no ${heading}`);
  }

  /** Puts text, a number or nothing into a cell; numbers below the last row make a new one. */
  set(sheet: string, heading: string, row: number, value: string | number): this {
    const part = this.partOf(sheet);
    const place = this.column(sheet, heading) + row;
    const escaped = String(value).replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);
    const cell =
      typeof value === 'number'
        ? `<c r="${place}"><v>${value}</v></c>`
        : value === ''
          ? ''
          : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
    let xml = this.text(part);
    if (!xml.includes(`<row r="${row}">`))
      xml = xml.replace('</sheetData>', `<row r="${row}"></row></sheetData>`);
    xml = xml.replace(
      new RegExp(`(<row r="${row}">)(.*?)(</row>)`),
      (_, open: string, cells: string, close: string) => {
        const kept = [...cells.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>.*?<\/c>)/g)].filter(
          ([, letters]) => letters + String(row) !== place,
        );
        const all = [...kept.map(([text]) => text), ...(cell === '' ? [] : [cell])];
        const index = (text: string): number =>
          [.../r="([A-Z]+)/.exec(text)![1]!].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
        return open + all.sort((a, b) => index(a) - index(b)).join('') + close;
      },
    );
    this.put(part, xml);
    return this;
  }

  removeRow(sheet: string, row: number): this {
    const part = this.partOf(sheet);
    this.put(part, this.text(part).replace(new RegExp(`<row r="${row}">.*?</row>`), ''));
    return this;
  }
}
