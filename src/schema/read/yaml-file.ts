import type { ZodType } from 'zod';
import { type Position, type Problem, UserError } from '../../base/errors.ts';
import { printable } from '../../base/text.ts';
import { decode } from '../../source/decode.ts';
import { type FileReader, MEBIBYTE, readBytes, sha256 } from '../../source/files.ts';
import { leadsOut } from '../../source/include.ts';
import { SourceText } from '../../source/source-text.ts';
import { resolved, type YamlNode } from '../../source/yaml/node.ts';
import { type Place, placeOf } from '../../source/yaml/places.ts';
import { readNodes } from '../../source/yaml/read.ts';
import { YamlValues } from '../../source/yaml/values.ts';
import { organisation } from '../input/organisation.ts';
import { guide } from './guide.ts';
import { type Shape, shapeOf, wordsOf } from './shape.ts';

type Path = readonly (string | number)[];

/** Keys at the top that begin so are a place for anchors, and are not read. */
const UNREAD = 'x-';

const MAXIMUM_BYTES = 64 * MEBIBYTE;

/** A YAML file as plain values, each of which knows its place. */
export class YamlFile {
  constructor(
    readonly source: SourceText,
    readonly value: Readonly<Record<string, unknown>>,
    /** What is wrong with the YAML itself, though it could be read: keys given twice and the like. */
    readonly faults: readonly Problem[],
    private readonly root: YamlNode,
    private readonly schema: ZodType,
  ) {}

  /** What the schema allows in it. */
  get shape(): Shape {
    return shapeOf(this.schema);
  }

  place(path: Path): Place {
    return placeOf(this.root, path);
  }

  /** Place of a value, or of the nearest value around it. */
  at(path: Path): Position {
    return this.source.position(this.place(path).offset);
  }

  /** A problem with a value, its key, or (where it is missing) the map it should stand in. */
  problem(path: Path, message: string, hint?: string, where: 'value' | 'key' | 'parent' = 'value'): Problem {
    const exact = this.place(path);
    const place = where === 'parent' && !exact.found ? this.place(path.slice(0, -1)) : exact;
    const offset =
      where === 'value'
        ? place.offset
        : where === 'key' || exact.found
          ? (place.keyOffset ?? place.offset)
          : place.offset;
    const used =
      place.usedAt === undefined ? '' : ` (used at line ${this.source.position(place.usedAt).line})`;
    return this.source.problem(offset, used === '' ? message : `${message.replace(/\.$/, '')}${used}.`, hint);
  }
}

/** What a YAML file is to hold. */
interface FileKind {
  readonly schema: ZodType;
  /** What it should begin with, as a sentence, for who gave another file. */
  readonly expected: string;
}

const ORGANISATION: FileKind = {
  schema: organisation,
  expected: 'It should begin with `version: 1`, then `name:` and `people:`.',
};

/**
 * Reads a YAML file, `-` for standard input.
 * @param kind - What it is to hold; an organisation if left out.
 * @throws UserError where it cannot be read or holds no map.
 */
export async function readYamlFile(
  path: string,
  io: FileReader,
  { schema, expected }: FileKind = ORGANISATION,
): Promise<YamlFile> {
  const name = path === '-' ? (io.stdinPath ?? '<stdin>') : path;
  const shown = printable(name);
  const bytes = await readBytes(io, path, MAXIMUM_BYTES);
  const decoded = decode(bytes, { guessWide: true });
  if (decoded === 'binary') {
    const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    throw new UserError(
      `${shown} is a binary file, not YAML.`,
      zip
        ? 'Save the sheet as CSV and name it in `people: { file: … }` of a YAML file.'
        : 'Give the YAML file of the organisation.',
    );
  }
  if (typeof decoded === 'string') throw new UserError(`${shown} is not UTF-8 text.`, 'Save it as UTF-8.');
  const concealed = path !== '-' && (await leadsOut(path, io));
  const source = new SourceText(name, sha256(bytes), decoded.text, concealed);
  if (/^[\s\u00a0]*$/.test(decoded.text)) throw new UserError(`${shown} is empty.`, expected);

  const parsed = await readNodes(source, (word) => wordsOf(shapeOf(schema)).has(word));
  if (!('root' in parsed)) throw new UserError(parsed);
  const { root, faults } = parsed;
  if (root === undefined) throw new UserError(`${shown} holds nothing but comments.`, expected);
  const values = new YamlValues(source, guide);
  const value = values.read(root, schema);
  if (values.tooMuch) throw new UserError([...faults, ...values.problems]);
  if (resolved(root)?.kind !== 'map') {
    const place = source.problem(
      0,
      `${shown} holds no map of keys and values.`,
      /\.(csv|tsv|txt|xlsx?)$/i.test(name) ? CSV : expected,
    );
    throw new UserError([...faults, place]);
  }
  const read = Object.fromEntries(
    Object.entries(value as Readonly<Record<string, unknown>>).filter(([key]) => !key.startsWith(UNREAD)),
  );
  return new YamlFile(source, read, [...faults, ...values.problems], root, schema);
}

const CSV = 'A CSV file is named in a YAML file: `people: { file: people.csv }`.';
