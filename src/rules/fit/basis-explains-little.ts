import { precisePercent } from '../../base/figures.ts';
import { allOf, counted } from '../../base/text.ts';
import { LITTLE } from '../../designs/cluster/basis/candidates.ts';
import { SIGNIFICANT } from '../../numbers/permutation.ts';
import type { ReportedBasis } from '../../schema/documents/basis.ts';
import {
  areNeedsKnown,
  basisInUse,
  bestGroups,
  type CustomerGroups,
  explainedInWords,
  groupsOf,
} from '../customer-groups.ts';
import { clusterable } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { ASK_NEEDS, NO_TELLING, read } from './premises.ts';
import { BY_CLUSTER_OPTIONS, type FitCase, type Reading, withOptions } from './statement.ts';

type Candidate = ReportedBasis['candidates'][number];

/** From here on groups are as coherent as groups of customers get. A judgement. */
const MUCH = 0.5;
/** How alike customers are taken to be whom groups tell apart no more than chance does. A judgement. */
const BY_CHANCE = 0.5;

/** How far groups differ; not known where the file says nothing that they could differ in. */
function groupsDiffer(
  fit: FitCase,
  groups: CustomerGroups | undefined,
  certainty: (explained: number, random: boolean) => number,
): Reading {
  if (groups === undefined) return NO_TELLING;
  const { explained, attribute, outcomes, random } = groups;
  if (explained === null) return ASK_NEEDS;
  const inUse = basisInUse(fit.baseline)?.attribute === attribute;
  return read(
    fit,
    ['customers'],
    `grouping by ${attribute}${inUse ? ', as units do today,' : ''} explains ${explainedInWords(explained)} of how customers differ in ${allOf(outcomes)} (mean ω²)${random ? ', no more than chance does' : ''}`,
    certainty(explained, random),
  );
}

/** How sure it is that groups are alike. */
const alike = (explained: number, random: boolean): number =>
  explained < LITTLE ? 1 : random ? BY_CHANCE : 0;

export const basisExplainsLittle = defineFitRule({
  id: 'basis-explains-little',
  summary:
    'The attribute that customers are grouped by explains next to nothing of what they need, or no more than chance does.',
  why: {
    text: 'The choice of clusters should rest on data that describe the key characteristics of customers. Groups that do not differ, or no more than groups drawn at random, give every cluster the same work, and the walls are only moved: functions serve them with fewer people. Where the hours that customers need are given and no attribute tells them apart, nothing else makes clusters suit; where they are not, that speaks for no functions either. That 5 % are next to nothing is a judgement; that a chance above 5 % is too much to build on is the custom.',
    source: 'Jackson; functions are our reading, with Cisco 2001 as the published case',
  },
  fit: {
    statements: [
      {
        when: 'groups that hardly differ',
        designs: ['cluster', 'matrix'],
        certainty: -0.5,
        premises: (fit) => [groupsDiffer(fit, groupsOf(fit), alike)],
      },
      {
        when: 'customers with much the same needs',
        designs: ['functional'],
        certainty: 0.4,
        change: 'It would be otherwise with needs that differ from group to group.',
        premises(fit) {
          const groups = bestGroups(fit);
          const isOpen = groups !== undefined && !areNeedsKnown(groups);
          return [isOpen ? ASK_NEEDS : groupsDiffer(fit, groups, alike)];
        },
      },
      {
        when: 'coherent groups',
        designs: ['cluster'],
        certainty: 0.3,
        change:
          'It would be otherwise if the customers of the groups grew more alike, since then the groups no longer fit them.',
        premises: (fit) => [
          groupsDiffer(fit, groupsOf(fit), (explained, random) =>
            random || explained < LITTLE ? 0 : explained / MUCH,
          ),
        ],
      },
    ],
    cap(fit) {
      if (fit.subject !== 'cluster') return undefined;
      const groups = bestGroups(fit);
      const alike = groups?.explained != null && groups.explained < LITTLE && areNeedsKnown(groups);
      return alike
        ? { at: 'rather not', text: 'customers need much the same, whatever they are grouped by' }
        : undefined;
    },
    reads: [],
    change: 'To change that: another basis, or more data on what customers need.',
    levers: [
      {
        key: 'designs.cluster.basis',
        remakes: BY_CLUSTER_OPTIONS,
        text: 'Build clusters around the attribute that explains most of how customers differ.',
        apply(facts, { basis }) {
          const best = basis?.candidates
            .filter(({ feasible, explained }) => feasible && explained !== null)
            .reduce<Candidate | undefined>(
              (a, b) => (a === undefined || b.explained! > a.explained! ? b : a),
              undefined,
            );
          // The best of those that explain next to nothing is so by chance.
          return best === undefined || best.attribute === basis?.chosen || best.explained! < LITTLE
            ? null
            : withOptions(facts, 'cluster', { basis: best.attribute });
        },
      },
    ],
  },
  examples: {
    bad: clusterable('Two groups alike', {
      retention: [
        [0.7, 0.9],
        [0.72, 0.88],
      ],
    }),
    good: clusterable('Two groups apart', {
      retention: [
        [0.9, 0.92],
        [0.7, 0.72],
      ],
    }),
    design: 'cluster',
  },
  *check(view, { design, basis }) {
    if ((design !== 'cluster' && design !== 'matrix') || basis === undefined) return;
    const chosen = basis.candidates.find(({ attribute }) => attribute === basis.chosen);
    if (chosen === undefined || chosen.explained === null) return;
    const place = { entity: { kind: 'design', id: design }, at: view.organisation.origin };
    const explains = `Grouping customers by ${chosen.attribute} explains ${explainedInWords(chosen.explained)} of how they differ in ${allOf(chosen.outcomes)} (mean ω²)`;
    if (chosen.explained < LITTLE) {
      const better = basis.candidates.some(({ explained }) => explained !== null && explained >= LITTLE);
      yield {
        message: `${explains}; below ${precisePercent(LITTLE)} that is next to nothing. To change that: ${better ? 'another of the attributes listed as a basis' : 'an attribute that tells customers apart better, or more data on what they need'}.`,
        value: chosen.explained,
        limit: LITTLE,
        ...place,
      };
    } else if (basis.p !== null && basis.p > SIGNIFICANT) {
      const scored = basis.candidates.filter(({ explained }) => explained !== null).length;
      const several =
        basis.declared || scored < 2
          ? ''
          : `, allowing for the ${counted(scored, 'attribute')} it was chosen from`;
      yield {
        message: `${explains}, and groups drawn at random do as well with a chance of ${precisePercent(basis.p)}${several}; above ${precisePercent(SIGNIFICANT)} the groups look random. To change that: more customers, or more data on what they need.`,
        value: basis.p,
        limit: SIGNIFICANT,
        ...place,
      };
    }
  },
});
