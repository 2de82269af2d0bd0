import { whole } from '../../base/figures.ts';
import { countsOf, mostFirst } from '../../base/groups.ts';
import { counted, sentenceCase } from '../../base/text.ts';
import { flat, ofWords, type Part, section, table, text } from '../../render/block.ts';
import { figureOf } from '../../render/chart/figure.ts';
import { wallsOf } from '../../render/chart/journey.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';
import { divisionOf } from '../answer/design-in-words.ts';
import { withIdsReplaced } from '../report/privacy.ts';
import { structureParts } from '../report/structure-blocks.ts';
import { lower } from '../report/summary.ts';
import { type Drawing, drawnOf, drawnWithin, unitOf } from './drawing.ts';
import {
  bridgePart,
  costBridgePart,
  costPart,
  levelsPart,
  movesPart,
  servesPart,
  spansPart,
  unitsPart,
} from './figure-charts.ts';
import { name, type Page } from './page.ts';
import { journeyChart, journeyPart } from './structure-charts.ts';
import { treePart } from './tree-chart.ts';

export const journey: Page = {
  about: 'A customer’s journey',
  needs: 'customers',
  measures: () => ['silos.count', 'handoffs.betweenTeams'],
  parts: ({ report: { designs }, chosen, source }) => {
    const today = designs[0];
    const now = today === undefined ? null : journeyChart(today);
    if (today === undefined || now === null) return undefined;
    const then = chosen === undefined ? null : journeyChart(chosen);
    const walls = (count: number) => `${whole(count)} ${count === 1 ? 'wall' : 'walls'}`;
    const compared =
      then === null || chosen === undefined ? '' : `, and ${walls(wallsOf(then))} with ${name(chosen)}`;
    // Today beside what is proposed, and the others after them.
    const inOrder = [...new Set([today, ...(chosen === undefined ? [] : [chosen]), ...designs])];
    return section(`The work for a customer crosses ${walls(wallsOf(now))} today${compared}`, {}, [
      text(
        `Drawn for ${today.journey?.of ?? 'one customer'}; each wall is a place where another unit takes over.`,
      ),
      ...inOrder.map((design) => {
        const part = journeyPart(design, source);
        return part && section(design.name, { design: design.name }, [part]);
      }),
    ]);
  },
};

export const structureToday: Page = {
  about: 'Today’s structure',
  needs: 'seats (--seats where a report is read from JSON)',
  parts: ({ report: { organisation }, today, source }) =>
    today !== null &&
    section(
      `Today ${counted(organisation.managers, 'manager leads', 'managers lead')} ${counted(organisation.people, 'person', 'people')} in ${counted(organisation.departments, 'department')}`,
      {},
      [
        treePart(
          today,
          'Who leads whom, from the top down to what fits a page; +12 are twelve more below, ×5 are five alike.',
          source,
        ),
        ...unitPages(today, source),
      ],
    ),
};

/** Units that have a picture of their own. */
const MOST_UNITS = 30;

/** A picture for each unit, where one does not hold everybody. */
const unitPages = (drawn: Drawing, source: string): Part[] => {
  if (drawn.seats.length <= 40) return [];
  const tops = drawn.seats.flatMap(({ unit }) => (unit === null ? [] : (drawn.topOf.get(unit) ?? [])));
  return [...countsOf(tops)]
    .filter(([, size]) => size > 1)
    .slice(0, MOST_UNITS)
    .map(([id, size]) => {
      const unit = drawn.nameOf.get(id)!;
      return section(unit, { count: `${whole(size)} seats`, folds: true }, [
        treePart(drawnWithin(drawn, new Set([id])), `${unit}: who leads whom.`, source),
      ]);
    });
};

export const levels: Page = {
  about: 'Spans and layers',
  needs: 'reporting lines',
  measures: () => ['spans.median', 'layers.count'],
  parts: ({ today, report, source }) => {
    if (today === null) return undefined;
    const median = report.designs[0]?.measures['spans.median']?.value;
    const title =
      median === undefined || median === null
        ? 'How far from the top people are'
        : `The manager in the middle leads ${counted(Math.round(median), 'person', 'people')}`;
    return section(title, {}, [
      levelsPart(today, 'People by how far they are from the top.', source),
      spansPart(today, 'Managers by their level and by how many report to them directly.', source),
    ]);
  },
};

/** Which unit is the largest, and how much of the whole it is. */
function largestOf(drawn: Drawing): string {
  const sizes = countsOf(drawn.seats.map((seat) => unitOf(drawn, seat)));
  const [[unit, size]] = mostFirst(sizes) as [[string, number]];
  const alike = [...sizes.values()].filter((other) => other === size).length;
  if (alike > 1)
    return `${whole(size)} of ${whole(drawn.seats.length)} seats are in each of the ${whole(alike)} largest units`;
  return `${whole(size)} of ${whole(drawn.seats.length)} seats are in ${unit}, the largest of ${whole(sizes.size)} units`;
}

export const where: Page = {
  about: 'Where people sit',
  needs: 'departments',
  parts: ({ today, source }) =>
    today !== null &&
    section(largestOf(today), {}, [unitsPart(today, 'Seats of each unit by skill.', source)]),
};

export const cost: Page = {
  about: 'Where cost sits',
  needs: '--pay, and what seats cost',
  parts: ({ today, report: { pay }, source }) => {
    if (today === null || pay === undefined || pay.units.length === 0) return undefined;
    const { total, currency = '' } = pay;
    const title =
      total === null ? 'Where cost sits today' : `Where the ${figureOf(total, currency)} a year sit today`;
    return section(title, {}, [costPart(today, pay, source)]);
  },
};

/** What units let each other know, with people by their titles. */
function withTitles(design: ReportedDesign, { seats }: Drawing): ReportedDesign {
  if (design.flows === undefined) return design;
  const titles = new Map(
    seats.map(({ id, name: called, title }) => [id, called ?? (title && `the ${title}`)]),
  );
  const flows = design.flows.map((flow) => ({
    ...flow,
    what: withIdsReplaced(flow.what, (id) => titles.get(id) || undefined),
  }));
  return { ...design, flows };
}

export const structureThen: Page = {
  about: 'The structure that leads',
  needs: 'seats, and a design to change to',
  parts: ({ chosen, drawn, source }) =>
    chosen !== undefined &&
    drawn !== null &&
    section(
      `With ${name(chosen)}: ${lower(divisionOf(chosen)) || 'who leads whom'}`,
      { design: chosen.name },
      [
        treePart(
          drawn,
          'New and open seats, and who loses a unit, are marked; +12 are twelve more below, ×5 are five alike.',
          source,
        ),
        ...unitPages(drawn, source),
        section('What each unit is for', { folds: true }, flat(structureParts(withTitles(chosen, drawn)))),
      ],
    ),
};

export const structureOthers: Page = {
  about: 'The other structures',
  needs: 'another design that is possible',
  appendix: true,
  parts: ({ report: { designs }, chosen, source }) => {
    const others = designs.filter((design) => design.id !== 'as-is' && design !== chosen);
    const parts = others.flatMap((design) => {
      const drawn = drawnOf(design, designs[0]);
      if (drawn === null) return [];
      const own = treePart(drawn, `With ${name(design)}: who leads whom.`, source);
      return [section(design.name, { folds: true, design: design.name }, [own])];
    });
    const title = parts.length === 1 ? 'One other structure' : `${whole(parts.length)} other structures`;
    return parts.length > 0 && section(`${title}, to compare with`, {}, parts);
  },
};

/** How many skills stand together in one unit. */
function togetherOf(drawn: Drawing, what: string): string {
  const units = new Map<string, Set<string>>();
  for (const seat of drawn.seats)
    if (seat.capability !== null)
      units.set(seat.capability, (units.get(seat.capability) ?? new Set()).add(unitOf(drawn, seat)));
  const one = [...units.values()].filter(({ size }) => size === 1).length;
  return `${whole(units.size - one)} of ${whole(units.size)} skills ${units.size - one === 1 ? 'is' : 'are'} in several units with ${what}`;
}

export const serves: Page = {
  about: 'Who serves whom',
  needs: 'seats, and a design to change to',
  parts: ({ chosen, drawn, source }) =>
    chosen !== undefined &&
    drawn !== null &&
    section(togetherOf(drawn, name(chosen)), {}, [
      servesPart(drawn, 'Seats by skill and unit; the stronger the colour, the more.', source),
    ]),
};

/** What changes all the same where nobody moves. */
const begun = ({ teams = [] }: ReportedDesign): string =>
  teams.length === 0
    ? ''
    : `; ${counted(teams.length, 'team begins', 'teams begin')} to work across the departments`;

export const moves: Page = {
  about: 'From old units to new',
  needs: 'seats, and a design to change to',
  measures: () => ['change.movedShare', 'change.relationshipsKept'],
  parts: ({ chosen, drawn, today, source }) => {
    if (chosen === undefined || drawn === null || today === null) return undefined;
    const moved = drawn.seats.filter(({ from, vacant }) => from !== null && !vacant).length;
    const managers = drawn.seats.filter(({ newBoss, vacant }) => newBoss && !vacant).length;
    return section(
      moved + managers === 0
        ? `Nobody changes unit or manager${begun(chosen)}`
        : `${counted(moved, 'person changes', 'people change')} unit, and ${counted(managers, 'gets', 'get')} another manager`,
      {},
      [movesPart(today, drawn, `Where the people of each unit go with ${name(chosen)}.`, source)],
    );
  },
};

export const bridge: Page = {
  about: 'Headcount bridge',
  needs: 'a design with new seats',
  parts: ({ chosen, drawn, today, report, source }) => {
    if (chosen === undefined || drawn === null || today === null) return undefined;
    const added = drawn.seats.length - today.seats.length;
    if (added === 0) return undefined;
    return section(
      `${sentenceCase(name(chosen))} need ${whole(added)} more ${added === 1 ? 'seat' : 'seats'}`,
      {},
      [
        bridgePart(today, drawn, 'Seats today, and what is added.', source),
        costBridgePart(chosen, report.pay, source),
      ],
    );
  },
};

export const rights: Page = {
  about: 'Decision rights',
  needs: 'units that decide or advise',
  parts: ({ chosen }) => {
    const units = (chosen?.structure ?? []).filter(
      ({ decides = [], advises = [] }) => decides.length + advises.length > 0,
    );
    return (
      units.length > 0 &&
      section(
        `${counted(units.length, 'unit')} ${units.length === 1 ? 'decides or advises' : 'decide or advise'}, and this is on what`,
        {},
        [
          table([ofWords('decides'), ofWords('advises on')], {
            rows: units.map((unit) => ({
              label: unit.name,
              words: true,
              cells: [(unit.decides ?? []).join('; '), (unit.advises ?? []).join('; ')],
            })),
          }),
        ],
      )
    );
  },
};
