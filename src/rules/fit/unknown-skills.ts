import { precisePercent } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { memo } from '../../base/memo.ts';
import type { View } from '../../model/view.ts';
import { peopleThere, type Share } from '../company-facts.ts';
import type { FitCase, FitSubject } from './statement.ts';

/** With more than this of the people who could serve customers without a known skill, groups of customers are not judged. */
const MOST_UNKNOWN = 0.3;
/** Forms that are made of people with all the skills that a customer needs. */
const OF_CUSTOMERS: ReadonlySet<FitSubject> = new Set(['cluster', 'account-team', 'matrix']);

/** Of the people who are there and could serve customers, those whose skill is not known: who keeps the books or leads them all could not. */
const unknown = memo(({ organisation: { people, capabilities } }: View): Share => {
  const found = { part: 0, of: 0 };
  for (let seat = 0; seat < people.count; seat++) {
    if (people.vacant[seat] === 1) continue;
    const role = capabilities[people.capability[seat]!]?.role;
    if (role === 'enabling' || role === 'leadership') continue;
    found.of++;
    if (role === undefined) found.part++;
  }
  return found;
});

/** Whether enough is known of what people can do for a verdict on a form that groups customers. */
export function skillsKnown({ subject, design, baseline }: FitCase): boolean {
  if (!OF_CUSTOMERS.has(subject) || design === 'as-is' || baseline.organisation.despiteData) return true;
  const { part, of } = unknown(baseline);
  return part <= MOST_UNKNOWN * of;
}

/** What is not known, and what would tell it. */
export function skillsUnknown(view: View): string {
  const { part, of } = unknown(view);
  const { people } = view.organisation;
  const titled = people.title.some((title) => title !== '');
  const there = peopleThere(view);
  const mend = titled
    ? 'Give each a capability, or say under capabilities: what their titles stand for'
    : 'No column of job titles was mapped: map it (people.columns.title)';
  const share =
    part === of || part === there ? '' : `, ${precisePercent(part / of)} of those who could serve customers`;
  return `the skill of ${grouped(part)} of ${grouped(there)} people is not known${share}. ${mend}`;
}
