import { rowsById } from '../../base/columns.ts';
import { counted, quoted, slug } from '../../base/text.ts';
import type { Index, Organisation, Unit } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import { type DesignId, type DesignOptions, matrixOptions } from '../../schema/input/designs.ts';
import { clusterable, ONE_MORE_EACH } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

const pinnedTo = (place: string) =>
  `policy: { centreSize: 0 }\ndesigns: { cluster: { holders: 2, pinned: { m1: ${place} } } }`;

/** Pins of a design, person id to place; a matrix without options of its own goes by those of the clusters. */
function pinsOf(options: DesignOptions, design: DesignId): Readonly<Record<string, string>> {
  if (design === 'functional' || design === 'lifecycle' || design === 'cluster')
    return options[design].pinned;
  return design === 'matrix' ? matrixOptions(options).pinned : {};
}

/** Whether a unit is the cluster, or the part of a matrix, that a pin names: by id or name, or as the one with most customers of a value. */
function isNamed({ customers }: Organisation, { id, name, serves }: Unit, place: string): boolean {
  if (place === id || place === name) return true;
  if (serves.kind !== 'some') return false;
  if (place.startsWith('cluster/')) return id.endsWith(place.slice('cluster'.length));
  if (slug(place) === id.split('/').at(-1)) return true;
  return customers.attributes.some(({ values, codes }) => {
    const code = values.indexOf(place);
    if (code < 0) return false;
    const served = serves.customers.reduce((sum, row) => sum + (codes[row] === code ? 1 : 0), 0);
    return served * 2 > codes.reduce((sum, at) => sum + (at === code ? 1 : 0), 0);
  });
}

/** Whether somebody is where a pin says, or for a function, can be moved at all. */
function isHeeded(organisation: Organisation, design: DesignId, seat: Index, place: string): boolean {
  if (design === 'functional') return true;
  const unit = organisation.units[organisation.unitOf[seat]!];
  if (unit === undefined) return false;
  return design === 'lifecycle' ? unit.phase === place : isNamed(organisation, unit, place);
}

export const pinWithoutEffect = defineRule({
  id: 'pin-without-effect',
  about: 'structure',
  severity: 'warning',
  summary: 'A person is pinned to a place in a design, and is not there.',
  why: {
    text: 'Whoever pins a person relies on it. A pin does nothing where it names no cluster of the design, where the person is at the top, or where the organisation has the form of the design already.',
    source: 'orgdesign',
  },
  examples: {
    bad: clusterable('A pin to nowhere', { designs: pinnedTo('overseas'), people: ONE_MORE_EACH }),
    good: clusterable('A pin to retail', { designs: pinnedTo('retail'), people: ONE_MORE_EACH }),
    design: 'cluster',
  },
  *check(view, { design, baseline }) {
    const before = baseline.organisation;
    const pins = Object.entries(pinsOf(before.options, design));
    if (pins.length === 0) return;
    const index = rowsById(before.people.id);
    const { boss } = treeOf(before);
    const idle = pins.flatMap(([id, place]) => {
      const seat = index.get(id);
      if (seat === undefined) return [];
      if (boss[seat]! < 0) return [{ seat, why: 'is at the top and stays there' }];
      return isHeeded(view.organisation, design, seat, place)
        ? []
        : [{ seat, why: `is not in ${quoted(place)}` }];
    });
    if (idle.length === 0) return;
    const [first] = idle;
    const rest = idle.length > 1 ? `, and ${idle.length - 1} more` : '';
    yield {
      message: `${counted(idle.length, 'pin has', 'pins have')} no effect: ${view.person(first!.seat)} ${first!.why}${rest}.`,
      count: idle.length,
      examples: examplesOf(idle, ({ seat, why }) => `${view.person(seat)} ${why}`),
      entity: { kind: 'design', id: design },
      at: view.organisation.origin,
    };
  },
});
