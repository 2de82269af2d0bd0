import { allOf } from '../../base/text.ts';
import { ownRules } from '../../policy/own-rules.ts';
import { remedies } from '../../remedies/remedies/index.ts';
import type { Fit } from '../../rules/fit/statement.ts';
import { rules } from '../../rules/index.ts';
import { builtIn, presets } from '../../rules/presets.ts';
import { PRACTICES } from '../../schema/input/practices.ts';
import { firstCertainty, statements } from '../../verdicts/officer-statements.ts';
import { type Entry, needsOf, option, type Property } from './entry.ts';

/** With which certainty a rule speaks for or against designs, what it reads, and what would change that. */
const fitFacts = ({ statements, reads, change }: Fit) => ({
  certainty: [
    ...statements.map(({ when, designs: of, certainty }) => `${certainty} for ${allOf(of)}: ${when}.`),
    'Certainties run from -1, it does not suit, to 1. They are expert judgement, not published figures.',
  ],
  reads:
    reads.length === 0
      ? 'the data of the file'
      : reads.map((key) => (key.startsWith('practices.') ? `${key}: ${questionOf(key)}` : key)),
  verdictChanges: [
    change,
    ...statements.flatMap(({ when, designs: of, change: own }) =>
      own === undefined ? [] : [`${when}, for ${allOf(of)}: ${own}`],
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
export const checkRuleEntries = (): Entry[] =>
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

/** Rules with their thresholds, and what speaks for or against a design. */
export const ruleEntries = (thresholds: Readonly<Record<string, Property>>): Entry[] =>
  rules.map(({ id, about, validateOnly, severity, summary, why, options, needs, fit, examples }) => ({
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
      ...needsOf(needs),
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
export const officerEntries = (): Entry[] =>
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
