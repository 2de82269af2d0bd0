import { whole } from '../../base/figures.ts';
import { allOf, counted } from '../../base/text.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';

/** Units told by name and size. */
const MOST_UNITS = 6;

const NUMBERS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];
const inWords = (count: number): string => NUMBERS[count] ?? whole(count);

/** The units that make a design what it is. */
function ownUnits({ id, structure }: ReportedDesign): ReportedDesign['structure'] {
  const kind = id === 'cluster' ? 'cluster' : id === 'lifecycle' ? 'phase' : 'department';
  return structure.filter((unit) => unit.kind === kind && unit.people + unit.vacant > 0);
}

const nounOf = ({ id }: ReportedDesign): string => (id === 'cluster' ? 'team' : 'department');

/** "Four teams with one head each": how many units make a design what it is; empty where none do. */
export function divisionOf(design: ReportedDesign): string {
  const teams = design.teams?.length ?? 0;
  if (teams > 0)
    return `${inWords(teams)} ${teams === 1 ? 'team' : 'teams'} with one lead each, across the departments`;
  const { length } = ownUnits(design);
  const noun = nounOf(design);
  return length === 0 ? '' : `${inWords(length)} ${length === 1 ? noun : `${noun}s`} with one head each`;
}

/** The units that make a design what it is, with their sizes. */
export function unitsOf(design: ReportedDesign): string {
  if (design.teams !== undefined) {
    const sizes = design.teams.map(({ people }) => people).sort((a, b) => a - b);
    const [least, most] = [sizes[0]!, sizes.at(-1)!];
    const size = least === most ? whole(least) : `${whole(least)} to ${whole(most)}`;
    return `${divisionOf(design)}: ${size} people in each; nobody leaves the department.`;
  }
  const own = ownUnits(design);
  if (own.length === 0) return '';
  const noun = nounOf(design);
  const sizes = own
    .slice(0, MOST_UNITS)
    .map(({ name, people, vacant }) => `${name} ${whole(people + vacant)}`)
    .join(', ');
  // An open seat is none of the people.
  const open = own.reduce((sum, { vacant }) => sum + vacant, 0);
  const of = open > 0 ? 'seats' : 'people';
  const left = own.length - MOST_UNITS;
  return `${divisionOf(design)}: ${sizes} ${of}${left > 0 ? `; ${counted(left, `more ${noun}`)}` : ''}${open > 0 ? `; ${whole(open)} of the seats ${open === 1 ? 'is' : 'are'} open` : ''}.`;
}

/** What a design is called where it is recommended. */
export function nameOf({ id, basis, structure }: ReportedDesign): string {
  if (id === 'cluster') {
    const by =
      basis === undefined ? '' : basis.chosen === 'similarity' ? ' by likeness' : ` by ${basis.chosen}`;
    return `customer clusters${by}`;
  }
  if (id === 'lifecycle') {
    const phases = structure.filter(({ kind }) => kind === 'phase').map(({ name }) => name.toLowerCase());
    return `departments by phase${phases.length === 0 ? '' : `: ${allOf(phases)}`}`;
  }
  return id === 'functional' ? 'one department for each skill' : DESIGN_NAMES[id].name;
}
