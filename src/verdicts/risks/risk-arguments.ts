import { brief, percent } from '../../base/figures.ts';
import { given } from '../../base/given.ts';
import { compact } from '../../base/grouped.ts';
import { memo } from '../../base/memo.ts';
import { midSentence } from '../../base/text.ts';
import { measures as allMeasures } from '../../measures/index.ts';
import type { Measure } from '../../measures/measure.ts';
import type { View } from '../../model/view.ts';
import type { MissingAnswer } from '../../rules/fit/fit-rule.ts';
import { questionOf } from '../../rules/fit/premises.ts';
import type { FactKey, FitCase } from '../../rules/fit/statement.ts';
import { skillsOfClusters } from '../../rules/flow/flows.ts';
import type { Argument } from '../argument.ts';
import { RISKS } from './known-risks.ts';
import { isCovered, type ShownRisk, shownRisks } from './risks.ts';

/** Answers that say whether a risk is covered. */
export const COVERING: ReadonlySet<FactKey> = new Set(
  RISKS.flatMap(({ practices }) => practices.map((id): FactKey => `practices.${id}`)),
);

/** What a risk that nothing covers weighs, and a centre that is missing. A judgement: of several each adds its own. */
const WEIGHT = 0.1;

/** Measures that show a risk which no rule weighs. */
const SHOWING = new Set(
  RISKS.flatMap(({ measures, weighedBy }) => (weighedBy === undefined ? measures : [])),
);

const measuresFor = memo((today: View): readonly Measure[] =>
  allMeasures.filter(({ id, applies }) => SHOWING.has(id) && (applies?.(today) ?? true)),
);

const figuresOf = memo(
  (view: View, today: View) => new Map(measuresFor(today).map((one) => [one.id, one.take(view, today)])),
);

/** What a design has of risks that no rule weighs: of the structure, whatever the company answers. */
const risksOf = memo(
  (
    view: View,
    baseline: View,
    design: FitCase['design'],
    basis: FitCase['basis'],
    missing: FitCase['missing'],
  ): readonly ShownRisk[] =>
    shownRisks(
      measuresFor(baseline),
      {
        design: { id: design },
        today: baseline,
        view,
        result: { ...given({ basis, missing }) },
        measures: () => figuresOf(view, baseline),
      },
      figuresOf(baseline, baseline),
    ).filter(({ known }) => known.weighedBy === undefined),
);

const risksIn = ({ design, baseline, view, basis, missing }: FitCase): readonly ShownRisk[] =>
  view === null ? [] : risksOf(view, baseline, design, basis, missing);

/** A figure that shows a risk, with that of today. */
function inWords({ measure, today, design }: ShownRisk['figures'][number]): string {
  const { label = measure, unit = '' } = allMeasures.find(({ id }) => id === measure) ?? {};
  const told = (value: number) =>
    unit === 'fraction' ? percent(value) : unit === 'money' ? compact(value, 2) : brief(value);
  const from = today === null || measure.startsWith('change.') ? '' : `, today ${told(today)}`;
  return design === null ? label : `${label} ${told(design)}${from}`;
}

/** What is lost where nobody keeps a skill common that clusters share. */
export const MISSING_CENTRE = {
  id: 'risk-missing-centre',
  why: {
    text: 'A small team for each skill keeps processes and systems common, and carries learning from cluster to cluster.',
    source: 'Jackson',
  },
  change: 'Somebody in each of these skills who keeps it common to all clusters.',
} as const;

/** Skills that clusters share and that nobody keeps common, where the structure is not the one of today. */
function withoutCentre({ subject, view, baseline }: FitCase): Argument | undefined {
  if (subject !== 'cluster' || view === null) return undefined;
  const { capabilities } = view.organisation;
  const names = skillsOfClusters(view).withoutCentre.map((at) => capabilities[at]!.name);
  if (names.length === 0) return undefined;
  return {
    rule: { id: MISSING_CENTRE.id, why: MISSING_CENTRE.why },
    when: 'a skill without a centre',
    change: `To change that: ${midSentence(MISSING_CENTRE.change)}`,
    certainty: -WEIGHT,
    cf: -WEIGHT,
    premises: [
      {
        text: `no centre of expertise keeps ${names.join(', ').toLowerCase()} common`,
        certainty: 1,
        at: baseline.organisation.origin,
        derived: true,
      },
    ],
  };
}

/**
 * What the sources warn of in a design and nothing covers: each speaks against it with a tenth. Where nobody has answered
 * whether it is covered, that is a question and weighs nothing.
 */
export function riskArguments(fit: FitCase): {
  readonly arguments: readonly Argument[];
  readonly asks: readonly MissingAnswer[];
} {
  if (fit.design === 'as-is') return { arguments: [], asks: [] };
  const found: Argument[] = [];
  const asks: MissingAnswer[] = [];
  for (const { known, figures, facts } of risksIn(fit)) {
    const covered = isCovered(known, fit.facts);
    if (covered === true) continue;
    if (covered === null) {
      asks.push(...known.practices.map((item) => ({ ...questionOf(item), weight: WEIGHT })));
      continue;
    }
    const shown = [...figures.map(inWords), ...facts].join('; ');
    found.push({
      rule: { id: `risk-${known.id}`, why: { text: `${known.text}.`, source: known.source } },
      when: known.when,
      change: known.remedy,
      certainty: -WEIGHT,
      cf: -WEIGHT,
      premises: [
        {
          text: shown === '' ? 'nothing covers it' : `${shown}; nothing covers it`,
          certainty: 1,
          at: fit.baseline.organisation.origin,
          derived: true,
        },
      ],
    });
  }
  const centre = withoutCentre(fit);
  return { arguments: centre === undefined ? found : [...found, centre], asks };
}
