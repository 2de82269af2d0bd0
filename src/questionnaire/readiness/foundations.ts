import { omega } from '../../designs/cluster/basis/basis-sentences.ts';
import { type ClusterBasis, groupedBy } from './customer-evidence.ts';
import { drawn, inPlace, notKnown, notPossible, open, type ReadinessItem } from './evidence.ts';

/** ω² of a basis in brackets, where it is known. */
const figure = ({ explained }: ClusterBasis): string =>
  explained === null ? '' : ` (ω² ${omega(explained)})`;

/** Jackson's first part: create the foundations. */
export const foundations: readonly ReadinessItem[] = [
  {
    id: 'ready-foundations-clear',
    part: 'foundations',
    name: 'Strategy, value proposition and target markets are clear',
    why: 'The executives must be clear about all three before clusters are chosen; target markets are what the choice starts from.',
    source: 'Jackson',
    blocks: true,
    reads: ['strategy-clear', 'value-proposition-clear', 'target-markets-clear'],
  },
  {
    id: 'ready-foundations-communicated',
    part: 'foundations',
    name: 'They are known to those who serve customers',
    why: 'What only the executives know guides nobody who meets a customer.',
    source: 'Jackson; the reason is our reading',
    blocks: true,
    reads: ['strategy-communicated', 'value-proposition-communicated', 'target-markets-communicated'],
  },
  {
    id: 'ready-ideal-customers',
    part: 'foundations',
    name: 'There are profiles of ideal customers',
    why: 'Clusters are easier to introduce where it was worked out who an ideal customer is.',
    source: 'Jackson',
    blocks: false,
    reads: ['ideal-customer-profiles'],
  },
  {
    id: 'ready-basis-follows-markets',
    part: 'foundations',
    name: 'Clusters follow the target markets',
    why: 'Target markets are the base from which clusters are chosen: another way to group customers cuts across them.',
    source: 'Jackson',
    blocks: false,
    look(subject) {
      const { organisation } = subject.today;
      const wanted = organisation.context.targetMarkets?.attribute;
      if (wanted === undefined)
        return [
          notKnown(
            'The file does not say which attribute tells target markets.',
            'Name it: context.targetMarkets: { attribute: … }.',
          ),
        ];
      if (subject.then === null) return [notPossible(subject.result)];
      const basis = groupedBy(subject);
      const at = organisation.placeOf(['context', 'targetMarkets']);
      if (basis === undefined)
        return [notKnown('What the clusters are built around is not in the file.', undefined, at)];
      if (basis.attribute === wanted)
        return drawn(subject, [inPlace(`Target markets and clusters go by ${wanted}${figure(basis)}.`, at)]);
      const markets = groupedBy(subject, wanted);
      return [
        open(
          `Target markets go by ${wanted}${markets === undefined ? '' : figure(markets)}, the clusters by ${basis.attribute ?? 'how alike customers are'}${figure(basis)}.`,
          `Build clusters by target markets: designs: { cluster: { basis: ${wanted} } }; or see whether the markets are the right ones.`,
          at,
        ),
      ];
    },
  },
  {
    id: 'ready-proposition-first',
    part: 'foundations',
    name: 'The proposition comes before the structure',
    why: 'Propositions are built on what customers want help with; then the company is organised for delivering them.',
    source: 'Bush',
    blocks: false,
    reads: ['jobs-to-be-done', 'value-proposition-clear'],
  },
];
