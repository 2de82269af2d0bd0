import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import { type Splice, type YamlEdit, YamlEdits } from './yaml-edits.ts';
import { type MapNode, NoPlace, type Path, pairOf, type Values, within } from './yaml-nodes.ts';

/** The text with all of it put in. @throws NoPlace where two edits are in each other's way. */
const spliced = (text: string, splices: readonly Splice[]): string => {
  const parts: string[] = [];
  let at = 0;
  // What is put into one place keeps its order; what was taken away with more around it is gone already.
  for (const { from, to, text: put } of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at && put !== '') throw new NoPlace();
    parts.push(text.slice(at, Math.max(at, from)), put);
    at = Math.max(at, to);
  }
  return [...parts, text.slice(at)].join('');
};

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: true,
  uniqueKeys: false,
  logLevel: 'silent',
} as const;

type Document = ReturnType<typeof parseDocument>;

/** Keys without a value are as if they were not there, as are maps and lists without entries. */
const pruned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(pruned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, one]) => {
    const kept = pruned(one);
    const empty = kept == null || (typeof kept === 'object' && Object.keys(kept).length === 0);
    return empty ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(entries);
};

const valuesOf = (document: Document): Values => pruned(document.toJS({ maxAliasCount: -1 })) as Values;

/** What the file holds after the edits; what is shared by aliases is changed where it was meant only. */
function expected(before: Values, edits: readonly YamlEdit[]): unknown {
  const after = structuredClone(before);
  const removed: { list: unknown[]; index: number }[] = [];
  const added: { list: unknown[]; value: unknown }[] = [];
  const at = (path: Path): unknown =>
    path.reduce<unknown>((value, key) => (value as Values | undefined)?.[key], after);
  for (const edit of edits) {
    const { path } = edit;
    const last = path.at(-1)!;
    if (edit.kind === 'add') added.push({ list: at(path) as unknown[], value: edit.value });
    else if (edit.kind === 'remove')
      removed.push({ list: at(path.slice(0, -1)) as unknown[], index: Number(last) });
    else {
      let into = after as Values;
      for (const key of path.slice(0, -1)) into = within(into, key);
      into[last] = edit.value;
    }
  }
  for (const { list, index } of removed.sort((a, b) => b.index - a.index)) list.splice(index, 1);
  for (const { list, value } of added) list.push(value);
  return pruned(after);
}

/** The text of a YAML file that is to be edited. */
export class YamlText {
  private readonly document: Document;

  constructor(readonly text: string) {
    this.document = parseDocument(text, OPTIONS);
  }

  /** The values at the top, as YAML gives them. */
  values(): Readonly<Record<string, unknown>> {
    return valuesOf(this.document);
  }

  /** Where each entry of a list at the top stands, by its id as it is written. */
  entries(list: string): ReadonlyMap<string, number> {
    const { contents } = this.document;
    const node = isMap(contents) ? pairOf(contents as unknown as MapNode, list)?.value : undefined;
    const found = new Map<string, number>();
    if (!isSeq(node)) return found;
    for (const [index, entry] of node.items.entries()) {
      const id = isMap(entry) ? pairOf(entry as MapNode, 'id')?.value : undefined;
      if (isScalar(id)) found.set(textOf(id), index);
    }
    return found;
  }

  /**
   * The text with some edits made, everything else as it was to the character: comments, order, line ends. The result is
   * read again, and holds these edits and nothing else that is new.
   * @returns The text; or the edits that have no place, as where an alias stands instead of a map.
   */
  edited(
    edits: readonly YamlEdit[],
  ): { readonly text: string } | { readonly impossible: readonly YamlEdit[] } {
    const { document, text } = this;
    if (document.errors.length > 0 || !isMap(document.contents)) return { impossible: edits };
    const root = document.contents as unknown as MapNode;
    const edit = new YamlEdits(text);
    const impossible = edits.filter((one) => !edit.takes(root, one));
    if (impossible.length > 0) return { impossible };
    try {
      edit.finish(root);
      const changed = spliced(text, edit.splices);
      const again = parseDocument(changed, OPTIONS);
      const holds =
        again.errors.length === 0 && isDeepStrictEqual(valuesOf(again), expected(valuesOf(document), edits));
      return holds ? { text: changed } : { impossible: edits };
    } catch (error) {
      if (error instanceof NoPlace) return { impossible: edits };
      throw error;
    }
  }
}

const textOf = ({ value, source }: Scalar): string =>
  (typeof value === 'string' ? value : (source ?? String(value))).trim().normalize('NFC');
