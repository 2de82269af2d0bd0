import { given } from '../base/given.ts';
import { type Finding, partOf } from '../rules/finding.ts';
import type { CheckedFinding } from '../schema/documents/check.ts';
import type { WaiverInput } from '../schema/input/check-policy.ts';
import { ruleSet } from './judge.ts';
import { type OwnRule, overrideUnused, waiverExpired, waiverUnused } from './own-rules.ts';
import type { CheckPolicy } from './policy.ts';

type Waiver = NonNullable<CheckedFinding['waiver']>;

/** What waives a finding, where something does; remembers which waivers met a finding. */
export interface Waivers {
  of(finding: Finding): Waiver | undefined;
  /** The finding, or where some of its members are waived by themselves each of these, after those that are not. */
  parts(finding: Finding): readonly Finding[];
  /** Findings on the policy itself, after all others were asked about. */
  findings(knownUnits: ReadonlySet<string>): Finding[];
}

/** A waiver without an entity is for what is found on the organisation as a whole. */
const fits = ({ rule, entity }: WaiverInput, finding: Finding): boolean =>
  finding.rule === rule &&
  (entity === undefined
    ? finding.entity.kind === 'organisation'
    : finding.entity.id === entity || (finding.members?.length === 1 && finding.members[0] === entity));

/** Days are compared as text: both are ISO dates. */
const isOver = ({ expires }: WaiverInput, today: string): boolean => expires !== undefined && today > expires;

export function waiversOf(policy: CheckPolicy | null, today: string): Waivers {
  const waivers = policy?.waivers ?? [];
  const met = new Set<number>();
  return {
    parts(finding) {
      const { members = [], rule, state } = finding;
      if (members.length < 2 || state === 'gone') return [finding];
      const named = new Set(
        waivers.flatMap(({ entity, ...waiver }) =>
          waiver.rule === rule && entity !== undefined ? [entity] : [],
        ),
      );
      const waived = members.filter((id) => named.has(id));
      if (waived.length === 0 || waivers.some((waiver) => fits(waiver, finding))) return [finding];
      const others = partOf(
        finding,
        members.filter((id) => !named.has(id)),
      );
      return [
        ...(others === undefined ? [] : [others]),
        ...waived.flatMap((id) => partOf(finding, [id]) ?? []),
      ].map((one) => given({ ...one, state, before: finding.before }));
    },
    of(finding) {
      if (finding.state === 'gone') return undefined;
      let found: Waiver | undefined;
      waivers.forEach((waiver, at) => {
        if (!fits(waiver, finding)) return;
        met.add(at);
        if (found !== undefined || isOver(waiver, today)) return;
        const { reason, owner, expires } = waiver;
        found = { reason, owner, expires: expires ?? null, at: policy!.at(['waivers', at]) };
      });
      return found;
    },
    findings: (knownUnits) =>
      policy === null
        ? []
        : [
            ...waivers.flatMap((waiver, at) => onWaiver(policy, waiver, at, met.has(at), today)),
            ...policy.overrides.flatMap((_, at) => onOverride(policy, at, knownUnits)),
          ],
  };
}

/** A finding on the policy, unless its rule is off. */
function onPolicy(
  policy: CheckPolicy,
  rule: OwnRule,
  found: Pick<Finding, 'message' | 'entity'>,
  path: readonly (string | number)[],
): Finding[] {
  const { severity } = ruleSet(rule, null, policy);
  if (severity === 'off') return [];
  const fixed = { value: null, limit: null, count: 1, examples: [], at: () => policy.at(path) };
  return [{ rule: rule.id, severity, ...found, ...fixed }];
}

function onWaiver(
  policy: CheckPolicy,
  waiver: WaiverInput,
  at: number,
  isMet: boolean,
  today: string,
): Finding[] {
  const { rule, entity, expires, owner } = waiver;
  const what = `The waiver of ${rule}${entity === undefined ? '' : ` for ${entity}`}`;
  const about = { kind: 'waiver', id: entity === undefined ? rule : `${rule} ${entity}` };
  if (!isMet)
    return onPolicy(
      policy,
      waiverUnused,
      {
        message: `${what} waives nothing: there is no such finding any more, or never was. Remove it.`,
        entity: about,
      },
      ['waivers', at],
    );
  if (!isOver(waiver, today)) return [];
  const message = `${what} held until ${expires}, and today is ${today}. ${owner} answers for it: mend what it waives, or give it a later day.`;
  return onPolicy(policy, waiverExpired, { message, entity: about }, ['waivers', at, 'expires']);
}

function onOverride(policy: CheckPolicy, at: number, known: ReadonlySet<string>): Finding[] {
  const unknown = (policy.overrides[at]!.departments ?? []).filter((id) => !known.has(id));
  return unknown.flatMap((id) =>
    onPolicy(
      policy,
      overrideUnused,
      {
        message: `An override names the department ${id}, which is in none of the files that are checked.`,
        entity: { kind: 'override', id },
      },
      ['overrides', at, 'departments'],
    ),
  );
}
