import { precisePercent } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { mostFirst } from '../../base/groups.ts';
import { allOf, counted } from '../../base/text.ts';
import { COVERS, coverage, LITTLE } from '../../designs/cluster/basis/candidates.ts';
import { explainedBy, outcomesIn } from '../../designs/cluster/basis/outcomes.ts';
import { usableAttributes } from '../../designs/cluster/basis/usable.ts';
import { listed } from '../../model/listed.ts';
import type { Index, Organisation, Origin } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { SIGNIFICANT, significanceOf } from '../../numbers/permutation.ts';
import { twoClusters } from '../examples/structures.ts';
import { examplesOf, type Observation } from '../finding.ts';
import { topmost } from '../flow/flows.ts';
import { defineRule } from '../rule.ts';

/** Another attribute explains clearly more from so much more on. A judgement. */
const CLEARLY = 0.1;

/** The cluster of each customer row: −1 for none, and for rows of several. Null unless two clusters serve some customers each. */
function clusterOfRows({ units, customers }: Organisation, clusters: readonly Index[]): Int32Array | null {
  if (clusters.length < 2) return null;
  const codes = new Int32Array(customers.count).fill(-1);
  const several = new Set<Index>();
  for (const [code, cluster] of clusters.entries()) {
    const { serves } = units[cluster]!;
    if (serves.kind !== 'some') return null;
    for (const row of serves.customers)
      if (codes[row]! >= 0 && codes[row] !== code) several.add(row);
      else codes[row] = code;
  }
  for (const row of several) codes[row] = -1;
  return codes;
}

/** The attribute that explains clearly more than the clusters do, beyond chance; of equals the first. */
function betterBasis(organisation: Organisation, explained: number) {
  const outcomes = outcomesIn(organisation);
  const usable = usableAttributes(organisation).filter((one) => coverage(organisation, one) >= COVERS);
  let best: { readonly name: string; readonly codes: Int32Array; readonly explained: number } | undefined;
  for (const { name, codes } of usable) {
    const value = explainedBy(organisation, codes).explained;
    if (value !== null && value >= Math.max(explained, 0) + CLEARLY && value > (best?.explained ?? 0))
      best = { name, codes, explained: value };
  }
  if (best === undefined) return undefined;
  const { p } = significanceOf(outcomes, best.codes);
  // Chosen from several, the best explains more at random than any one of them does (Bonferroni).
  return p !== null && p * usable.length <= SIGNIFICANT ? best : undefined;
}

/** That the clusters tell customers apart by next to nothing, or something else by clearly more. */
function* fitsNoMore(organisation: Organisation, codes: Int32Array, at: Origin): Iterable<Observation> {
  const { explained, outcomes } = explainedBy(organisation, codes);
  if (explained === null) return;
  const better = betterBasis(organisation, explained);
  // With so few customers that no grouping could be told from chance, nothing is said of this one either.
  const little = explained < LITTLE && significanceOf(outcomesIn(organisation), codes).p !== null;
  if (better === undefined && !little) return;
  yield {
    message: `The clusters explain ${explained < LITTLE / 10 ? `nothing (${precisePercent(Math.max(0, explained))})` : precisePercent(explained)} of how customers differ in ${allOf(outcomes)} (mean ω²)${explained < LITTLE && explained >= LITTLE / 10 ? ', next to nothing' : ''}${better === undefined ? `, where ${precisePercent(LITTLE)} is the least` : `; ${better.name} would explain ${precisePercent(better.explained)}`}. To change that: build clusters around ${better === undefined ? 'what tells customers apart now' : better.name}.`,
    // Below nothing is nothing.
    value: Math.max(0, explained),
    limit: better === undefined ? LITTLE : better.explained,
    at,
  };
}

/** Values of the attribute that clusters go by, else the ids, of some rows. */
function inWords({ customers, units }: Organisation, clusters: readonly Index[], rows: readonly Index[]) {
  const names = new Set(
    clusters.flatMap((at) => {
      const { serves } = units[at]!;
      return serves.kind === 'some' ? Object.keys(serves.where ?? {}) : [];
    }),
  );
  const attribute = customers.attributes.find(({ name }) => names.size === 1 && names.has(name));
  if (attribute === undefined) return rows.map((row) => customers.id[row]!);
  const counts = new Map<Index, number>();
  for (const row of rows) {
    const code = attribute.codes[row]!;
    counts.set(code, (counts.get(code) ?? 0) + customers.customers[row]!);
  }
  return mostFirst(counts).map(
    ([code, count]) =>
      `${code < 0 ? `no ${attribute.name}` : `${attribute.name} ${attribute.values[code]}`}: ${counted(count, 'customer')}`,
  );
}

/** Customers whom neither a cluster nor any other unit has for its own. */
function* inNoCluster(organisation: Organisation, clusters: readonly Index[]): Iterable<Observation> {
  const { units, customers } = organisation;
  const served = new Uint8Array(customers.count);
  for (const { serves } of units)
    if (serves.kind === 'some') for (const row of serves.customers) served[row] = 1;
  const rows = listed(
    [...served.keys()].filter((row) => served[row] === 0),
    customers,
  );
  if (rows.length === 0) return;
  const sum = (list: Iterable<Index>) => {
    let total = 0;
    for (const row of list) total += customers.customers[row]!;
    return total;
  };
  const [outside, all] = [sum(rows), sum(customers.id.keys())];
  yield {
    message: `${grouped(outside)} of ${counted(all, 'customer')} ${outside === 1 ? 'is' : 'are'} in no cluster, and no other unit has them for its own. To change that: say which cluster serves them (departments[].serves).`,
    value: outside,
    count: rows.length,
    examples: examplesOf(inWords(organisation, clusters, rows), (text) => text),
    at: customers.origin(rows[0]!),
  };
}

function* check({ organisation }: View): Iterable<Observation> {
  const clusters = topmost(organisation, 'cluster');
  const codes = clusterOfRows(organisation, clusters);
  if (codes === null) return;
  yield* fitsNoMore(organisation, codes, organisation.units[clusters[0]!]!.origin);
  yield* inNoCluster(organisation, clusters);
}

/** Four customers for each industry and region, of whom retention goes by one of the two. */
const customers = (by: 'industry' | 'region') =>
  (['retail', 'energy'] as const).flatMap((industry) =>
    (['north', 'south'] as const).flatMap((region) =>
      [0, 0.01, 0.02, 0.03].map((more) => {
        const high = by === 'industry' ? industry === 'retail' : region === 'north';
        return [industry, region, (high ? 0.9 : 0.6) + more] as const;
      }),
    ),
  );

export const clusterBasisOutdated = defineRule({
  id: 'cluster-basis-outdated',
  about: 'structure',
  severity: 'warning',
  summary:
    'What clusters are built around tells customers apart no more, or customers have come whom no cluster serves.',
  why: {
    text: 'Clusters keep changing as the customers do. That clusters explain next to nothing, or another attribute a tenth more and beyond chance, are judgements. A warning, since only a second look at the basis helps, and what it costs grows with every customer won. Of clusters that a design proposes the basis itself is told.',
    source: 'Jackson',
  },
  examples: {
    bad: twoClusters('Retention goes by region now', { customers: customers('region') }),
    good: twoClusters('Retention goes by industry', { customers: customers('industry') }),
  },
  *check(view, { design }) {
    if (design === 'as-is') yield* check(view);
  },
});
