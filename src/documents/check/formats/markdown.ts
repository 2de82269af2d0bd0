import { figureFormat, whole } from '../../../base/figures.ts';
import { counted } from '../../../base/text.ts';
import { asBlock, inMarkdown } from '../../../render/markdown-text.ts';
import type {
  Check,
  CheckedFinding,
  CheckedStructure,
  FindingState,
} from '../../../schema/documents/check.ts';
import type { Moved } from '../moved.ts';
import { factsOf, HEADINGS, limitText, movedText, unitName } from '../words.ts';
import { adviceOf, COUNTING, gravestFirst, located } from './located.ts';
import { type Block, foldedBlock, listBlock, withinBytes } from './markdown-blocks.ts';

/** A comment on GitHub holds 65,536 characters. */
export const LONGEST_COMMENT = 60_000;
/** A summary of a step on GitHub holds 1 MiB. */
export const LONGEST_SUMMARY = 1_000_000;

/** By which those who post it find their comment again, to write over it. */
const MARK = '<!-- orgdesign check -->';
const MOST_FLOWS = 20;
/** Of the people who move, where they are named. */
const MOST_NAMED = 200;

const findingItem = (finding: CheckedFinding): string => {
  const { severity, message, at, rule, examples, suggestion, waiver, fails } = finding;
  const place = `${at.file}:${at.line}${at.generated ? ' (made by the design)' : ''}`;
  const more = [
    ...(examples.length === 0 ? [] : [`e.g. ${examples.join(', ')}`]),
    ...(suggestion === undefined ? [] : [adviceOf(suggestion)]),
    ...(waiver === undefined
      ? []
      : [
          `waived by ${waiver.owner}${waiver.expires === null ? '' : ` until ${waiver.expires}`}: ${waiver.reason}`,
        ]),
  ];
  return `- ${fails ? `**${severity}:**` : `${severity}:`} ${[message, place, rule, ...more].map(inMarkdown).join(' · ')}`;
};

const inState = (findings: readonly CheckedFinding[], state: FindingState): CheckedFinding[] =>
  findings.filter((finding) => finding.state === state);

/** What counts, in sight; all else folded. */
function found(findings: readonly CheckedFinding[], quiet: boolean): Block[] {
  const counting: readonly FindingState[] = COUNTING;
  const same = inState(findings, 'unchanged').length;
  return [
    ...HEADINGS.filter(([state]) => !quiet || counting.includes(state)).flatMap(([state, heading]) => {
      const shown = inState(findings, state);
      if (shown.length === 0) return [];
      const items = shown.map(findingItem);
      const title = `${heading.charAt(0).toUpperCase()}${heading.slice(1)}`;
      return [
        counting.includes(state)
          ? listBlock([`**${title}: ${whole(shown.length)}**`, ''], items, [])
          : foldedBlock(`${title}: ${whole(shown.length)}`, items),
      ];
    }),
    ...(quiet || same === 0 ? [] : [listBlock([`${counted(same, 'finding')} as in the baseline.`], [], [])]),
  ];
}

const row = (cells: readonly string[]): string => `| ${cells.map(inMarkdown).join(' | ')} |`;

const CHANGES: Readonly<Record<string, string>> = { 'not-compared': 'not compared', same: '' };

function measures({ measures: taken, baseline }: CheckedStructure, quiet: boolean): Block[] {
  const shown = taken.filter(({ status }) => !quiet || status === 'beyond');
  if (shown.length === 0) return [];
  const before = baseline === null ? [] : ['before'];
  const heads = ['', ...before, 'now', ...(baseline === null ? [] : ['change']), 'limit'];
  const rows = shown.map((measure) => {
    const format = figureFormat(
      [measure.before, measure.after, measure.limit?.min ?? null, measure.limit?.max ?? null],
      measure.unit,
    );
    const limit = limitText(measure, format);
    return row([
      measure.label,
      ...(baseline === null ? [] : [format(measure.before)]),
      format(measure.after),
      ...(baseline === null ? [] : [CHANGES[measure.change ?? 'same'] ?? measure.change ?? '']),
      measure.status === 'beyond' ? `${limit} (beyond)` : limit,
    ]);
  });
  return [listBlock([row(heads), `| --- |${' ---: |'.repeat(heads.length - 1)}`], rows, [])];
}

const flow = ({ from, to, people }: Moved['between'][number]): string =>
  row([unitName(from), unitName(to), whole(people)]);

/** Who moves, by unit: as numbers in sight, by name where the document has names. */
function moves({ moved }: CheckedStructure): Block[] {
  const text = movedText(moved);
  if (moved === null || text === undefined) return [];
  const { between } = moved;
  const named = between
    .flatMap(({ from, to, who = [] }) =>
      who.map(
        ({ id, name }) =>
          `- ${inMarkdown(name === undefined ? id : `${name} (${id})`)}: ${inMarkdown(`${unitName(from)} → ${unitName(to)}`)}`,
      ),
    )
    .slice(0, MOST_NAMED);
  const left = between.length - MOST_FLOWS;
  const table = [row(['from', 'to', 'people']), '| --- | --- | ---: |'];
  return [
    listBlock([asBlock(text)], [], []),
    ...(between.length === 0
      ? []
      : [
          listBlock(
            table,
            between.slice(0, MOST_FLOWS).map(flow),
            left > 0 ? ['', `And ${counted(left, 'more flow')}.`] : [],
          ),
        ]),
    ...(named.length === 0 ? [] : [foldedBlock('Who moves', named)]),
  ];
}

const settings = ({ settings: changed }: CheckedStructure): Block[] =>
  changed.length === 0
    ? []
    : [
        foldedBlock(
          'Thresholds of the file that differ from the baseline',
          changed.map(
            ({ id, before, after }) =>
              `- ${inMarkdown(`${id}: ${before ?? 'not set'} → ${after ?? 'not set'}`)}`,
          ),
        ),
      ];

const byGravity = (of: Parameters<typeof located>[0]): CheckedFinding[] =>
  gravestFirst(located(of, ['new', 'worse', 'unchanged', 'improved', 'gone', 'waived'])).map(
    ({ finding }) => finding,
  );

function structureBlocks(structure: CheckedStructure, asked: string | null, quiet: boolean): Block[] {
  return [
    listBlock([`#### ${inMarkdown(structure.name)}`, '', asBlock(factsOf(structure, asked))], [], []),
    ...measures(structure, quiet),
    ...found(byGravity({ structures: [structure], policy: null }), quiet),
    ...(quiet ? [] : [...moves(structure), ...settings(structure)]),
  ];
}

const rulesBlock = ({ rules }: Check): Block[] =>
  rules.length === 0
    ? []
    : [
        foldedBlock(
          'Why these rules',
          rules.map(
            ({ id, why, source, help }) =>
              `- **${inMarkdown(id.trim())}** ${inMarkdown(`${why} (${source}) ${help}`)}`,
          ),
        ),
      ];

/**
 * A check as a comment on a pull request: verdict, measures before and after, what counts and who moves in sight, the rest
 * folded; at most `most` bytes of it, lists being cut where they would be longer.
 */
export const renderCheckMarkdown = (
  check: Check,
  { quiet }: { readonly quiet: boolean },
  most = LONGEST_COMMENT,
): string => {
  const { verdict, gates, policy, structures, baseline } = check;
  const said = verdict.pass ? gates.map(({ message }) => message) : verdict.reasons;
  return withinBytes(
    [
      listBlock(
        [
          MARK,
          `### Organisation check: ${verdict.pass ? 'passed' : 'failed'}`,
          ...(said.length === 0 ? [] : ['']),
        ],
        said.map((text) => `- ${asBlock(text)}`),
        [],
      ),
      ...structures.flatMap((structure) => structureBlocks(structure, baseline, quiet)),
      ...(policy === null || policy.findings.length === 0
        ? []
        : [
            listBlock([`#### ${inMarkdown(policy.file)}`], [], []),
            ...found(byGravity({ structures: [], policy }), quiet),
          ]),
      ...(quiet ? [] : rulesBlock(check)),
    ],
    most,
  );
};
