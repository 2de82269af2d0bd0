import * as z from 'zod';
import { UserError } from '../base/errors.ts';
import { alternatives, didYouMean, quoted } from '../base/text.ts';
import { designs } from '../designs/index.ts';
import { measures } from '../measures/index.ts';
import { ownRules } from '../policy/own-rules.ts';
import { feedsOf } from '../questionnaire/readiness/questions.ts';
import { PART_NAMES, readinessItems } from '../questionnaire/readiness/readiness.ts';
import { remedies } from '../remedies/remedies/index.ts';
import type { Fit } from '../rules/fit/statement.ts';
import { rules } from '../rules/index.ts';
import { builtIn, presets } from '../rules/presets.ts';
import { designs as designOptions } from '../schema/input/designs.ts';
import { policy } from '../schema/input/policy.ts';
import { ANSWERS, PRACTICES } from '../schema/input/practices.ts';
import { firstCertainty, statements } from '../verdicts/officer-statements.ts';

export const KINDS = ['measure', 'rule', 'officer', 'design', 'threshold', 'practice', 'readiness'] as const;
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

/** With which certainty a rule speaks for or against designs, what it reads, and what would change that. */
const fitFacts = ({ statements, reads, change }: Fit) => ({
  certainty: [
    ...statements.map(
      ({ when, designs: of, certainty }) => `${certainty} for ${alternatives(of, 'and')}: ${when}.`,
    ),
    'Certainties run from -1, it does not suit, to 1. They are expert judgement, not published figures.',
  ],
  reads:
    reads.length === 0
      ? 'the data of the file'
      : reads.map((key) => (key.startsWith('practices.') ? `${key}: ${questionOf(key)}` : key)),
  verdictChanges: [
    change,
    ...statements.flatMap(({ when, designs: of, change: own }) =>
      own === undefined ? [] : [`${when}, for ${alternatives(of, 'and')}: ${own}`],
    ),
  ],
});

const questionOf = (key: string): string =>
  PRACTICES.find(({ id }) => `practices.${id}` === key)?.question ?? '';

/** What the presets of a policy set, where they do not leave it as it is. */
const inPresets = (id: string, usual: string): Entry['facts'] => {
  const set = [...presets].flatMap(([name, preset]) =>
    (preset[id] ?? usual) === usual ? [] : [`${name}: ${preset[id]}`],
  );
  return set.length === 0 ? {} : { presets: set };
};

/** Rules that no single organisation shows. */
const checkRuleEntries = (): Entry[] =>
  ownRules.map(({ id, severity, summary, why, help }) => ({
    kind: 'rule',
    id,
    summary,
    facts: {
      about: 'a check',
      severity,
      askedBy: 'orgdesign check',
      why: why.text,
      source: why.source,
      change: help,
    },
  }));

/** What clears its findings, where something is known that does. */
const suggested = (id: string) => {
  const remedy = remedies.find(({ rule }) => rule === id);
  return remedy === undefined ? {} : { suggestion: `orgdesign suggest ${remedy.summary}.` };
};

const ruleEntries = (thresholds: Readonly<Record<string, Property>>): Entry[] =>
  rules.map(({ id, about, validateOnly, severity, summary, why, options, fit, examples }) => ({
    kind: 'rule',
    id,
    summary,
    facts: {
      about,
      severity,
      ...(validateOnly === true
        ? { askedBy: 'orgdesign validate, and orgdesign check where a policy sets it' }
        : {}),
      ...inPresets(id, builtIn({ severity, validateOnly })),
      why: why.text,
      source: why.source,
      ...(fit === undefined ? {} : fitFacts(fit)),
      ...(options.length === 0
        ? {}
        : { thresholds: options.map((name) => option(name, thresholds[name] ?? {})) }),
      ...suggested(id),
      change: [
        `policy: { rules: { ${id}: off } } in the file turns it off; note, warning or error sets its severity.`,
        ...options.map((name) => `policy: { ${name}: … } in the file sets the threshold.`),
        ...(fit === undefined
          ? []
          : [
              `policy: { certainties: { ${id}: ${fit.statements[0]!.certainty} } } in the file sets the first certainty; the others follow in proportion.`,
            ]),
      ],
    },
    examples:
      fit === undefined
        ? { bad: examples.bad, good: examples.good }
        : { firing: examples.bad, silent: examples.good },
  }));

/** What is asked before an officer is advised, and with which certainty it speaks for or against each model. */
const officerEntries = (): Entry[] =>
  statements.map((statement) => {
    const { id, summary, why, source, change, certainty } = statement;
    const first = firstCertainty(statement);
    return {
      kind: 'officer',
      id,
      summary,
      facts: {
        why,
        source,
        certainty: [
          ...Object.entries(certainty).map(([model, cf]) => `${cf} for the model ${model}.`),
          'Certainties run from -1, it does not suit, to 1. They are expert judgement, not published figures.',
        ],
        verdictChanges: change,
        change: `policy: { certainties: { ${id}: ${first.certainty} } } in the file sets that of ${first.model}; the others follow in proportion, and 0 leaves the statement out.`,
      },
    };
  });

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

const practiceEntries = (): Entry[] =>
  PRACTICES.map(({ id, question, step, source, derived }) => ({
    kind: 'practice',
    id,
    summary: question,
    facts: {
      answers: ANSWERS.join(', '),
      ...(derived === undefined ? {} : { fromTheData: derived }),
      tells: feedsOf(id),
      nextStep: step,
      source,
      change: `practices: { ${id}: … } in the file, or with what it rests on: { answer: …, note: … }.`,
    },
  }));

const readinessEntries = (): Entry[] =>
  [...readinessItems].flatMap(([design, items]) =>
    items.map(({ id, name, part, why, source, blocks, reads = [] }) => ({
      kind: 'readiness',
      id,
      summary: `${name}.`,
      facts: {
        before: `the design ${design}; ${PART_NAMES[part].toLowerCase()}`,
        ...(blocks ? { blocks: 'The source wants it in place first.' } : {}),
        why,
        source,
        ...(reads.length === 0 ? {} : { practices: reads }),
        change: 'orgdesign assess says what is in place, what is not, and what would change it.',
      },
    })),
  );

/** Everything that can be explained, from the registries. */
export const reference = (): Entry[] => {
  const thresholds = properties(policy);
  return [
    ...measureEntries(),
    ...ruleEntries(thresholds),
    ...checkRuleEntries(),
    ...officerEntries(),
    ...designEntries(),
    ...thresholdEntries(thresholds),
    ...practiceEntries(),
    ...readinessEntries(),
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
