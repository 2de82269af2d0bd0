import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

const SHAPES = ['rect', 'roundRect', 'ellipse', 'line', 'straightConnector1', 'bentConnector4'];
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Names in the directory of an archive as they stand there, folders and repetitions too. */
function entriesOf(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const length = view.getUint16(at + 28, true);
    names.push(strFromU8(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, one]) => one!);

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);

const wellFormed = (name: string, xml: string): string[] => {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => faults.push(`${name}: ${error.message}`));
  parser.write(xml).close();
  return faults;
};

const resolved = (from: string, target: string): string => {
  const way = from.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') way.pop();
    else way.push(step);
  return way.join('/');
};

/** What of a slide would make a program offer to repair the file, or is against our own rules. */
function faultsOfSlide(name: string, xml: string): string[] {
  const ids = all(xml, /<p:cNvPr id="([^"]*)"/g);
  const known = new Set(ids);
  const glue = [...xml.matchAll(/<p:cxnSp>[\s\S]*?<\/p:cxnSp>/g)].flatMap(([line]) => {
    const ends = all(line!, /<a:(?:st|end)Cxn id="([^"]*)"/g);
    return ends.length === 2 && ends.every((id) => known.has(id))
      ? []
      : [`${name}: a line that is not glued`];
  });
  return [
    ...ids.filter((id) => !/^[1-9]\d*$/.test(id)).map((id) => `${name}: id ${id} is no number`),
    ...repeated(ids).map((id) => `${name}: id ${id} twice`),
    ...(/<(?:p:txBody|a:txBody)>(?:(?!<a:p>)[\s\S])*?<\/(?:p|a):txBody>/.test(xml)
      ? [`${name}: a text without a paragraph`]
      : []),
    ...(/="(?:NaN|-?Infinity|undefined)/.test(xml) ? [`${name}: what is no number`] : []),
    ...all(xml, /<a:ext cx="(-\d+)"/g).map(() => `${name}: a negative width`),
    ...all(xml, /prst="([^"]*)"/g).flatMap((one) =>
      SHAPES.includes(one) || one === 'dash' ? [] : [`${name}: shape ${one} is unknown`],
    ),
    ...all(xml, /\ssz="(\d+)"/g).flatMap((size) =>
      Number(size) < 1000 ? [`${name}: ${size} is below 10 points`] : [],
    ),
    ...glue,
  ];
}

/** What is wrong with a package of slides; empty where a program opens it without a word. */
export function faultsIn(bytes: Uint8Array): string[] {
  const entries = entriesOf(bytes);
  const parts = Object.entries(unzipSync(bytes)).map(
    ([name, content]) => [name, strFromU8(content)] as const,
  );
  const texts = new Map(parts.filter(([name]) => /\.(?:xml|rels)$/.test(name)));
  const names = new Set(entries);
  const types = texts.get('[Content_Types].xml') ?? '';
  const overrides = all(types, /<Override PartName="\/([^"]*)"/g);
  const defaults = all(types, /<Default Extension="([^"]*)"/g);
  const relations = [...texts].filter(([name]) => name.endsWith('.rels'));
  return [
    ...entries.filter((name) => name.endsWith('/')).map((name) => `${name} is a folder`),
    ...repeated(entries).map((name) => `${name} twice`),
    ...overrides.filter((name) => !names.has(name)).map((name) => `${name} has a type and is not there`),
    ...repeated(overrides).map((name) => `${name} has two types`),
    ...entries
      .filter(
        (name) =>
          name !== '[Content_Types].xml' &&
          !overrides.includes(name) &&
          !defaults.includes(name.split('.').at(-1)!),
      )
      .map((name) => `${name} has no type`),
    ...relations.flatMap(([name, xml]) => {
      const of = name.replace('_rels/', '').replace(/\.rels$/, '');
      return [
        ...repeated(all(xml, /\sId="([^"]*)"/g)).map((id) => `${name}: ${id} twice`),
        ...[...xml.matchAll(/<Relationship [^>]*>/g)].flatMap(([tag]) => {
          const target = / Target="([^"]*)"/.exec(tag)?.[1] ?? '';
          if (/TargetMode="External"/.test(tag)) return [];
          return names.has(resolved(of, target)) ? [] : [`${name}: ${target} is not there`];
        }),
      ];
    }),
    ...[...texts].flatMap(([name, xml]) => {
      const own = texts.get(name.replace(/([^/]*)$/, '_rels/$1.rels')) ?? '';
      const ids = all(own, /\sId="([^"]*)"/g);
      return all(xml, /\sr:(?:id|embed|link)="([^"]*)"/g)
        .filter((id) => !ids.includes(id))
        .map((id) => `${name}: ${id} leads nowhere`);
    }),
    ...[...texts].flatMap(([name, xml]) =>
      CONTROL.test(xml) ? [`${name}: a control character`] : wellFormed(name, xml),
    ),
    ...[...texts]
      .filter(([name]) => /^ppt\/slides\/[^/]*\.xml$/.test(name))
      .flatMap(([name, xml]) => faultsOfSlide(name, xml)),
    ...[...texts]
      .filter(([name]) => /^ppt\/charts\/[^/]*\.xml$/.test(name))
      .flatMap(([name, xml]) =>
        all(xml, /\ssz="(\d+)"/g).flatMap((size) => (Number(size) < 1000 ? [`${name}: ${size}`] : [])),
      ),
  ];
}
