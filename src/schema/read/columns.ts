import { branches, customerShape, personShape, type Shape } from './shape.ts';

type CellKind = 'text' | 'list' | 'lines' | 'shares' | 'number' | 'boolean' | 'date' | 'choice';

/** What a CSV column may hold; a field that ends in `*` stands for one column for each name in its place. */
export interface ColumnDefinition {
  readonly field: string;
  readonly kind: CellKind;
  readonly integer: boolean;
  readonly minimum: number;
  readonly maximum: number;
  readonly choices: readonly string[];
  /** What the column means and how its cells are written, for the documentation. */
  readonly prose: string;
}

const CELLS: Readonly<Record<CellKind, string>> = {
  text: '',
  list: 'Separated by `;`.',
  lines:
    'As `p7:0.7:solid;p9:0.3:dotted`; weight and kind may be left out. The department of another job stands last: `p9:0.4:solid:research`.',
  shares: 'Separated by `;`, as `sale:0.2;question:0.8`; shares may be left out.',
  number: '',
  boolean: '`true`, `yes` or `1`; `false`, `no` or `0`.',
  date: 'As `2024-01-31`.',
  choice: '',
};

/** The columns of a people file, from the schema of a person. */
export function personColumns(): readonly ColumnDefinition[] {
  return columnsOf(personShape());
}

/** The columns of a customers file, from the schema of a customer. */
export function customerColumns(): readonly ColumnDefinition[] {
  return columnsOf(customerShape());
}

function columnsOf(shape: Shape): readonly ColumnDefinition[] {
  return Object.entries(shape.properties ?? {}).flatMap(([field, property]) => columnsFor(field, property));
}

function columnsFor(field: string, shape: Shape): ColumnDefinition[] {
  if (shape.properties !== undefined) {
    return Object.entries(shape.properties).flatMap(([key, property]) =>
      columnsFor(`${field}.${key}`, property),
    );
  }
  if (typeof shape.additionalProperties === 'object') {
    const each = branches(shape.additionalProperties)[0]!;
    return [definition(`${field}.*`, { ...each, description: shape.description ?? '' })];
  }
  return [definition(field, shape)];
}

function definition(field: string, shape: Shape): ColumnDefinition {
  const kind = kindOf(shape);
  const fraction = isFraction(shape) ? 'A fraction, or `93 %`.' : '';
  return {
    field,
    kind,
    integer: shape.type === 'integer',
    minimum: shape.minimum ?? -Infinity,
    maximum: shape.maximum ?? Infinity,
    choices: (shape.enum ?? []).map(String),
    prose: [shape.description, CELLS[kind], fraction].filter(Boolean).join(' '),
  };
}

function kindOf(shape: Shape): CellKind {
  const list = branches(shape).find((branch) => branch.type === 'array');
  if (list !== undefined) {
    if (list.items?.type === 'object') return 'lines';
    return list.items?.anyOf === undefined ? 'list' : 'shares';
  }
  if (shape.enum !== undefined) return 'choice';
  if (shape.format === 'date') return 'date';
  if (shape.type === 'number' || shape.type === 'integer') return 'number';
  return shape.type === 'boolean' ? 'boolean' : 'text';
}

/** Whether a number is a share of a whole, and so may be written in per cent. */
export function isFraction(shape: { readonly minimum?: number; readonly maximum?: number }): boolean {
  return shape.minimum === 0 && shape.maximum === 1;
}
