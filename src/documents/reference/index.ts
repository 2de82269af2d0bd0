import { UserError } from '../../base/errors.ts';
import { lazy } from '../../base/memo.ts';
import { alternatives, didYouMean, quoted } from '../../base/text.ts';
import { designs } from '../../designs/index.ts';
import { measures } from '../../measures/index.ts';
import { feedsOf } from '../../questionnaire/questions.ts';
import { PART_NAMES, readinessItems } from '../../questionnaire/readiness/readiness.ts';
import { rules } from '../../rules/index.ts';
import { designs as designOptions } from '../../schema/input/designs.ts';
import { policy } from '../../schema/input/policy.ts';
import { ANSWERS, PRACTICES } from '../../schema/input/practices.ts';
import { RISKS } from '../../verdicts/risks/known-risks.ts';
import { MISSING_CENTRE } from '../../verdicts/risks/risk-arguments.ts';
import { defaultOf, type Entry, KINDS, needsOf, option, type Property, properties } from './entry.ts';
import { keyEntries, lookUps } from './key-entries.ts';
import { criterionEntries, rankingEntries, workEntries } from './ranking-entries.ts';
import { checkRuleEntries, officerEntries, ruleEntries } from './rule-entries.ts';

const measureEntries = (): Entry[] =>
  measures.map(({ id, label, summary, formula, unit, better, byConstruction, needs, source, change }) => ({
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
      ...needsOf(needs),
      source,
      change,
    },
  }));

const designEntries = (): Entry[] => {
  const options = properties(designOptions);
  return designs.map(({ id, name, summary, why, method, needs }) => {
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
        ...needsOf(needs),
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

/** What the sources warn of in a design; a report lists a risk by its own name, what speaks against a design by `risk-` and that. */
const riskEntries = (): Entry[] => [
  ...RISKS.map(
    ({ id, text, designs: of, measures: shown, practices, remedy, source, weighedBy }): Entry => ({
      kind: 'risk',
      id: `risk-${id}`,
      summary: `${text}.`,
      facts: {
        designs: of,
        ...(shown.length === 0 ? {} : { shownBy: shown }),
        ...(practices.length === 0 ? {} : { coveredBy: practices.map((item) => `practices.${item}`) }),
        ...(weighedBy === undefined ? {} : { weighedBy }),
        source,
        change: remedy,
      },
    }),
  ),
  {
    kind: 'risk',
    id: MISSING_CENTRE.id,
    summary: MISSING_CENTRE.why.text,
    facts: { designs: ['cluster'], source: MISSING_CENTRE.why.source, change: MISSING_CENTRE.change },
  },
];

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

/** Everything that can be explained, from the lists of measures, rules, designs and questions. */
export const reference = lazy((): readonly Entry[] => {
  const thresholds = properties(policy);
  return [
    ...measureEntries(),
    ...ruleEntries(thresholds),
    ...checkRuleEntries(),
    ...officerEntries(),
    ...designEntries(),
    ...riskEntries(),
    ...criterionEntries(),
    ...rankingEntries(),
    ...workEntries(),
    ...thresholdEntries(thresholds),
    ...practiceEntries(),
    ...readinessEntries(),
    ...keyEntries(),
  ];
});

/** The entries of this id, of whatever kind. */
export const entriesNamed = (id: string): readonly Entry[] => {
  const all = reference();
  for (const wanted of lookUps(id)) {
    const named = all.filter((entry) => entry.id === wanted);
    if (named.length > 0) return named;
  }
  const ids = all.map((entry) => entry.id);
  throw new UserError(
    `There is no ${alternatives(KINDS)} ${quoted(id)}.`,
    didYouMean(id, ids) ?? '`orgdesign explain` lists them.',
  );
};
