import * as z from 'zod';
import type { DataGate } from '../../schema/documents/quality.ts';

export const KINDS = [
  'measure',
  'rule',
  'officer',
  'design',
  'risk',
  'criterion',
  'ranking',
  'work',
  'threshold',
  'practice',
  'readiness',
  'key',
] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that can be looked up. Beside the first three, keys are facts: text, or a list of texts. */
export interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly summary: string;
  readonly facts: Readonly<Record<string, string | readonly string[]>>;
  /** Files in YAML by what they show. */
  readonly examples?: Readonly<Record<string, string>>;
}

/** What a JSON Schema says of a key. */
export interface Property {
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Property>>;
}

/** The keys of an object, with what its schema says of them. */
export const properties = (schema: z.ZodType): Readonly<Record<string, Property>> =>
  (z.toJSONSchema(schema, { io: 'input' }) as Property).properties ?? {};

export const defaultOf = ({ default: value }: Property): string => {
  if (value === undefined || (typeof value === 'object' && JSON.stringify(value).length === 2)) return 'none';
  // Two thirds has no end as a decimal.
  return typeof value === 'number' ? String(Number(value.toPrecision(4))) : JSON.stringify(value);
};

const IN_ORDER: Readonly<Record<DataGate, string>> = {
  lines: 'lines: who leads whom is known of enough people',
  capabilities: 'capabilities: what people can do is known of enough of them',
  customers: 'customers: there are some',
};

/** What of the data has to be good enough for something to be shown, as facts; none where nothing has to. */
export const needsOf = (needs: readonly DataGate[]): Entry['facts'] =>
  needs.length === 0 ? {} : { needs: needs.map((gate) => IN_ORDER[gate]) };

/** An option, or a threshold, in a line. */
export const option = (name: string, property: Property): string =>
  `${name} (default ${defaultOf(property)}): ${property.description ?? ''}`;
