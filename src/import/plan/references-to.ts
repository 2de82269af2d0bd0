import { quoted } from '../../base/text.ts';
import type { Loaded } from '../../schema/loaded.ts';
import type { PlanChange } from './plan-change.ts';

type Removed = ReadonlySet<string>;

/** Why some people cannot be removed: who or what of the file, as it will be, still names each of them. Linear. */
export function referencesTo(
  removed: Removed,
  loaded: Loaded,
  changes: readonly PlanChange[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const name = (id: string | undefined, what: string): void => {
    if (id !== undefined && removed.has(id) && !found.has(id)) found.set(id, what);
  };
  const { people, customers, input } = loaded;
  const set = new Map<string, string>();
  for (const change of changes) {
    if (change.kind === 'set') set.set(`${change.list} ${change.key} ${change.id}`, change.to);
    if (change.kind !== 'add') continue;
    name(change.entry.manager as string | undefined, `${quoted(change.id)} reports to them`);
    for (const owner of [change.entry.owner ?? []].flat())
      name(String(owner), `they own the customer ${quoted(change.id)}`);
  }
  const after = (key: string, id: string, now: string): string => set.get(`${key} ${id}`) ?? now;
  people.id.forEach((id, row) => {
    if (removed.has(id)) return;
    const lines = people.lines.get(row);
    const what = `${quoted(id)} reports to them`;
    if (lines === undefined) name(after('people manager', id, people.manager[row]!), what);
    else {
      name(set.get(`people manager ${id}`), what);
      for (const { to } of lines) name(to, what);
    }
  });
  customers.id.forEach((id, row) => {
    const owners = after('customers owner', id, (customers.owner.get(row) ?? []).join(';')).split(';');
    for (const owner of owners) name(owner, `they own the customer ${quoted(id)}`);
  });
  for (const { id, head, answersTo, scorecard = [] } of input.departments ?? []) {
    name(after('departments head', id, head ?? ''), `they lead ${quoted(id)}`);
    name(answersTo, `${quoted(id)} answers to them`);
    for (const { owner, metric } of scorecard)
      name(owner, `they answer for ${quoted(metric)} of ${quoted(id)}`);
  }
  for (const { id, lead, members } of input.teams) {
    name(lead, `they lead the team ${quoted(id)}`);
    for (const member of members)
      name(typeof member === 'string' ? member : member.id, `they are in the team ${quoted(id)}`);
  }
  for (const { from, to } of input.interactions)
    for (const one of [from, to]) name(one, 'an interaction names them');
  name(input.customerOfficer?.person, 'they are the customer officer');
  for (const options of Object.values(input.designs))
    for (const id of Object.keys((options as { pinned?: object } | undefined)?.pinned ?? {}))
      name(id, 'an option of a design pins them');
  return found;
}
