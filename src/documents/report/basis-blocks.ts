import { brief, percent, whole } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { refusedInWords } from '../../designs/cluster/basis/basis-sentences.ts';
import { list, type Part, type Row, section, type Tone, table, toned } from '../../render/block.ts';
import type { Medium } from '../../render/format.ts';
import type { ReportedBasis } from '../../schema/documents/basis.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { BEST } from './marks.ts';

/** Attributes, and groups that are proposed, that are shown; the JSON report has all. */
const MOST_SHOWN = 10;
const MOST_REASONS = 5;

type Candidate = ReportedBasis['candidates'][number];

/** A column: its heading, and the figure of each attribute. */
interface Column {
  readonly name: string;
  cell(candidate: Candidate): string;
}

const NOT_KNOWN = '–';

const two = (value: number | null): string =>
  value === null
    ? NOT_KNOWN
    : value
        .toFixed(2)
        .replace(/^-(?=0\.00$)/, '')
        .replace('-', '−');

const chance = (p: number | null): string => (p === null ? NOT_KNOWN : p.toFixed(3));

const share = (value: number | null): string => (value === null ? NOT_KNOWN : percent(value));

/** What the groups of each attribute explain; nothing where the file gives nothing to explain. */
function explaining(candidates: readonly Candidate[]): readonly Column[] {
  const outcomes = candidates[0]?.scores.map(({ outcome }) => outcome) ?? [];
  if (outcomes.length === 0) return [];
  return [
    { name: 'mean ω²', cell: ({ explained }) => two(explained) },
    ...outcomes.map((name) => ({
      name,
      cell: ({ scores }: Candidate) =>
        two(scores.find(({ outcome }) => outcome === name)?.omegaSquared ?? null),
    })),
    { name: 'p', cell: ({ p }) => chance(p) },
  ];
}

/** What the groups of each attribute would do to those who serve them. */
const doing = (candidates: readonly Candidate[]): readonly Column[] => [
  { name: 'given', cell: ({ covers }) => share(covers) },
  { name: 'groups', cell: ({ groups }) => whole(groups) },
  { name: 'balance', cell: ({ balance }) => two(balance) },
  { name: 'kept', cell: ({ relationshipsKept }) => share(relationshipsKept) },
  {
    name: 'locations split',
    cell: ({ locations, locationsSplit }) => `${whole(locationsSplit)}/${whole(locations)}`,
  },
  { name: 'clusters', cell: ({ feasible, clusters }) => (feasible ? whole(clusters) : NOT_KNOWN) },
  { name: 'hires', cell: ({ feasible, hires }) => (feasible ? whole(hires) : NOT_KNOWN) },
  ...(candidates.some(({ changesPerYear }) => changesPerYear !== null)
    ? [
        {
          name: 'changes a year',
          cell: ({ changesPerYear }: Candidate) =>
            changesPerYear === null ? NOT_KNOWN : brief(changesPerYear),
        },
      ]
    : []),
];

const rowsOf = ({ chosen, candidates }: ReportedBasis, columns: readonly Column[]): readonly Row[] =>
  candidates.map((candidate) => {
    const isChosen = candidate.attribute === chosen;
    const tone: Tone | undefined = isChosen ? 'best' : candidate.feasible ? undefined : 'dim';
    return {
      label: isChosen ? `${candidate.attribute} ${BEST}` : candidate.attribute,
      cells: columns.map(({ cell }) => (tone === undefined ? cell(candidate) : toned(tone, cell(candidate)))),
    };
  });

const legendOf = (basis: ReportedBasis, scored: boolean): string[] => [
  ...(basis.proposed === undefined ? [`${BEST} chosen`] : []),
  ...(scored
    ? [
        'ω²: share of the differences between customers that the groups explain, below 0 nothing',
        `p: chance that groups of the same sizes drawn at random explain as much on the mean (${whole(basis.permutations)} draws of ${counted(basis.sample, 'customer row')} at most); – where so few rows cannot tell`,
      ]
    : []),
  'balance: 1 where all groups need as much',
  'kept: relationships with customers, at best',
  'locations split: of those from which customers are served by name, how many serve several groups',
  'hires: for so many clusters, heads aside, seats that are open today left out',
];

const sentences = ({ why, runnerUp, candidates, proposed }: ReportedBasis): string[] => {
  const refused = refusedInWords(candidates);
  const left = refused.length - MOST_REASONS;
  return [
    why,
    ...(runnerUp === undefined ? [] : [runnerUp]),
    ...refused.slice(0, MOST_REASONS),
    ...(left > 0 ? [`Nor will others, for ${counted(left, 'other reason')}; see --format json.`] : []),
    ...(proposed?.groups ?? [])
      .slice(0, MOST_SHOWN)
      .map(({ name, customers }) => `Proposed group: ${name} (${counted(customers, 'customer')}).`),
  ];
};

/** The design whose basis is shown, where it was asked for by name. */
export const withBasis = (report: Report, asked: readonly string[]): ReportedDesign | undefined =>
  report.designs.find(({ id, basis }) => id === 'cluster' && asked.includes(id) && basis !== undefined);

/** What the customers could be grouped by, with all that was scored, and why one was chosen. */
export const basisPart = (basis: ReportedBasis, medium: Medium): Part => {
  const scored = explaining(basis.candidates);
  const titled = [
    { title: 'Differences explained', columns: scored },
    { title: 'Clusters it would make', columns: doing(basis.candidates) },
  ].filter(({ columns }) => columns.length > 0 && basis.candidates.length > 0);
  const tables = titled.map(({ title, columns }, at) => {
    const isLast = at === titled.length - 1;
    const rows = rowsOf(basis, columns);
    // What is left out is said once, below the last.
    const shown = isLast || medium === 'page' ? rows : rows.slice(0, MOST_SHOWN);
    return table(
      columns.map(({ name }) => name),
      { title, rows: shown },
      isLast ? { limit: { most: MOST_SHOWN }, legend: legendOf(basis, scored.length > 0) } : {},
    );
  });
  return section('basis', { count: 'What the customers can be grouped by' }, [
    ...tables,
    list(sentences(basis)),
  ]);
};

/** The report without the sentences that stand beside the table already. */
export const withoutBasisSentences = (report: Report, shown: ReportedDesign): Report => ({
  ...report,
  designs: report.designs.map((design) =>
    design === shown
      ? {
          ...design,
          summary: design.summary.filter(
            (sentence) =>
              sentence !== shown.basis?.why &&
              sentence !== shown.basis?.runnerUp &&
              !refusedInWords(shown.basis?.candidates ?? []).includes(sentence),
          ),
        }
      : design,
  ),
});
