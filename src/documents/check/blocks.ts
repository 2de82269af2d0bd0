import { figureFormat, whole } from '../../base/figures.ts';
import { counted, sentenceCase } from '../../base/text.ts';
import {
  dim,
  findings as findingsBlock,
  type Item,
  type Limit,
  list,
  listIfAny,
  ofWords,
  type Part,
  section,
  strong,
  table,
  text,
  title,
  together,
  toned,
} from '../../render/block.ts';
import { gravestFirst, located, policyText } from '../../render/ci/located.ts';
import type { Medium, View } from '../../render/format.ts';
import type { Check, CheckedFinding, CheckedStructure } from '../../schema/documents/check.ts';
import { isCounting } from '../../schema/documents/check.ts';
import { unitName } from '../diff/section.ts';
import { MOST_TODAY, tally } from '../findings-blocks.ts';
import { sidesQuality } from '../quality-blocks.ts';
import type { Moves } from './moved.ts';
import { factsOf, HEADINGS, limitText, movedText } from './sentences.ts';

/** Findings that count no more are for the record: few of them are shown at a terminal. */
const MOST_OTHERS: Limit = { most: 5 };
const MOST_FLOWS_AT_TERMINAL: Limit = { most: 5 };
/** On a page. */
const MOST_FLOWS = 20;
/** Of the people who move, where they are named. */
const MOST_NAMED = 200;
const SETTINGS = 'Thresholds of the file that differ from the baseline';

/** What is new or worse, then the rest by its state; on a page what does not count is folded. */
function found(all: readonly CheckedFinding[], quiet: boolean, medium: Medium): readonly Part[] {
  const same = all.filter(({ state }) => state === 'unchanged').length;
  return [
    ...HEADINGS.filter(([state]) => !quiet || isCounting(state)).map(([state, heading]): Part => {
      const shown = all.filter((finding) => finding.state === state);
      if (shown.length === 0) return false;
      if (medium === 'terminal')
        return section(heading, { count: tally(shown) }, [
          findingsBlock(shown, { limit: isCounting(state) ? MOST_TODAY : MOST_OTHERS }),
        ]);
      // How many places there are stands in the examples already, or nowhere: a comment is short.
      const items = shown.map(({ count: _, ...finding }) => finding);
      const named = sentenceCase(heading);
      return isCounting(state)
        ? findingsBlock(items, { title: strong(`${named}: ${whole(shown.length)}`) })
        : section(named, { count: whole(shown.length), folds: true }, [findingsBlock(items)]);
    }),
    !quiet &&
      same > 0 &&
      text(
        medium === 'terminal'
          ? dim(`${counted(same, 'finding')} as in the baseline`)
          : `${counted(same, 'finding')} as in the baseline.`,
      ),
  ];
}

const CHANGES: Readonly<Record<string, string>> = { 'not-compared': 'not compared', same: '' };

/** Measures that are limited or that a policy shows, before and after. */
function measures({ measures: taken, baseline }: CheckedStructure, quiet: boolean, medium: Medium): Part {
  const shown = taken.filter(({ status }) => !quiet || status === 'beyond');
  if (shown.length === 0) return false;
  const onPage = medium === 'page';
  const limited = onPage || shown.some(({ limit }) => limit !== null);
  const rows = shown.map((measure) => {
    const { label, unit, before, after, limit, change, status } = measure;
    const format = figureFormat([before, after, limit?.min ?? null, limit?.max ?? null], unit);
    const limits = limitText(measure, format);
    const now = format(after);
    // What reads alike is called neither better nor worse.
    const told = now === format(before) ? 'same' : (change ?? 'same');
    const tone =
      status === 'beyond' ? 'worst' : told === 'worse' ? 'warning' : told === 'better' ? 'good' : undefined;
    return {
      label,
      cells: [
        ...(baseline === null ? [] : [format(before)]),
        tone === undefined ? now : toned(tone, now),
        ...(onPage && baseline !== null ? [CHANGES[told] ?? told] : []),
        ...(limited ? [onPage && status === 'beyond' ? `${limits} (beyond)` : limits] : []),
      ],
    };
  });
  const heads = [
    ...(baseline === null ? [] : ['before']),
    'now',
    ...(onPage && baseline !== null ? ['change'] : []),
    ...(limited ? ['limit'] : []),
  ];
  const isByRevenue = shown.some(({ byRevenue }) => byRevenue !== undefined);
  return table(heads, [onPage ? { rows } : { title: 'Measures', rows }], {
    legend: isByRevenue ? ['what customers meet counts by number (evaluate: by their revenue)'] : [],
  });
}

const between = ({ from, to }: Pick<Moves['between'][number], 'from' | 'to'>): string =>
  `${unitName(from)} → ${unitName(to)}`;

/** Who moves, by unit: as numbers, and on a page by name where the document has names. */
function moves({ moved }: CheckedStructure, medium: Medium): Part {
  const said = movedText(moved);
  if (moved === null || said === undefined) return false;
  if (medium === 'terminal')
    return together(
      text(said),
      list(
        moved.between.map((flow) => `${between(flow)}: ${whole(flow.people)}`),
        { limit: MOST_FLOWS_AT_TERMINAL },
      ),
    );
  const flows = moved.between.slice(0, MOST_FLOWS);
  const left = moved.between.length - flows.length;
  const named = moved.between
    .flatMap((flow) =>
      (flow.who ?? []).map(
        ({ id, name }) => `${name === undefined ? id : `${name} (${id})`}: ${between(flow)}`,
      ),
    )
    .slice(0, MOST_NAMED);
  return [
    text(said),
    flows.length > 0 &&
      table(
        [ofWords('to'), 'people'],
        {
          rows: flows.map(({ from, to, people }) => ({
            label: unitName(from),
            cells: [unitName(to), whole(people)],
          })),
        },
        { corner: 'from', legend: left > 0 ? [`And ${counted(left, 'more flow')}.`] : [] },
      ),
    named.length > 0 && section('Who moves', { folds: true }, [list(named)]),
  ];
}

function settings({ settings: changed }: CheckedStructure, medium: Medium): Part {
  if (changed.length === 0) return false;
  const items = changed.map(
    ({ id, before, after }) => `${id}: ${before ?? 'not set'} → ${after ?? 'not set'}`,
  );
  return medium === 'terminal'
    ? list(items, { title: `${SETTINGS.replace('file', 'file itself')}:` })
    : section(SETTINGS, { folds: true }, [list(items)]);
}

const byGravity = (of: Parameters<typeof located>[0]): CheckedFinding[] =>
  gravestFirst(located(of, ['new', 'worse', 'unchanged', 'improved', 'gone', 'waived'])).map(
    ({ finding }) => finding,
  );

const verdictText = ({ verdict: { pass, reasons }, gates }: Check): readonly string[] =>
  pass ? gates.map(({ message }) => message) : reasons;

/** What a check comes to, in a line: whether it passes, what counts, and why it fails. */
function conclusionOf({ structures, policy, verdict }: Check): string {
  const all = [...structures.flatMap(({ findings }) => findings), ...(policy?.findings ?? [])];
  const counting = all.filter(({ state }) => isCounting(state));
  const unknown = structures.reduce((sum, { notJudged = 0 }) => sum + notJudged, 0);
  const found = [
    counting.length === 0 ? 'nothing new or worse' : `new or worse: ${tally(counting)}`,
    ...(unknown === 0 ? [] : [`${counted(unknown, 'finding')} of the baseline cannot be judged any more`]),
  ].join('; ');
  if (verdict.pass) return `Passed; ${found}.`;
  const [reason = found, ...others] = verdict.reasons;
  return `Failed: ${reason}${others.length === 0 ? '' : ` And ${counted(others.length, 'more reason')}, below.`}`;
}

/** What it comes to first; what is new or worse then; the verdict with all its reasons last, where a reader at a terminal ends. */
const atTerminal = (check: Check, quiet: boolean): readonly Part[] => [
  sidesQuality(check.structures),
  text(check.verdict.pass ? strong(conclusionOf(check)) : toned('worst', conclusionOf(check))),
  ...check.structures.flatMap((structure) => [
    section(structure.name, { count: factsOf(structure, check.baseline) }),
    found(structure.findings, quiet, 'terminal'),
    measures(structure, quiet, 'terminal'),
    !quiet && [moves(structure, 'terminal'), settings(structure, 'terminal')],
  ]),
  check.policy !== null &&
    check.policy.findings.length > 0 &&
    section(check.policy.file, { count: tally(check.policy.findings) }, [
      findingsBlock(check.policy.findings, { limit: MOST_TODAY }),
    ]),
  text(dim(policyText(check))),
  together(
    text(check.verdict.pass ? toned('best', 'Passed') : toned('worst', 'Failed')),
    list(verdictText(check)),
  ),
];

const ruleItem = ({ id, why, source, help }: Check['rules'][number]): Item => ({
  text: [strong(id.trim()), ` ${why} (${source}) ${help}`],
});

/** The verdict first, measures before and after, what counts and who moves in sight, the rest folded. */
const onPage = (check: Check, quiet: boolean): readonly Part[] => {
  const { structures, policy, rules, baseline, verdict } = check;
  const said = verdictText(check);
  return [
    title(`Organisation check: ${verdict.pass ? 'passed' : 'failed'}`, { level: 3, mark: 'orgdesign check' }),
    sidesQuality(check.structures),
    listIfAny(said),
    text(policyText(check)),
    ...structures.map((structure) =>
      section(structure.name, {}, [
        text(factsOf(structure, baseline)),
        measures(structure, quiet, 'page'),
        found(byGravity({ structures: [structure], policy: null }), quiet, 'page'),
        !quiet && [moves(structure, 'page'), settings(structure, 'page')],
      ]),
    ),
    policy !== null &&
      policy.findings.length > 0 &&
      section(policy.file, {}, [found(byGravity({ structures: [], policy }), quiet, 'page')]),
    !quiet && rules.length > 0 && section('Why these rules', { folds: true }, [list(rules.map(ruleItem))]),
  ];
};

/** What a change breaks: as a comment on a pull request, or for a reader at a terminal. */
export const checkBlocks = (check: Check, { medium, quiet }: View): readonly Part[] =>
  medium === 'terminal' ? atTerminal(check, quiet) : onPage(check, quiet);
