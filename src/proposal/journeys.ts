import { isWithout } from '../model/built-in-journey.ts';
import type { Journey, Organisation } from '../model/organisation.ts';
import type { JourneyInput } from '../schema/input/journey.ts';
import type { Loaded } from '../schema/loaded.ts';
import { flowLines } from '../write/lines.ts';
import { flow, withoutEmpty } from '../write/yaml.ts';

/** Hours of the built-in journey follow from the effort when the file is read: they are there to be looked at. */
const DIGITS_OF_ASSUMED = 6;

/** `journeys:`, the built-in one and hours that nobody gave among them, each marked as assumed. */
export function journeyLines({ input, customers }: Loaded, after: Organisation): string[] {
  const { journeys } = after;
  const all = isWithout(input.journeys) ? [builtIn(after)] : input.journeys;
  const lines = all.flatMap((journey, at) => [
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
      const written = journey.assumed ? Number(hours.toPrecision(DIGITS_OF_ASSUMED)) : hours;
      return flowLines('      - ', stepEntry(step, written, assumed && !journey.assumed), '          ');
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
