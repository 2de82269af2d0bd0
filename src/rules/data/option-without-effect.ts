import { allOf, counted, quoted } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { sellers } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';

const company = (exclude: string) =>
  `${sellers('Without effect')}designs: { cluster: { exclude: [${exclude}] } }\n`;

interface Idle {
  readonly path: readonly string[];
  readonly why: string;
}

/** Options that change nothing, and why. */
function idleOptions({ options, capabilities, people }: Organisation): readonly Idle[] {
  const { include, exclude } = options.cluster;
  const isHeld = (capability: Index) =>
    people.capability.includes(capability) ||
    [...people.secondary.values()].some((list) => list.includes(capability));
  const found: Idle[] = [];
  const add = (option: string, ids: readonly string[], why: string) => {
    if (ids.length > 0)
      found.push({
        path: ['designs', 'cluster', option],
        why: `designs.cluster.${option} of ${allOf(ids.map((id) => quoted(id)))} (${why})`,
      });
  };
  const which = (ids: readonly string[], is: (index: number) => boolean) =>
    ids.filter((id) => is(capabilities.findIndex((one) => one.id === id)));
  add(
    'exclude',
    which(exclude, (index) => capabilities[index]?.role === 'essential'),
    'essential in every cluster',
  );
  add(
    'exclude',
    exclude.filter((id) => include.includes(id)),
    'included as well',
  );
  add(
    'include',
    which(include, (index) => index < 0 || !isHeld(index)),
    'nobody has it',
  );
  return found;
}

export const optionWithoutEffect = defineRule({
  id: 'option-without-effect',
  about: 'data',
  severity: 'warning',
  summary: 'An option of a design is set and changes nothing.',
  why: {
    text: 'Whoever sets an option relies on it. Essential skills are in every cluster whatever is excluded, and a skill that nobody has joins nothing.',
    source: 'orgdesign, model section 2',
  },
  examples: { bad: company('sales'), good: company('support') },
  *check({ organisation }) {
    const idle = idleOptions(organisation);
    const [first] = idle;
    if (first === undefined) return;
    yield {
      message: `${counted(idle.length, 'option has', 'options have')} no effect: ${idle.map(({ why }) => why).join('; ')}.`,
      count: idle.length,
      at: organisation.placeOf(first.path),
    };
  },
});
