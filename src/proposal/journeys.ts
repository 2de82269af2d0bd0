import { isWithout } from '../model/journeys.ts';
import type { Journey, Organisation } from '../model/organisation.ts';
import type { JourneyInput } from '../schema/input/journey.ts';
import type { Loaded } from '../schema/loaded.ts';
import { flowLines } from '../write/lines.ts';
import { flow, withoutEmpty } from '../write/yaml.ts';

/** `journeys:`, the built-in one and hours that nobody gave among them, each marked as assumed. */
export function journeyLines({ input, customers }: Loaded, after: Organisation): string[] {
  const { journeys } = after;
  const written = isWithout(input.journeys) ? [builtIn(after)] : input.journeys;
  const lines = written.flatMap((journey, at) => [
    ...(journey.assumed
      ? ['  # Assumed: no journey was given. Put your own in its place, without `assumed`.']
      : []),
    `  - id: ${flow(journey.id)}`,
    ...(journey.name === undefined ? [] : [`    name: ${flow(journey.name)}`]),
    ...(journey.serves === undefined || customers.count === 0
      ? []
      : flowLines('    serves: ', journey.serves, '      ')),
    ...(journey.assumed ? ['    assumed: true'] : []),
    '    steps:',
    ...journey.steps.flatMap((step, index) => {
      const { hours, assumed } = journeys[at]!.steps[index]!;
      return flowLines('      - ', stepEntry(step, hours, assumed && !journey.assumed), '          ');
    }),
  ]);
  return [
    '# What customers go through; hours are those of one customer going through once.',
    'journeys:',
    ...lines,
  ];
}

/** The built-in journey as a file has it. */
function builtIn({ journeys, capabilities }: Organisation): JourneyInput {
  const [{ id, name, steps }] = journeys as readonly [Journey];
  return {
    id,
    name,
    assumed: true,
    steps: steps.map(({ name: step, phase, capability, hours, rework, assumed }) => ({
      name: step,
      phase,
      capability: capabilities[capability]!.id,
      hours,
      rework,
      assumed,
    })),
  };
}

const stepEntry = (
  { id, name, phase, capability, contact, rework, reworkTo }: JourneyInput['steps'][number],
  hours: number,
  assumed: boolean,
): object =>
  withoutEmpty({
    id,
    name,
    phase,
    capability,
    contact,
    hours,
    rework: rework === 0 ? '' : rework,
    reworkTo,
    assumed: assumed ? true : '',
  });
