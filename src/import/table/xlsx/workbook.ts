import { posix } from 'node:path';
import { wellFormed } from '../../clean.ts';
import type { Archive } from './archive.ts';
import { readStyles, type Shown } from './styles.ts';
import { type Attributes, walkXml } from './walk-xml.ts';

const MOST_STRINGS = 2_000_000;

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly archive: Archive;
  readonly sheets: readonly SheetPart[];
  /** Whether days count from 1904, as on old Macs. */
  readonly from1904: boolean;
  readonly strings: readonly string[];
  readonly styles: readonly Shown[];
}

/** @throws UserError where the archive holds no workbook that can be read. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const root = (await relationsOf(archive, '')).find(({ Type = '' }) => Type.endsWith('/officeDocument'));
  const main = root?.part ?? 'xl/workbook.xml';
  if (!archive.has(main)) throw archive.holdsNone();
  const relations = await relationsOf(archive, main);
  const partOf = (type: string): string =>
    relations.find(({ Type = '' }) => Type.endsWith(`/${type}`))?.part ?? '';
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await walkXml(archive, main, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true|on)$/i.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1];
      const { part = '', Type = '' } = relations.find(({ Id }) => Id === id) ?? {};
      if (!Type.endsWith('/worksheet') || !archive.has(part)) return;
      const hidden = /hidden/i.test(attributes.state ?? '');
      sheets.push({ name: wellFormed(attributes.name ?? ''), part, hidden });
    },
  });
  if (sheets.length === 0) throw archive.refusal('has no sheet');
  const styles = await readStyles(archive, partOf('styles'));
  return { archive, sheets, from1904, strings: await stringsOf(archive, partOf('sharedStrings')), styles };
}

/** The parts that a part refers to; those of the whole archive for ''. */
async function relationsOf(archive: Archive, part: string): Promise<(Attributes & { part?: string })[]> {
  const found: (Attributes & { part?: string })[] = [];
  const folder = posix.dirname(part);
  await walkXml(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    open(name, attributes) {
      const { Target = '' } = attributes;
      if (name === 'Relationship')
        found.push({
          ...attributes,
          part: posix.join('/', Target.startsWith('/') ? '' : folder, Target).slice(1),
        });
    },
  });
  return found;
}

async function stringsOf(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  const rich = new RichText();
  await walkXml(archive, part, {
    open(name) {
      rich.open(name);
    },
    close(name, text) {
      rich.close(name, text);
      if (name !== 'si') return;
      if (strings.length >= MOST_STRINGS) throw archive.refusal('has too many texts');
      strings.push(rich.take());
    },
  });
  return strings;
}

/** The text of a cell from its runs, without the pronunciation that stands beside it in East Asia. */
export class RichText {
  private text = '';
  private phonetic = false;

  open(name: string): void {
    if (name === 'rPh') this.phonetic = true;
  }

  close(name: string, text: string): void {
    if (name === 'rPh') this.phonetic = false;
    else if (name === 't' && !this.phonetic) this.text += text;
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return plainText(text);
  }
}

/** Text without the escapes of characters that XML cannot hold, as `_x000D_`. */
export const plainText = (text: string): string =>
  wellFormed(
    text.includes('_x')
      ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        )
      : text,
  );
