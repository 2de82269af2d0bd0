/** An element of an XML document; `text` is what stands directly in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Characters of XML 1.0. */
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/;
/** A start, empty or end tag, or text; in values and text neither `<` nor an `&` that begins no reference. */
const TOKEN =
  /<(?<open>[A-Za-z][\w.-]*)(?<attributes>(?:\s+[A-Za-z][\w.-]*="(?:[^<&"]|&(?:lt|gt|amp|quot|apos|#\d+);)*")*)\s*(?<empty>\/?)>|<\/(?<close>[A-Za-z][\w.-]*)\s*>|(?<text>(?:[^<&]|&(?:lt|gt|amp|quot|apos|#\d+);)+)/uy;

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, number?: string, name?: string) =>
    number === undefined ? NAMED[name!]! : String.fromCodePoint(Number(number)),
  );

function attributesOf(text: string): Record<string, string> {
  const all = [...text.matchAll(/([\w.-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, decoded(value!)]);
  if (new Set(all.map(([name]) => name)).size !== all.length) throw new Error(`an attribute twice: ${text}`);
  return Object.fromEntries(all);
}

/** The root of a document, or an error where it is not well-formed; of XML only as much as JUnit needs. */
export function parseXml(document: string): Element {
  if (!CHARACTERS.test(document)) throw new Error('a character that XML has no place for');
  const start = DECLARATION.exec(document)?.[0].length;
  if (start === undefined) throw new Error('no declaration');
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  TOKEN.lastIndex = start;
  for (let at = start; at < document.length; at = TOKEN.lastIndex) {
    const groups = TOKEN.exec(document)?.groups;
    if (groups === undefined) throw new Error(`not well-formed at ${document.slice(at, at + 60)}`);
    const inside = open.at(-1)!;
    if (groups.text !== undefined) inside.text += decoded(groups.text);
    else if (groups.close !== undefined) {
      if (inside.name !== groups.close) throw new Error(`</${groups.close}> closes <${inside.name}>`);
      open.pop();
    } else {
      const element: Element = {
        name: groups.open!,
        attributes: attributesOf(groups.attributes!),
        children: [],
        text: '',
      };
      inside.children.push(element);
      if (groups.empty === '') open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  if (top.children.length !== 1 || top.text.trim() !== '') throw new Error('not one root');
  return top.children[0]!;
}
