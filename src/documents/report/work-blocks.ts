import { brief, figureFormat, percent, whole, wholeOrLess } from '../../base/figures.ts';
import { allOf, counted, idInWords, printable } from '../../base/text.ts';
import { listIfAny, type Part, section, strong, table, text, toned } from '../../render/block.ts';
import type { Report } from '../../schema/documents/report.ts';
import type { ReportedWork } from '../../schema/documents/work.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';

/** Stations and people that a terminal shows. */
const MOST_LOADS = 12;
const MOST_PEOPLE = 5;

type ReportedInitiative = ReportedWork['initiatives'][number];

const figure = (value: number | null, unit = ''): string => figureFormat([value], unit)(value);

/** How long a journey takes, and where the people are fullest today. */
const loadParts = ({ designs }: ReportedWork, shown: Report['designs']): readonly Part[] => {
  const known = shown.filter(({ id }) => designs[id] !== undefined);
  const row = (label: string, of: (work: ReportedWork['designs'][string]) => string) => ({
    label,
    cells: known.map(({ id }) => of(designs[id]!)),
  });
  const time =
    (of: (lead: NonNullable<ReportedWork['designs'][string]['leadTime']>) => number | null) =>
    ({ leadTime }: ReportedWork['designs'][string]) => {
      const value = leadTime && of(leadTime);
      return value === null ? '–' : wholeOrLess(value);
    };
  const today = designs['as-is'];
  return [
    table(
      known.map(({ id }) => DESIGN_NAMES[id].column),
      [
        {
          title: 'Working hours of a journey',
          rows: [
            row(
              'Work',
              time(({ steps }) => steps),
            ),
            row(
              'Waiting for somebody',
              time(({ waiting }) => waiting),
            ),
            row(
              'Between people',
              time(({ handoffs }) => handoffs),
            ),
            row(
              'From beginning to end',
              time(({ hours }) => hours),
            ),
          ],
        },
        {
          title: 'Places',
          rows: [
            row('Cannot keep up', ({ load }) => whole(load.filter(({ wait }) => wait === null).length)),
            row('Skills on one person', ({ cover }) => whole(cover.length)),
          ],
        },
      ],
      {
        legend: [
          '– somewhere there is more work than people have hours',
          'hours between people are an assumption',
        ],
      },
    ),
    today !== undefined &&
      table(
        ['people', 'full', 'wait, h', 'in a day'],
        {
          title: 'Today, fullest first',
          rows: today.load.map(({ unit, capability, fte, utilisation, wait, withinDay }) => ({
            label: printable(`${idInWords(capability)} in ${unit.name}`),
            cells: [
              brief(fte),
              utilisation === null
                ? '–'
                : wait === null
                  ? toned('bad', percent(utilisation))
                  : percent(utilisation),
              figure(wait),
              percent(withinDay),
            ],
          })),
        },
        {
          limit: { most: MOST_LOADS },
          legend: [
            'people: full-time, for this skill there',
            'full: their hours that the work takes',
            'wait: working hours before a step starts',
            'in a day: steps that start within one',
          ],
        },
      ),
  ];
};

const peopleParts = ({ keyPeople }: ReportedWork, ids: boolean): Part =>
  listIfAny(
    keyPeople.map(({ person, title, customers, revenueShare, alone }) => {
      const said = [
        ...(alone.length > 0 ? [`alone with ${allOf(alone.map(idInWords))}`] : []),
        ...(customers > 0 ? [`knows ${counted(customers, 'customer')}`] : []),
        ...(revenueShare !== null && revenueShare > 0 ? [`${percent(revenueShare)} of sales`] : []),
      ];
      const called = title === '' ? person : ids ? `${title} (${person})` : title;
      return printable(`${called}: ${said.join(', ')}`);
    }),
    { title: strong('On whom most hangs today'), limit: { most: MOST_PEOPLE } },
  );

const YEARS_UNKNOWN = 'Nothing can be said of the work in the years to come.';

/** What the years that were asked for come to, in a sentence. */
export function yearsInShort({ work }: Report): string {
  const { growth } = work ?? {};
  if (growth === undefined) return `${YEARS_UNKNOWN} No customers are known.`;
  const { reason, years, designs } = growth;
  if (reason !== undefined) return `${YEARS_UNKNOWN} ${reason}`;
  const [now, then] = [0, years].map((year) =>
    (designs['as-is']?.units ?? []).reduce((sum, { needed }) => sum + needed[year]!, 0),
  ) as [number, number];
  return `After ${counted(years, 'year')} the work takes ${brief(then)} people, today ${brief(now)} (--section work says where).`;
}

/** Of today and of the design that comes first; the JSON has all. */
const growthParts = ({ growth }: ReportedWork, first: string | undefined): readonly Part[] => {
  if (growth === undefined) return [];
  if (growth.reason !== undefined) return [text(`${YEARS_UNKNOWN} ${growth.reason}`)];
  const years = Array.from({ length: growth.years + 1 }, (_, year) => (year === 0 ? 'today' : `+${year}`));
  return [
    ...Object.entries(growth.designs)
      .filter(([design]) => design === 'as-is' || design === first)
      .map(([design, { units, crossings }]) => [
        table(years, {
          title: `People that the work takes, ${DESIGN_NAMES[design as keyof typeof DESIGN_NAMES].name}`,
          rows: units.map(({ unit, needed }) => ({
            label: printable(unit.name),
            cells: needed.map(brief),
          })),
        }),
        listIfAny(
          crossings.map(
            ({ team, size, becomes, year, limit }) =>
              `${printable(team.id)}: ${whole(becomes)} people after ${counted(year, 'year')} instead of ${whole(size)}, ${limit === 'maximum' ? 'more than a team should have' : 'too few for a team'}.`,
          ),
          { limit: { most: MOST_PEOPLE } },
        ),
      ]),
    listIfAny(
      growth.possible.map(
        ({ design, year }) =>
          `There will be people enough for ${DESIGN_NAMES[design].name} after ${counted(year, 'year')}.`,
      ),
    ),
  ];
};

/** What would have to be known, with the key of the file that tells. */
const QUESTIONS: Readonly<Record<string, string>> = {
  cost: 'What does it cost once?',
  effect: 'What is it expected to change?',
  margin: 'What do customers leave over a year?',
  retention: 'How many customers stay from one year to the next?',
};

const question = (key: string): string =>
  printable(`${QUESTIONS[key.slice(key.lastIndexOf('.') + 1)] ?? ''} (${key})`);

const nameOf = ({ name, design }: ReportedInitiative): string =>
  printable(design === null ? name : `${name} (${DESIGN_NAMES[design].name})`);

/** What each initiative and the reorganisation return, side by side. */
const initiativeParts = ({ initiatives }: ReportedWork, limit: number): readonly Part[] => {
  if (initiatives.length === 0) return [];
  const asks = [...new Set(initiatives.flatMap((one) => one.asks))];
  return [
    table(
      ['cost', 'saves/year', 'equity', 'a unit', 'years'],
      {
        title: 'What it returns',
        rows: initiatives.map((one) => ({
          label: nameOf(one),
          cells: [
            figure(one.cost, 'money'),
            figure(one.savedPerYear, 'money'),
            figure(one.equityGained, 'money'),
            one.equityPerCost === null ? '–' : brief(one.equityPerCost),
            one.paybackYears === null
              ? one.late === true
                ? toned('bad', 'never')
                : '–'
              : one.late === true
                ? toned('bad', brief(one.paybackYears))
                : brief(one.paybackYears),
          ],
        })),
      },
      {
        legend: [
          'equity: what customers are worth more over the years; a unit: for each unit of cost',
          `years until it has paid for itself; ${brief(limit)} are what is waited for (Bush)`,
        ],
      },
    ),
    listIfAny(asks.map(question), { title: strong('To be answered before they can be weighed') }),
  ];
};

/** Load, waiting, cover, growth and payback. */
export function workParts({ work, designs, ranking }: Report, ids = true): readonly Part[] {
  if (work === null)
    return [section('work', {}, [text('No customers are known: there is no work to tell of.')])];
  const assumed = work.assumedShare > 0.5 ? { count: 'more than half of the hours are assumed' } : {};
  return [
    section('work', { ...assumed, spaced: true }, [
      ...loadParts(work, designs),
      peopleParts(work, ids),
      ...growthParts(work, ranking?.winner),
      ...initiativeParts(work, work.paybackLimit),
    ]),
  ];
}
