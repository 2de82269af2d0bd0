import { SaxesParser } from 'saxes';

/** An element of an XML document; `text` is what stands directly in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The root of a document, or an error where it is not well-formed. */
export function parseXml(document: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  const refused = (what: string) => () => {
    throw new Error(`${what}, which readers of JUnit XML need not know`);
  };
  parser.on('doctype', refused('a document type'));
  parser.on('processinginstruction', refused('a processing instruction'));
  parser.on('cdata', refused('a CDATA section'));
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.write(document).close();
  return top.children[0]!;
}
