import { counted } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { alreadyInForm, built, type DesignResult, defineDesign } from '../design.ts';
import type { Draft } from '../draft.ts';
import { keepJobs, settle } from '../hierarchy/settle.ts';
import { PINNED, reasonByCapability, type WhyHere } from '../reasons.ts';
import { buildFunctions } from './functions.ts';

export const functional = defineDesign({
  id: 'functional',
  name: 'Functional',
  summary: 'One accountable department for each skill.',
  why: {
    text: 'Departments by trade are the common form: good for depth of skill, and what the other forms are an answer to.',
    source: 'Jameane; Jackson',
  },
  method: [
    'A skill is at home in the department where it has most of its people and is more than half of them, or that is named after it and holds more of no other; without one it gets a department of its own, or, with fewer people than a team, stays with the department they sit in. Enabling capabilities go on sharing departments.',
    'Everyone with the skill moves there; who is there already, also in a sub-department, stays, and so does who leads people of another skill that stay, or the heads of several functions. Where a department takes in another that is about as large, or the same in another place, the function is called after its skill.',
    'The most senior heads it, under the executive of today or the root, above all branches that it draws from: by grade where four fifths of the people have one, else by the distance to the top of today’s chart; of equals by title, pay, and how many report to them already. Whoever leads nobody and has no title of a head does not lead by that distance alone. A department that keeps four fifths of its people keeps its head, an open seat too, and an executive without a trade who heads it goes on, unless somebody more senior joins. Executives stay over several functions that are below them today. The top goes on heading its own department.',
    'Who is divided by function already keeps all lines. Else reporting lines inside stay where both sides do, also to a lead there whose trade is not known; whoever lost the manager goes to the nearest one inside with room, and only then a team-lead seat is opened. Second lines end, but for those of a person’s further jobs, which go on where the unit of the job goes with its manager.',
  ],
  needs: ['capabilities'],
  apply(organisation): DesignResult {
    const { draft, rebuilt, home, created, isInForm, hasSecondLines } = buildFunctions(organisation);
    // Several who lead side by side, each with a line to everybody, go on so.
    if (isInForm && hasSecondLines) return alreadyInForm(organisation, 'divided by function');
    if (!isInForm) settle(draft, rebuilt);
    keepJobs(draft);
    const explanation = [sentence(organisation, draft, home, created)];
    return built(draft.finish(), organisation, explanation, { why: whyInFunction(organisation) });
  },
});

/** Which departments there are, with what else is at home in them. */
function sentence(
  organisation: Organisation,
  draft: Draft,
  home: ReadonlyMap<Index, Index>,
  created: readonly string[],
): string {
  const held = new Map<Index, string[]>();
  for (const [capability, unit] of home)
    held.set(unit, [...(held.get(unit) ?? []), organisation.capabilities[capability]!.name]);
  const shared = [...held]
    .filter(([, names]) => names.length > 1)
    .map(([unit, names]) => `${draft.units[unit]!.name} holds ${names.join(', ')}`);
  const parts = [
    `${counted(held.size, 'department answers', 'departments answer')} for ${counted(home.size, 'skill')}`,
    ...shared,
    ...(created.length > 0 ? [`new: ${created.join(', ')}`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** Why each seat is in its function. */
export function whyInFunction(organisation: Organisation): WhyHere {
  const { pinned } = organisation.options.functional;
  const pins = new Set(Object.keys(pinned));
  const capability = reasonByCapability(organisation, (name) => ({
    kind: 'capability',
    text: `has the skill ${name}, which is at home here`,
  }));
  return (seat) => (pins.has(organisation.people.id[seat]!) ? PINNED : capability(seat));
}
