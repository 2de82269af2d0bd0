import type { Organisation, Origin } from '../../model/organisation.ts';
import type { FlowKind } from '../../schema/input/flow.ts';

/** The first flow of a kind that a file draws: names of its ends, and its line. */
export function flowOfKind(
  { flows, units, placeOf }: Organisation,
  kind: FlowKind,
): { readonly from: string; readonly to: string; readonly at: Origin } | undefined {
  const index = flows.findIndex((flow) => flow.kind === kind);
  const flow = flows[index];
  if (flow === undefined) return undefined;
  return { from: units[flow.from]!.name, to: units[flow.to]!.name, at: placeOf(['flows', index]) };
}
