import type { Index, Organisation } from '../../model/organisation.ts';

/** Whether a cluster passes on what works to another cluster or a centre of expertise, and hears of it from one. */
export function learns({ units, flows }: Organisation, cluster: Index): boolean {
  const shares = (at: Index) =>
    at !== cluster && (units[at]!.kind === 'centre-of-expertise' || units[at]!.kind === 'cluster');
  const own = flows.filter(({ kind }) => kind === 'best-practice');
  return (
    own.some(({ from, to }) => from === cluster && shares(to)) &&
    own.some(({ from, to }) => to === cluster && shares(from))
  );
}

/** The units of a kind, those below another of the kind left out. */
export const topmost = ({ units }: Organisation, kind: string): readonly Index[] =>
  units.flatMap((unit, at) => (unit.kind === kind && units[unit.parent]?.kind !== kind ? [at] : []));
