import type * as z from 'zod';
import { flat, type Part } from './block.ts';
import type { Format, RenderOptions, View } from './format.ts';
import { formats } from './formats.ts';

/** A format for one kind of document, or for one of its own. */
export interface DocumentFormat<T> {
  readonly summary: string;
  readonly extension: string;
  /** Whether it is written for the runner of a workflow, which obeys it. */
  readonly commands?: true;
  load(): Promise<(value: T, options: RenderOptions) => string>;
  /** What stands in files beside it, by what each has between the name and its ending; only where it is written to a file. */
  loadBeside?(): Promise<(value: T) => Readonly<Record<string, string>>>;
}

/** A format that is no text, and is written to a file only. */
export interface BinaryFormat<T> {
  readonly summary: string;
  readonly extension: string;
  loadBinary(): Promise<(value: T, options: RenderOptions) => Promise<Uint8Array>>;
}

/** What a command prints: data as its schema says, and what they say to a reader. */
export interface Document<T> {
  /** As its schema is called: `diff` for schemas/v1/diff.schema.json. */
  readonly id: string;
  /** What formats are for, where there is more to say than `formats` does. */
  readonly summaries?: Readonly<Record<string, string>>;
  /** Formats in the order in which they are offered, the first if nothing is asked for; those that are not named come last. */
  readonly order?: readonly string[];
  /** Formats that only this document has. */
  readonly own?: ReadonlyMap<string, DocumentFormat<T>>;
  readonly mostBytes?: number;
  /** Loaded by whoever checks a document; no format needs it. */
  schema(): Promise<z.ZodType>;
  blocks(): Promise<(value: T, view: View) => readonly Part[]>;
}

const formatOf = <T>(document: Document<T>, format: Format): DocumentFormat<T> => {
  const { medium } = format;
  return {
    summary: document.summaries?.[format.id] ?? format.summary(document.id),
    extension: format.extension,
    load: async () => {
      const render = await format.load();
      if (medium === undefined) return (value, options) => render({ value, blocks: [] }, options);
      const blocks = await document.blocks();
      const { mostBytes } = document;
      return (value, options) =>
        render(
          { value, blocks: flat(blocks(value, { ...options, medium })) },
          { ...(mostBytes === undefined ? {} : { mostBytes }), ...options },
        );
    },
  };
};

/** Every format of a document; the choices of `--format`, the help and the tests derive from it. */
export function formatsOf<T>(document: Document<T>): ReadonlyMap<string, DocumentFormat<T>> {
  const { order = [], own = new Map() } = document;
  const all = new Map<string, DocumentFormat<T>>([
    ...formats.map((format) => [format.id, formatOf(document, format)] as const),
    ...own,
  ]);
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return new Map([...all].sort(([a], [b]) => place(a) - place(b)));
}
