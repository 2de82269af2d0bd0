import * as z from 'zod';
import { designs } from '../designs/index.ts';
import { UserError } from '../errors.ts';
import { measures } from '../measures/index.ts';
import { rules } from '../rules/index.ts';
import { designs as designOptions } from '../schema/designs.ts';
import { policy } from '../schema/policy.ts';
import { alternatives, didYouMean, quoted } from '../text.ts';

export const KINDS = ['measure', 'rule', 'design', 'threshold'] as const;
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

interface Property {
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Property>>;
}

const properties = (schema: z.ZodType): Readonly<Record<string, Property>> =>
  (z.toJSONSchema(schema, { io: 'input' }) as Property).properties ?? {};

const defaultOf = ({ default: value }: Property): string => {
  if (value === undefined || (typeof value === 'object' && JSON.stringify(value).length === 2)) return 'none';
  // Two thirds has no end as a decimal.
  return typeof value === 'number' ? String(Number(value.toPrecision(4))) : JSON.stringify(value);
};

const option = (name: string, property: Property): string =>
  `${name} (default ${defaultOf(property)}): ${property.description ?? ''}`;

const measureEntries = (): Entry[] =>
  measures.map(({ id, label, summary, formula, unit, better, byConstruction, source, change }) => ({
    kind: 'measure',
    id,
    summary,
    facts: {
      label,
      definition: formula,
      unit,
      better,
      ...(Object.keys(byConstruction).length === 0
        ? {}
        : { fixedByDefinitionIn: Object.keys(byConstruction) }),
      source,
      change,
    },
  }));

const ruleEntries = (thresholds: Readonly<Record<string, Property>>): Entry[] =>
  rules.map(({ id, about, validateOnly, severity, summary, why, options, examples }) => ({
    kind: 'rule',
    id,
    summary,
    facts: {
      about,
      severity,
      ...(validateOnly === true ? { askedBy: 'orgdesign validate only' } : {}),
      why: why.text,
      source: why.source,
      ...(options.length === 0
        ? {}
        : { thresholds: options.map((name) => option(name, thresholds[name] ?? {})) }),
      change: [
        `policy: { rules: { ${id}: off } } in the file turns it off; note, warning or error sets its severity.`,
        ...options.map((name) => `policy: { ${name}: … } in the file sets the threshold.`),
      ],
    },
    examples: { bad: examples.bad, good: examples.good },
  }));

const designEntries = (): Entry[] => {
  const options = properties(designOptions);
  return designs.map(({ id, name, summary, why, method }) => {
    const own = Object.entries(options[id]?.properties ?? {});
    return {
      kind: 'design',
      id,
      summary,
      facts: {
        name,
        why: why.text,
        source: why.source,
        method,
        ...(own.length === 0
          ? {}
          : {
              options: own.map(([key, property]) => option(key, property)),
              change: `designs: { ${id}: { ${own[0]![0]}: … } } in the file.`,
            }),
      },
    };
  });
};

const thresholdEntries = (thresholds: Readonly<Record<string, Property>>): Entry[] =>
  Object.entries(thresholds).map(([id, property]) => {
    const readers = rules
      .filter(({ options }) => (options as readonly string[]).includes(id))
      .map((rule) => rule.id);
    return {
      kind: 'threshold',
      id,
      summary: property.description ?? '',
      facts: {
        default: defaultOf(property),
        ...(readers.length === 0 ? {} : { rules: readers }),
        change: `policy: { ${id}: … } in the file.`,
      },
    };
  });

/** Everything that can be explained, from the registries. */
export const reference = (): Entry[] => {
  const thresholds = properties(policy);
  return [
    ...measureEntries(),
    ...ruleEntries(thresholds),
    ...designEntries(),
    ...thresholdEntries(thresholds),
  ];
};

/** The entries of this id, of whatever kind. */
export const entriesNamed = (id: string): Entry[] => {
  const all = reference();
  const named = all.filter((entry) => entry.id === id);
  if (named.length > 0) return named;
  const ids = all.map((entry) => entry.id);
  throw new UserError(
    `There is no ${alternatives(KINDS)} ${quoted(id)}.`,
    didYouMean(id, ids) ?? '`orgdesign explain` lists them.',
  );
};
