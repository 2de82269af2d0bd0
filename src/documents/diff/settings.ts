import { byText } from '../../base/text.ts';
import type { Capability, Journey, Organisation } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import { assumptionsOf } from '../report/assumptions.ts';
import type { MadeBy } from '../structure.ts';

type Setting = Diff['settings'][number];

/** How a setting is shown, and what it is compared by where that is more. */
interface SettingText {
  readonly text: string;
  readonly whole?: string;
}

/** Digits that a file has: what differs after them is the same. */
const DIGITS = 12;

const plain = (value: unknown): SettingText => {
  if (typeof value === 'number') return { text: String(Number(value.toPrecision(DIGITS))) };
  return { text: typeof value === 'object' ? JSON.stringify(value) : String(value) };
};

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const journeyText = ({ steps }: Journey, capabilities: readonly Capability[]): SettingText => {
  const hours = steps.reduce((sum, step) => sum + step.hours, 0);
  return {
    text: `${counted(steps.length, 'step')}, ${counted(hours, 'hour')}`,
    whole: JSON.stringify(
      steps.map(({ id, phase, capability, hours: each, contact, rework, reworkTo }) => [
        id,
        phase,
        capabilities[capability]?.id ?? null,
        each,
        contact,
        rework,
        rework > 0 ? reworkTo : null,
      ]),
    ),
  };
};

const interactionsText = ({ interactions, people }: Organisation): SettingText => ({
  text: counted(interactions.length, 'pair of people', 'pairs of people'),
  whole: JSON.stringify(
    interactions
      .map(({ from, to, weight }) => JSON.stringify([people.id[from], people.id[to], weight]))
      .sort(byText),
  ),
});

/** Everything outside people, customers and units that the figures rest on. */
function settingsIn(organisation: Organisation): ReadonlyMap<string, SettingText> {
  const { policy, context, practices, capabilities, journeys } = organisation;
  const found = new Map<string, SettingText>();
  found.set('name', plain(organisation.name));
  if (organisation.currency !== null) found.set('currency', plain(organisation.currency));
  found.set('hoursPerFtePerMonth', plain(organisation.hoursPerFtePerMonth));
  for (const [key, value] of Object.entries(context))
    if (value !== undefined) found.set(`context.${key}`, plain(value));
  for (const [item, { answer }] of practices) found.set(`practices.${item}`, plain(answer));
  const { rules, certainties, ...thresholds } = policy;
  for (const [key, value] of Object.entries(thresholds)) found.set(`policy.${key}`, plain(value));
  for (const [rule, severity] of Object.entries(rules)) found.set(`policy.rules.${rule}`, plain(severity));
  for (const [rule, certainty] of Object.entries(certainties))
    found.set(`policy.certainties.${rule}`, plain(certainty));
  for (const { id, name, role, of, phases } of capabilities)
    found.set(`capabilities.${id}`, {
      text: `${role}, phases ${phases.map((share) => Number(share.toFixed(3))).join(' / ')}`,
      whole: JSON.stringify([name, role, capabilities[of]?.id ?? null, phases]),
    });
  for (const journey of journeys) found.set(`journeys.${journey.id}`, journeyText(journey, capabilities));
  const { list = [], ...agreed } = organisation.criteria ?? {};
  for (const [key, value] of Object.entries(agreed))
    if (value !== undefined) found.set(`criteria.${key}`, plain(value));
  list.forEach(({ id, measure, ...rest }, at) => {
    // Without weights and ranks their order counts.
    found.set(`criteria.${id ?? measure}`, plain({ place: at + 1, measure, ...rest }));
  });
  for (const [key, value] of Object.entries(organisation.funnel ?? {}))
    if (value !== undefined) found.set(`funnel.${key}`, plain(value));
  for (const { id, ...rest } of organisation.initiatives) found.set(`initiatives.${id}`, plain(rest));
  if (organisation.interactions.length > 0) found.set('interactions', interactionsText(organisation));
  return found;
}

/** The settings that differ, by id; where they read alike, the second says that it is another one. */
export function settingsOf(before: Organisation, after: Organisation): Setting[] {
  const [old, now] = [settingsIn(before), settingsIn(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort(byText).flatMap((id): Setting[] => {
    const [a, b] = [old.get(id), now.get(id)];
    const [one, other] = [a?.whole ?? a?.text, b?.whole ?? b?.text];
    if (one === other) return [];
    const alike = a !== undefined && a.text === b?.text;
    return [{ id, before: a?.text ?? null, after: alike ? `${b!.text}, other ones` : (b?.text ?? null) }];
  });
}

const NUMBER = /\d[\d,.]*/g;

/**
 * What is assumed of one organisation only, or in other words: because one of the files says what the other does not. That
 * it is assumed of more or fewer people is no difference.
 */
export function assumptionChanges(
  before: Organisation,
  after: Organisation,
  designs: { readonly before?: MadeBy | undefined; readonly after?: MadeBy | undefined },
  view: (organisation: Organisation) => View,
): Setting[] {
  const told = (organisation: Organisation, design: MadeBy | undefined) => {
    const texts = new Map(assumptionsOf(view(organisation)).map(({ id, text }) => [id, text]));
    if (design === undefined) return texts;
    // What the design rests on, which a file that is written of it carries.
    const file = view(design.baseline);
    const given = new Set(assumptionsOf(file).map(({ id }) => id));
    for (const { id, text } of assumptionsOf(file, [{ id: design.id, organisation }]))
      if (!given.has(id) && !texts.has(id)) texts.set(id, text);
    return texts;
  };
  const [old, now] = [told(before, designs.before), told(after, designs.after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort(byText)
    .filter((id) => old.get(id)?.replace(NUMBER, '') !== now.get(id)?.replace(NUMBER, ''))
    .map((id) => ({ id, before: old.get(id) ?? null, after: now.get(id) ?? null }));
}
