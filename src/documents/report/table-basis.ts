import { brief, percent, whole } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { refusedInWords } from '../../designs/cluster/basis/basis-sentences.ts';
import { bullet, hanging, heading, type Style } from '../../render/table-text.ts';
import type { ReportedBasis } from '../../schema/documents/basis.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { draw } from './table-comparison.ts';
import { BEST, type Row } from './table-rows.ts';

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

const rowsOf = (
  { chosen, candidates }: ReportedBasis,
  columns: readonly Column[],
  { paint }: Style,
): readonly Row[] =>
  candidates.slice(0, MOST_SHOWN).map((candidate) => ({
    label: candidate.attribute === chosen ? `${candidate.attribute} ${BEST}` : candidate.attribute,
    cells: columns.map(({ cell }) => cell(candidate)),
    words: false,
    painted: (text) => {
      if (candidate.attribute === chosen) return paint.bold.green(text);
      return candidate.feasible ? text : paint.dim(text);
    },
  }));

const legend = (basis: ReportedBasis, scored: boolean, { columns, paint }: Style): string[] => {
  const parts = [
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
  return hanging('', parts.join('; '), columns).map((line) => paint.dim(line));
};

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
export const basisTable = (basis: ReportedBasis, style: Style): string[] => {
  const scored = explaining(basis.candidates);
  const blocks = [
    { title: 'Differences explained', columns: scored },
    { title: 'Clusters it would make', columns: doing(basis.candidates) },
  ].filter(({ columns }) => columns.length > 0 && basis.candidates.length > 0);
  const left = basis.candidates.length - MOST_SHOWN;
  return [
    ...heading('basis', 'What the customers can be grouped by', style),
    ...blocks.flatMap(({ title, columns }) =>
      draw(
        columns.map(({ name }) => name),
        [{ title, rows: rowsOf(basis, columns, style) }],
        style,
      ),
    ),
    ...(left > 0 ? [style.paint.dim(`  and ${whole(left)} more, see --format json`)] : []),
    ...(blocks.length > 0 ? legend(basis, scored.length > 0, style) : []),
    ...sentences(basis).flatMap((sentence) => bullet(sentence, style)),
  ];
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
