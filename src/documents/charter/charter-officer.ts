import { brief } from '../../base/figures.ts';
import { allOf, counted } from '../../base/text.ts';
import { customerFacing } from '../../model/customer-facing.ts';
import type { Index } from '../../model/organisation.ts';
import { answerOf } from '../../model/practices.ts';
import type { View } from '../../model/view.ts';
import { yearsOfCustomers } from '../../rules/company-facts.ts';
import { insightOfOfficer } from '../../rules/fit/fit-officer-without-data.ts';
import type { CharterPart, OfficerCharter } from '../../schema/documents/charter.ts';
import { PRACTICES, type PracticeId } from '../../schema/input/practices.ts';
import { OFFICER_WORDS } from '../assessment/assessment-words.ts';
import { customersInFigures, fewOf } from './charter-facts.ts';

/** How a key of the entry of a department in the file is called. */
type Key = (unit: Index, part: string) => string;

/** What somebody answered: yes is given, partly to be completed, no or nothing missing; what the chart shows stands with it. */
function fromAnswers(
  { organisation }: View,
  [id, name, source]: readonly [id: string, name: string, source: string],
  items: readonly PracticeId[],
  shown: readonly string[] = [],
): CharterPart {
  const answers = items.map((item) => ({
    ...answerOf(organisation, item),
    practice: PRACTICES.find((one) => one.id === item)!,
  }));
  const lines = answers.flatMap(({ answer, note, practice }) =>
    answer === 'unknown' ? [] : [`${practice.question} ${answer}${note === undefined ? '' : `: ${note}`}.`],
  );
  const open = answers.filter(({ answer }) => answer !== 'yes');
  const some = answers.some(({ answer }) => answer === 'yes' || answer === 'partly') || shown.length > 0;
  return {
    id,
    name,
    state: open.length === 0 ? 'given' : some ? 'from-file' : 'missing',
    lines: [...shown, ...lines],
    ...(open[0] === undefined
      ? {}
      : {
          write: {
            key: `practices.${open[0].practice.id}`,
            what: open.map(({ practice }) => practice.step).join(' '),
          },
        }),
    source,
  };
}

/** To whom the officer reports, how much of an organisation of their own they have, and how long they stay. */
function standing(view: View): CharterPart {
  const { organisation } = view;
  const { seat, model, tenureYears } = organisation.officer!;
  const tree = view.tree();
  const boss = tree.boss[seat]!;
  const years = yearsOfCustomers(view);
  const stays =
    tenureYears === undefined
      ? []
      : [
          `Expected to stay ${counted(tenureYears, 'year')}${years === null ? '' : `, where a customer stays ${brief(years)} on average`}.`,
        ];
  return {
    id: 'standing',
    name: 'Where the officer stands',
    state: 'from-file',
    lines: [
      boss < 0 ? 'Leads the whole.' : `Reports to ${view.person(boss)}.`,
      model === undefined ? 'How much of an organisation is not said.' : `Has ${OFFICER_WORDS[model]}.`,
      ...stays,
    ],
    ...(tenureYears === undefined
      ? { write: { key: 'customerOfficer.tenureYears', what: 'Years that the officer is expected to stay.' } }
      : {}),
    source: 'Eccles; Bush',
  };
}

/** The units that face customers: below the officer, telling the officer, or neither. */
function functions(view: View): CharterPart {
  const { organisation } = view;
  const { officer, flows, unitOf, units } = organisation;
  const { boss } = view.tree();
  const isBelow = (head: Index) => {
    for (let at = head; at >= 0; at = boss[at]!) if (at === officer!.seat) return true;
    return false;
  };
  const office = unitOf[officer!.seat]!;
  const telling = new Set(
    flows.flatMap(({ from, to }) => (office >= 0 && to === office ? [units[from]!.id] : [])),
  );
  const facing = customerFacing(view).units;
  const below = facing.filter(({ head }) => isBelow(head));
  const tell = facing.filter((unit) => !below.includes(unit) && telling.has(unit.id));
  const neither = facing.filter((unit) => !below.includes(unit) && !tell.includes(unit));
  const line = (text: string, of: typeof facing) =>
    of.length === 0 ? [] : [`${text}: ${fewOf(of.map(({ name }) => name))}.`];
  const lines = [...line('Report to the officer', below), ...line('Let the officer know', tell)];
  return {
    id: 'functions',
    name: 'Customer-facing functions that the officer oversees',
    state: lines.length > 0 ? 'from-file' : 'missing',
    lines,
    ...(neither.length === 0
      ? {}
      : {
          write: {
            key: officer!.model === 'full-department' ? 'people[].manager' : 'flows',
            what: `How the officer hears of, and is heard in, ${allOf(neither.map(({ name }) => name))}.`,
          },
        }),
    source: 'Eccles',
  };
}

function strategy({ organisation }: View, key: Key): CharterPart {
  const { officer, unitOf, units } = organisation;
  const office = unitOf[officer!.seat]!;
  const goals = units[office]?.head === officer!.seat ? (units[office]!.charter?.goals ?? []) : [];
  return {
    id: 'relationshipStrategy',
    name: 'Strategy for customer relationships',
    state: goals.length > 0 ? 'given' : 'missing',
    lines: [...goals],
    ...(goals.length > 0
      ? {}
      : {
          write: {
            key: key(office, 'charter.goals'),
            what: 'Which customers are to be won, kept and developed, and how, judged by what they are worth over the years.',
          },
        }),
    source: 'Eccles',
  };
}

/** What the Chief Customer Officer owns, each part with its source; undefined without one. */
export function officerCharter(view: View, key: Key): OfficerCharter | undefined {
  const { organisation } = view;
  const { officer, people, customers } = organisation;
  if (officer === undefined) return undefined;
  const insight = insightOfOfficer(organisation);
  const figures = customersInFigures(organisation, [...customers.id.keys()]);
  return {
    person: people.id[officer.seat]!,
    vacant: people.vacant[officer.seat] === 1,
    model: officer.model ?? null,
    tenureYears: officer.tenureYears ?? null,
    parts: [
      standing(view),
      strategy(view, key),
      functions(view),
      fromAnswers(
        view,
        ['data', 'Data on customers, linked to results', 'Bush'],
        ['customer-data-linked'],
        insight.length === 0 ? [] : [`Customer insight: ${fewOf(insight.map((seat) => view.person(seat)))}.`],
      ),
      fromAnswers(
        view,
        ['forum', 'The forum in which priorities are set', 'Bush'],
        ['prioritisation-forum', 'trade-offs-beyond-finance'],
      ),
      fromAnswers(view, ['rules', 'That rules can be challenged', 'Bush'], ['rules-challenged']),
      fromAnswers(
        view,
        ['propositions', 'Propositions built on what customers want done', 'Bush'],
        ['jobs-to-be-done'],
      ),
      ...(figures.length === 0
        ? []
        : [
            {
              id: 'customers',
              name: 'All customers, in figures',
              state: 'from-file' as const,
              lines: [...figures],
              source: 'Eccles',
            },
          ]),
    ],
  };
}
