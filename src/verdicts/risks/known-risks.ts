import type { Risk } from '../../schema/documents/report.ts';
import { DESIGN_IDS, type DesignId } from '../../schema/input/designs.ts';
import type { PracticeId } from '../../schema/input/practices.ts';
import * as facts from './risk-facts.ts';

/** A risk that the sources name. It is told where a figure is worse than today, or a fact shows it. */
export interface KnownRisk extends Pick<Risk, 'id' | 'text' | 'remedy' | 'source'> {
  /** What weighs, in a few words. */
  readonly when: string;
  readonly designs: readonly DesignId[];
  /** Measures that show it. */
  readonly measures: readonly string[];
  readonly fact?: facts.Fact;
  /** Items of the questionnaire that together cover it; without any, nothing in the file says that it is covered. */
  readonly practices: readonly PracticeId[];
  /** Told of a design that could be built even where nothing shows it. */
  readonly always?: true;
  /** The rule about fit that weighs the same: the risk weighs nothing of its own then. */
  readonly weighedBy?: string;
}

const REDESIGNS = DESIGN_IDS.filter((id) => id !== 'as-is');

/** The worst of each design first; what holds for every design alike comes last. */
export const RISKS: readonly KnownRisk[] = [
  {
    id: 'out-of-reach',
    when: 'accounts without a team',
    designs: ['account-team'],
    text: 'Not every customer can have a team',
    measures: [],
    fact: facts.peopleOutOfReach,
    practices: [],
    remedy: 'Teams for the largest accounts only, and clusters for the others.',
    source: 'Jameane',
    weighedBy: 'fit-account-team-reach',
  },
  {
    id: 'less-insight',
    when: 'less shared insight',
    designs: ['cluster'],
    text: 'Clusters may share less of what they learn about customers',
    measures: ['insight.reach'],
    practices: ['insight-shared', 'best-practice-exchange'],
    remedy: 'Best practice passed on through centres of expertise, and somebody who sees that it is used.',
    source: 'Comment on Jackson',
    always: true,
  },
  {
    id: 'uncoordinated-initiatives',
    when: 'uncoordinated initiatives',
    designs: ['cluster', 'account-team', 'matrix'],
    text: 'What is started for customers may go uncoordinated',
    measures: ['initiatives.sources'],
    fact: facts.marketingSpread,
    practices: ['initiatives-coordinated'],
    remedy: 'Somebody who sees all customer initiatives before they start.',
    source: 'Comment on Jackson',
  },
  {
    id: 'disjointed-experience',
    when: 'a disjointed experience',
    designs: ['cluster', 'account-team'],
    text: 'What customers experience may differ from unit to unit',
    measures: ['silos.count', 'customers.splitAccounts'],
    practices: ['one-message'],
    remedy: 'One message for all, and accounts of one parent kept together.',
    source: 'Comment on Jackson',
  },
  {
    id: 'operations-apart',
    when: 'ways of working that drift apart',
    designs: ['cluster', 'account-team'],
    text: 'Ways of working may drift apart',
    measures: [],
    fact: facts.operationsSpread,
    practices: ['common-processes', 'common-systems'],
    remedy: 'Processes and systems that all share, looked after by centres of expertise.',
    source: 'Comment on Jackson',
  },
  {
    id: 'no-shared-view',
    when: 'no shared picture of customers',
    designs: ['cluster', 'account-team', 'matrix'],
    text: 'One shared picture of the customer is harder to keep',
    measures: [],
    fact: facts.accountsSpread,
    practices: ['single-customer-view'],
    remedy: 'One record of each customer that all units read and keep.',
    source: 'Comment on Jackson',
  },
  {
    id: 'duplicated-resources',
    when: 'duplicated resources',
    designs: ['cluster', 'account-team'],
    text: 'Skills are divided among more units, and resources duplicated',
    measures: ['expertise.fragmentation'],
    practices: [],
    remedy: 'Leave a skill common (designs.cluster.exclude), or have fewer clusters.',
    source: 'Comment on Jackson',
  },
  {
    id: 'costs-more',
    when: 'a higher cost',
    designs: ['cluster', 'account-team', 'matrix'],
    text: 'It costs more',
    measures: ['change.costPerYear'],
    practices: [],
    remedy: 'Fewer new seats: fewer groups, or heads out of today’s managers.',
    source: 'Comment on Jackson',
  },
  {
    id: 'groups-change',
    when: 'customers who outgrow their group',
    designs: ['cluster', 'matrix'],
    text: 'Customers outgrow their group, and change hands',
    measures: [],
    fact: facts.groupsChange,
    practices: [],
    remedy: 'Neighbouring stages in one cluster, or another basis.',
    source: 'Jackson; the figure is ours',
  },
  {
    id: 'passed-on',
    when: 'customers who are passed on',
    designs: ['lifecycle'],
    text: 'Customers are passed on at the border between phases',
    measures: ['journey.mainContactKept'],
    practices: [],
    remedy: 'One contact who stays with the customer.',
    source: 'Jameane',
    weighedBy: 'fit-contact-passed-on',
  },
  {
    id: 'goals-at-border',
    when: 'goals that clash at the border',
    designs: ['lifecycle'],
    text: 'Goals of phases meet at the border: one finds many, the other wants few',
    measures: [],
    fact: facts.noTargetAtBorder,
    practices: [],
    remedy: 'The same target for conversion on both scorecards.',
    source: 'Jameane',
  },
  {
    id: 'retain-outgrows',
    when: 'retain outgrowing its seats',
    designs: ['lifecycle'],
    text: 'Retain outgrows its seats',
    measures: [],
    fact: facts.retainShort,
    practices: [],
    remedy: 'Seats for retain ahead of the growth (designs.lifecycle.shares).',
    source: 'Jameane; the figure is ours',
  },
  {
    id: 'one-step',
    when: 'new ways of working in one step',
    designs: ['lifecycle'],
    text: 'Many have to learn new ways of working in one step',
    measures: ['change.movedShare'],
    practices: [],
    remedy: 'Change in stages (orgdesign simulate --stages).',
    source: 'Jameane',
  },
  {
    id: 'departments-felt',
    when: 'departments that customers feel',
    designs: ['functional'],
    text: 'Customers feel the departments',
    measures: ['silos.effective'],
    practices: [],
    remedy: 'Somebody who answers for the whole journey.',
    source: 'Jackson; Jameane',
    weighedBy: 'fit-departments-divide-customer',
  },
  {
    id: 'two-bosses',
    when: 'two bosses',
    designs: ['matrix'],
    text: 'Two bosses make conflicting demands, and the stronger one wins',
    measures: ['reporting.dualConflicts'],
    practices: [],
    remedy: 'Unequal weights of the two lines.',
    source: 'Jackson',
    weighedBy: 'fit-matrix-two-bosses',
  },
  {
    id: 'best-effort',
    when: 'best efforts',
    designs: REDESIGNS,
    text: 'Customer focus stays a best effort whatever the chart',
    measures: [],
    fact: facts.payHardlyDepends,
    practices: ['pay-tied-to-customers'],
    remedy: 'A share of variable pay that is felt, for all executives.',
    source: 'Focus/Centric/Led',
    weighedBy: 'fit-reward-weight',
  },
  {
    id: 'officer-leaves',
    when: 'an officer who leaves',
    designs: REDESIGNS,
    text: 'What rests on the Chief Customer Officer goes with them',
    measures: [],
    fact: facts.officerLeavesFirst,
    practices: ['rules-challenged'],
    remedy: 'Rules that anybody may challenge, and measures that outlive the person.',
    source: 'Bush',
    weighedBy: 'fit-officer-tenure',
  },
];
