import { byText } from '../../base/text.ts';
import { ownRules } from '../../policy/own-rules.ts';
import type { CheckPolicy } from '../../policy/policy.ts';
import { fingerprints } from '../../policy/ratchet.ts';
import { waiversOf } from '../../policy/waivers.ts';
import { rules } from '../../rules/index.ts';
import { SEVERITIES } from '../../schema/choices.ts';
import {
  type Check,
  type CheckedFinding,
  type CheckedRule,
  type CheckedStructure,
  FINDING_STATES,
  isCounting,
} from '../../schema/documents/check.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import { headerOf } from '../header.ts';
import { findingsGate, goneGate, measuresGate, movedGate, warningsGate } from './gates.ts';
import { type JudgedStructure, judgeStructure } from './structure.ts';
import { subjectsUnder } from './subjects.ts';
import type { Target } from './target.ts';
import { type Suggest, type Telling, tellFindings, tellOnPolicy } from './tell.ts';

export interface CheckOptions {
  readonly policy: CheckPolicy | null;
  /** What is given here wins over the policy. */
  readonly failOn?: Severity | undefined;
  readonly maxWarnings?: number | undefined;
  readonly maxMoved?: number | undefined;
  readonly maxGone?: number | undefined;
  /** The day that waivers are judged by, as an ISO date. */
  readonly today: string;
  /** The baseline as it was asked for. */
  readonly baseline?: string | undefined;
  /** Whether people are named, or shown by their ids. */
  readonly names?: boolean;
  readonly version: string;
  /** Gives for findings of a structure the change that would clear each; nothing is suggested without it. */
  readonly suggest?: Suggest;
}

/** Every finding of a check: of its structures, then on the policy. */
export const everyFinding = ({
  structures,
  policy,
}: Pick<Check, 'structures' | 'policy'>): CheckedFinding[] => [
  ...structures.flatMap(({ findings }) => findings),
  ...(policy?.findings ?? []),
];

const tally = <K extends string>(keys: readonly K[], count: (key: K) => number): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<K, number>;

function rulesOf(findings: readonly CheckedFinding[]): CheckedRule[] {
  const wanted = new Set(findings.map(({ rule }) => rule));
  const own = ownRules.map(({ id, summary, why, help, severity }) => ({ id, summary, why, help, severity }));
  const others = rules.map(({ id, summary, why, options, severity }) => {
    const thresholds = options.length === 0 ? '' : `It reads ${options.join(', ')} of the policy. `;
    return { id, summary, why, severity, help: `${thresholds}More, with examples: orgdesign explain ${id}` };
  });
  return [...others, ...own]
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => byText(a.id, b.id))
    .map(({ why, ...rule }) => ({ ...rule, why: why.text, source: why.source }));
}

function checkedStructure(
  judged: JudgedStructure,
  telling: Telling,
  { maxMoved, maxGone }: Pick<CheckOptions, 'maxMoved' | 'maxGone'>,
): CheckedStructure {
  const { target: _target, aged: _aged, units: _units, ...facts } = judged;
  const findings = tellFindings(judged, telling);
  return {
    ...facts,
    findings,
    gates: [
      findingsGate(findings, telling.failOn, facts.notJudged),
      ...measuresGate(facts.measures, findings),
      ...movedGate(facts.moved, maxMoved, findings),
      ...goneGate(facts.moved, maxGone, findings),
    ],
  };
}

/**
 * The document of a check: each structure judged by the policy, held against its baseline where it has one, with what is
 * waived, and whether all of it passes. Linear in people, reporting lines and relationships, beside what it costs to take
 * the measures that are limited or shown.
 */
export function buildCheck(targets: readonly Target[], options: CheckOptions): Check {
  const { policy, names = false, today } = options;
  const failOn = options.failOn ?? policy?.failOn ?? 'error';
  const shares = {
    maxMoved: options.maxMoved ?? policy?.maxMoved,
    maxGone: options.maxGone ?? policy?.maxGone,
  };
  const subjects = subjectsUnder(policy);
  const waivers = waiversOf(policy, today);
  const mark = fingerprints();
  const several = new Set(targets.map(({ loaded }) => loaded.source.name)).size > 1;
  const judged = targets.map((target) => judgeStructure(target, subjects, { policy, ...shares, names }));
  const telling: Telling = {
    ...{ failOn, names, waivers, mark, several, policy },
    ...(options.suggest === undefined ? {} : { suggest: options.suggest }),
  };
  const structures = judged.map((one) => checkedStructure(one, telling, shares));
  const known = new Set(judged.flatMap(({ units }) => units));
  const onPolicy = policy === null ? [] : tellOnPolicy(waivers.findings(known), policy.source, telling);
  const checkedPolicy =
    policy === null
      ? null
      : {
          file: policy.source.name,
          sha256: policy.source.sha256,
          extends: [...policy.extends],
          findings: onPolicy,
        };
  const findings = everyFinding({ structures, policy: checkedPolicy });
  const counting = findings.filter(({ state }) => isCounting(state));
  const warnings = counting.filter(({ severity }) => severity === 'warning').length;
  const gates = [
    ...(onPolicy.length === 0 ? [] : [findingsGate(onPolicy, failOn)]),
    ...warningsGate(warnings, options.maxWarnings ?? policy?.maxWarnings),
  ];
  const failed = (where: string, list: CheckedStructure['gates']) =>
    list.flatMap(({ status, message }) => (status === 'fail' ? [`${where}${message}`] : []));
  const reasons = [
    ...structures.flatMap(({ name, gates: own }) => failed(`${name}: `, own)),
    ...gates.flatMap((gate) => failed(gate.gate === 'findings' ? `${policy!.source.name}: ` : '', [gate])),
  ];
  const { version, generator } = headerOf(targets[0]!.loaded, options.version);
  return {
    version,
    generator,
    today,
    baseline: options.baseline ?? null,
    policy: checkedPolicy,
    failOn,
    verdict: {
      pass: reasons.length === 0,
      reasons,
      counts: tally(FINDING_STATES, (key) => findings.filter(({ state }) => state === key).length),
      counting: tally(SEVERITIES, (key) => counting.filter(({ severity }) => severity === key).length),
    },
    gates,
    structures,
    rules: rulesOf(findings),
  };
}
