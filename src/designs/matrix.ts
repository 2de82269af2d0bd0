import { counted, slug } from '../base/text.ts';
import { conflictingLines } from '../model/conflicts.ts';
import type { Index, Organisation, Unit } from '../model/organisation.ts';
import { matrixOptions } from '../schema/input/designs.ts';
import { whyInGroup } from './cluster/build-sentences.ts';
import type { Group } from './cluster/groups.ts';
import { clusterNeeds } from './cluster/number/needs.ts';
import { directorsOf } from './cluster/placing/directors.ts';
import { keepRelationships, placeInto, servesOf } from './cluster/placing/place-into.ts';
import { idlePinSentences } from './cluster/placing/placing-sentences.ts';
import { planClusters } from './cluster/plan.ts';
import { alreadyInForm, built, type DesignResult, defineDesign, impossible } from './design.ts';
import { whyInFunction } from './functional/functional.ts';
import { buildFunctions } from './functional/functions.ts';
import { mostSenior } from './hierarchy/seniority.ts';
import { keepJobs, settle } from './hierarchy/settle.ts';
import { rootOf } from './hierarchy/who-stays.ts';
import type { WhyHere } from './reasons.ts';

/** Share of the people with clustered capabilities who must have two equal lines for an organisation to be a matrix. */
const MATRIX_SHARE = 0.5;

/** Whether it has the groups of this design, or most people who serve customers have two bosses of nearly equal influence. */
function isMatrix(organisation: Organisation): boolean {
  const needs = clusterNeeds(organisation, matrixOptions(organisation.options));
  const isGroup = ({ id, serves, accountable }: Unit) =>
    id.startsWith('group/') && serves.kind === 'some' && accountable;
  if (organisation.units.some(isGroup)) return true;
  let serving = 0;
  let dual = 0;
  for (let seat = 0; seat < organisation.people.count; seat++) {
    if (!needs.has(organisation.people.capability[seat]!)) continue;
    serving++;
    if (conflictingLines(organisation, seat).length > 0) dual++;
  }
  return serving > 0 && dual > MATRIX_SHARE * serving;
}

/** Why each seat is in its unit. Made out of the way of the draft, which would be held on to. */
function whyInMatrix(
  organisation: Organisation,
  groups: readonly Group[],
  placement: Parameters<typeof whyInGroup>[2],
): WhyHere {
  const whyGroup = whyInGroup(organisation, groups, placement);
  const whyHome = whyInFunction(organisation);
  const { groupOf } = placement;
  return (seat) => (groupOf[seat]! < 0 ? whyHome : whyGroup)(seat);
}

export const matrix = defineDesign({
  id: 'matrix',
  name: 'Matrix',
  summary: 'Functions and customer groups, with two equal reporting lines for everyone who serves customers.',
  why: {
    text: 'Two lines of equal influence leave it to people to settle conflicting demands, and the stronger boss prevails. It is there to be compared with.',
    source: 'Jackson',
  },
  method: [
    'Functions as in the functional design.',
    'Customer groups, and who works for which, as in the cluster design.',
    'In each function the people of one group form a sub-department that serves it; each has two lines of weight 0.5, to the manager in the function, who stays, and to the head of the group.',
    'A group is headed by the executive who directs its customers today, unless the functions leave that one somebody to lead; the other heads are open seats.',
  ],
  needs: ['capabilities', 'customers'],
  apply(organisation): DesignResult {
    if (isMatrix(organisation)) return alreadyInForm(organisation, 'a matrix');
    const options = matrixOptions(organisation.options);
    const plan = planClusters(organisation, options);
    if ('missing' in plan) return impossible(plan.missing, plan.sentence);
    const directors = directorsOf(organisation, plan.groups);
    const { draft, rebuilt, home } = buildFunctions(organisation, new Set(directors.values()));
    const functions = rebuilt.filter(({ unit }) => draft.units[unit]!.accountable);
    const placement = placeInto(organisation, plan, options);
    const { groupOf } = placement;
    const leadership = organisation.capabilities.findIndex(({ id }) => id === 'leadership');
    const root = rootOf(draft);
    const groups = plan.groups.map((group) =>
      draft.addUnit({
        id: `group/${slug(group.name)}`,
        name: `Customer group ${group.name}`,
        serves: servesOf(group, plan.attribute),
        accountable: true,
      }),
    );
    const functionHeads = new Set(rebuilt.map(({ head }) => head));
    const bySub = new Map<string, Index[]>();
    const groupLine = new Map<Index, number>();
    for (let seat = 0; seat < groupOf.length; seat++) {
      const at = groupOf[seat]!;
      if (at < 0) continue;
      // Function heads keep one line; who is only pinned has no function.
      if (functionHeads.has(seat) || !home.has(organisation.people.capability[seat]!)) continue;
      const key = `${organisation.people.capability[seat]!}|${at}`;
      const sub = bySub.get(key);
      if (sub === undefined) bySub.set(key, [seat]);
      else sub.push(seat);
    }
    for (const [key, seats] of bySub) {
      const [capability, at] = key.split('|').map(Number) as [number, number];
      const parent = home.get(capability)!;
      const group = plan.groups[at]!;
      const unit = draft.addUnit({
        id: `${draft.units[parent]!.id}/${organisation.capabilities[capability]!.id}/${slug(group.name)}`,
        name: `${draft.units[parent]!.name}, ${group.name}`,
        parent,
        serves: servesOf(group, plan.attribute),
        head: mostSenior(organisation, seats),
      });
      for (const seat of seats) {
        draft.unitOf[seat] = unit;
        groupLine.set(seat, at!);
      }
    }
    // The line to the function is that of the functional design; the second one is new.
    settle(draft, rebuilt);
    const leading = new Set(draft.boss);
    const heads = groups.map((unit, at) => {
      const director = directors.get(at) ?? -1;
      // Who directs the customers today heads the group, unless the functions leave them somebody to lead.
      const isFree =
        director >= 0 && !leading.has(director) && draft.unitOf[director] === organisation.unitOf[director];
      const { name } = plan.groups[at]!;
      const head = isFree
        ? director
        : draft.addSeat({
            id: `group-head/${slug(name)}`,
            title: `Head of customer group ${name}`,
            capability: leadership,
            unit,
            lead: true,
          });
      draft.unitOf[head] = unit;
      draft.changeUnit(unit, { head });
      draft.boss[head] = root;
      return head;
    });
    for (const [seat, at] of groupLine) draft.second.set(seat, heads[at]!);
    keepJobs(draft);
    draft.relationships = keepRelationships(organisation, plan.groups, {
      ...placement,
      posts: { ...placement.posts, centres: new Map() },
    });
    return built(
      draft.finish({ minimumTeam: plan.minimum }),
      organisation,
      [
        `${counted(plan.groups.length, 'customer group')} across ${counted(functions.length, 'function')}; ${counted(draft.second.size, 'person then has', 'people then have')} two bosses of equal influence.`,
        ...plan.explanation.slice(0, 1),
        ...placement.explanation,
        ...idlePinSentences(placement.idlePins, plan.groups),
      ],
      {
        basis: plan.basis,
        assignment: placement.assignment,
        why: whyInMatrix(organisation, plan.groups, placement),
      },
    );
  },
});
