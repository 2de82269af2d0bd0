import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { counted } from '../../text.ts';
import { built, type DesignResult } from '../design.ts';
import { Draft } from '../draft.ts';
import { slug } from '../numbers.ts';
import { mostSenior } from '../seniority.ts';
import { keepRest, type Rebuilt, rootOf, settle } from '../settle.ts';
import { chiefOf, chooseHead, directorsOf } from './heads.ts';
import { keepRelationships, type Placement, placeInto, servesOf } from './place-into.ts';
import type { ClusterPlan } from './plan.ts';

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

/**
 * The organisation as cross-functional teams, one for each group of the plan, with centres of expertise and common
 * services beside them.
 */
export function buildClusters(
  organisation: Organisation,
  plan: ClusterPlan,
  pinned: Readonly<Record<string, string>>,
): DesignResult {
  const draft = new Draft(organisation);
  const placement = placeInto(organisation, plan, pinned);
  const directors = directorsOf(organisation, plan.groups);
  const members = plan.groups.map((): Index[] => []);
  placement.groupOf.forEach((at, seat) => {
    if (at >= 0) members[at]!.push(seat);
  });
  const clusters = plan.groups.map((_, at) =>
    addCluster(draft, plan, placement, at, members[at]!, directors.get(at)),
  );
  const centres = addCentres(draft, placement);
  const rebuilt = [...clusters, ...centres];
  keepRest(draft, rebuilt, 'common-service');
  settle(draft, rebuilt);
  draft.relationships = keepRelationships(organisation, plan.groups, placement);
  const design = draft.finish({ minimumTeam: plan.minimum });
  return built(
    design,
    organisation,
    [...plan.explanation, ...sentences(draft, design, plan, placement, clusters)],
    plan.basis,
  );
}

function addCluster(
  draft: Draft,
  plan: ClusterPlan,
  placement: Placement,
  at: number,
  seats: readonly Index[],
  director: Index | undefined,
): Rebuilt {
  const { source } = draft;
  const { capabilities } = source;
  const group = plan.groups[at]!;
  const unit = draft.addUnit({
    id: `cluster/${slug(group.name)}`,
    name: group.name,
    kind: 'cluster',
    serves: servesOf(group, plan.attribute),
    accountable: true,
  });
  const members = seats.filter((seat) => seat !== director);
  if (director !== undefined) members.push(director);
  for (const seat of members) draft.unitOf[seat] = unit;
  for (const [capability, open] of placement.posts.hires)
    for (let n = 0; n < open[at]!; n++) {
      const { id, name } = capabilities[capability]!;
      const title = `${capital(name)}, ${group.name}`;
      members.push(
        draft.addSeat({ id: `hire/${id}/${slug(group.name)}`, title, capability, unit, lead: false }),
      );
    }
  let head = director ?? chooseHead(source, seats, placement, plan);
  if (head < 0) {
    const leadership = capabilities.findIndex(({ id }) => id === 'leadership');
    const title = `Customer Cluster VP, ${group.name}`;
    head = draft.addSeat({ id: `vp/${slug(group.name)}`, title, capability: leadership, unit, lead: true });
    members.push(head);
  }
  draft.changeUnit(unit, { head });
  return { unit, members, head, reportsTo: rootOf(draft) };
}

function addCentres(draft: Draft, placement: Placement): readonly Rebuilt[] {
  const chief = chiefOf(draft.source);
  return [...placement.posts.centres].map(([capability, seats]) => {
    const { id, name } = draft.source.capabilities[capability]!;
    const head = mostSenior(draft.source, seats);
    const unit = draft.addUnit({
      id: `centre/${id}`,
      name: `Centre of expertise, ${name}`,
      kind: 'centre-of-expertise',
      serves: { kind: 'none' },
      capability,
      head,
    });
    for (const seat of seats) draft.unitOf[seat] = unit;
    return { unit, members: [...seats], head, reportsTo: chief };
  });
}

function sentences(
  draft: Draft,
  design: Organisation,
  plan: ClusterPlan,
  { posts, idlePins }: Placement,
  clusters: readonly Rebuilt[],
): string[] {
  const { source } = draft;
  const found: string[] = [];
  const today = clusters.filter(({ head }) => head < source.people.count).length;
  if (today > 0)
    found.push(
      `${today} of ${counted(clusters.length, 'Customer Cluster VP')} ${today === 1 ? 'is' : 'are'} there today: whoever directs these customers already, else the most senior manager in the cluster who can be spared.`,
    );
  const without = [...plan.needs.keys()].filter((capability) => !posts.centres.has(capability));
  if (without.length > 0 && source.policy.centreSize > 0)
    found.push(
      `There is nobody to spare for a centre of expertise in ${without.map((capability) => source.capabilities[capability]!.name).join(', ')}.`,
    );
  const sizes = new Map<Index, number>();
  for (const unit of design.unitOf) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  const services = design.units.flatMap((unit, at) =>
    unit.kind === 'common-service' && sizes.has(at) ? [`${unit.name} ${sizes.get(at)}`] : [],
  );
  if (services.length > 0) found.push(`Common services stay, with their seats: ${services.join(', ')}.`);
  const root = rootOf(draft);
  const before = counted(reportsOf(treeOf(source), root), 'direct report');
  found.push(
    `The root then has ${counted(reportsOf(treeOf(design), root), 'direct report')}; today ${before}.`,
  );
  if (idlePins.length > 0)
    found.push(`Pins without effect, since they name no cluster: ${idlePins.join(', ')}.`);
  return found;
}
