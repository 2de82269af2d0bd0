import { SaxesParser } from 'saxes';
import { printable } from '../../../base/text.ts';
import type { Archive } from './archive.ts';

const MOST_ATTRIBUTES = 100;
const DEEPEST = 100;

export type Attributes = Readonly<Record<string, string>>;

/** What happens at the elements of a part; names are without the prefix of their namespace. */
export interface Visitor {
  open?(name: string, attributes: Attributes): void;
  /** With the text that the element holds, of what is in it as well. */
  close?(name: string, text: string): void;
  /** Whether the rest need not be read. */
  done?(): boolean;
}

const bare = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);

/**
 * Walks through a part of a workbook piece by piece; entities that the part declares are not known, and so not expanded.
 * Where there is no such part nothing happens.
 * @throws UserError where it is no XML, or has more attributes or levels than an honest one.
 */
export async function walkXml(archive: Archive, part: string, visitor: Visitor): Promise<void> {
  if (!archive.has(part)) return;
  let [attributes, depth, text] = [0, 0, ''];
  const parser = new SaxesParser();
  parser.on('attribute', () => {
    if (++attributes > MOST_ATTRIBUTES) throw archive.refusal('has a part with too many attributes');
  });
  parser.on('opentag', (tag) => {
    [attributes, text] = [0, ''];
    if (++depth > DEEPEST) throw archive.refusal('has a part that is nested too deeply');
    visitor.open?.(bare(tag.name), tag.attributes as Attributes);
  });
  const add = (more: string): void => {
    text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    depth--;
    visitor.close?.(bare(name), text);
    text = '';
  });
  parser.on('error', ({ message }) => {
    throw archive.refusal(`has a part that is no XML (${printable(message)})`);
  });
  for await (const piece of archive.text(part)) {
    parser.write(piece);
    if (visitor.done?.() === true) return;
  }
  parser.close();
}
