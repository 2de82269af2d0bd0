import { precisePercent } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import type { Organisation } from '../../model/organisation.ts';
import { closedGates, reportedQuality } from '../../model/quality.ts';
import { viewOf } from '../../model/view.ts';
import { judge, ruleSet } from '../../policy/judge.ts';
import {
  designImpossible,
  type OwnRule,
  thresholdChanged,
  tooManyGone,
  tooManyMoved,
} from '../../policy/own-rules.ts';
import type { CheckPolicy } from '../../policy/policy.ts';
import { ratchet } from '../../policy/ratchet.ts';
import type { Subject } from '../../rules/context.ts';
import type { Finding } from '../../rules/finding.ts';
import { rules } from '../../rules/index.ts';
import type { CheckedStructure } from '../../schema/documents/check.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { settingsOf } from '../diff/settings.ts';
import { headerOf } from '../header.ts';
import { measureFindings } from './measure-findings.ts';
import { takeMeasures } from './measures.ts';
import { goneShare, type Moves, movedBetween } from './moved.ts';
import type { Subjects } from './subjects.ts';
import type { Target } from './target.ts';

interface StructureOptions {
  readonly policy: CheckPolicy | null;
  readonly maxMoved: number | undefined;
  readonly maxGone: number | undefined;
  readonly names: boolean;
}

/** A structure that was judged; its findings are not yet told. */
export interface JudgedStructure extends Omit<CheckedStructure, 'findings' | 'gates'> {
  readonly target: Target;
  readonly aged: readonly Finding[];
  /** Ids of its departments, before and after. */
  readonly units: readonly string[];
}

function ownFinding(
  rule: OwnRule,
  policy: CheckPolicy | null,
  target: Target,
  found: Pick<Finding, 'message' | 'value' | 'limit'>,
): Finding[] {
  const { severity } = ruleSet(rule, null, policy);
  const { name, origin } = target.today;
  const entity = { kind: 'organisation', id: name };
  return severity === 'off'
    ? []
    : [{ rule: rule.id, severity, ...found, count: 1, entity, examples: [], at: origin }];
}

function movedFindings(
  moved: Moves | null,
  target: Target,
  before: number,
  options: StructureOptions,
): Finding[] {
  const { maxMoved: limit, policy } = options;
  if (limit === undefined || moved === null) return [];
  if (moved.share === null) {
    if (before === 0) return [];
    const message = `None of ${counted(before, 'person', 'people')} of the baseline is in it, where at most ${precisePercent(limit)} may move: were the ids changed?`;
    return ownFinding(tooManyMoved, policy, target, { message, value: null, limit });
  }
  if (moved.share <= limit + 1e-9) return [];
  const message = `${precisePercent(moved.share)} of the people move to another unit, ${moved.moved} of ${moved.inBoth}; at most ${precisePercent(limit)} may.`;
  return ownFinding(tooManyMoved, policy, target, { message, value: moved.share, limit });
}

function goneFindings(
  moved: Moves | null,
  target: Target,
  { maxGone: limit, policy }: StructureOptions,
): Finding[] {
  const share = moved && goneShare(moved);
  if (limit === undefined || moved === null || share === null || share <= limit + 1e-9) return [];
  const message = `${precisePercent(share)} of the people of the baseline are gone, ${moved.left} of ${moved.inBoth + moved.left}; at most ${precisePercent(limit)} may.`;
  return ownFinding(tooManyGone, policy, target, { message, value: share, limit });
}

const inShort = (text: string | null): string =>
  text === null ? 'nothing' : /^-?\d+\.\d+$/.test(text) ? String(Number(Number(text).toPrecision(4))) : text;

/**
 * A finding for each threshold of its own that the file sets otherwise than in the baseline: a note, where nothing is found by those
 * of the baseline that is not found any more.
 */
const settingFindings = (
  settings: CheckedStructure['settings'],
  passed: number,
  target: Target,
  { policy }: StructureOptions,
): Finding[] =>
  settings.flatMap(({ id, before, after }) =>
    ownFinding(thresholdChanged, policy, target, {
      message: `The file sets ${id} otherwise than the baseline, ${inShort(before)} → ${inShort(after)}; both are judged by what stands after.${passed === 0 ? '' : ` By the thresholds of the baseline ${counted(passed, 'more finding')} would stand.`}`,
      value: null,
      limit: null,
    }).map((finding) => ({
      ...finding,
      ...(passed === 0 ? { severity: 'note' as const } : {}),
      entity: { kind: 'setting', id },
    })),
  );

/** How many findings above a note the thresholds of the baseline give, and those of now do not. */
function passedByThresholds(
  after: Subject,
  baseline: Organisation,
  found: readonly Finding[],
  policy: CheckPolicy | null,
) {
  const view = viewOf({ ...after.view.organisation, policy: baseline.policy });
  const strict = judge({ ...after, view, baseline: view }, policy);
  return ratchet(strict, found).filter(({ state, severity }) => state === 'gone' && severity !== 'note')
    .length;
}

const inputOf = (loaded: Loaded): CheckedStructure['input'] => {
  const { file, sha256, includes } = headerOf(loaded, '').input;
  return { file, sha256, includes };
};

const headcount = (vacant: Uint8Array): number => vacant.reduce((sum, open) => sum - open, vacant.length);

function baselineOf({ baseline }: Target): CheckedStructure['baseline'] {
  if (baseline === null) return null;
  const { structure, revision } = baseline;
  const { design } = structure;
  return {
    ...inputOf(structure.loaded),
    organisation: structure.organisation.name,
    design: design === undefined ? null : { id: design.id, name: design.name },
    revision: revision === null ? null : { ...revision },
  };
}

/** Whether the data bear a rule: what they do not bear is neither found nor gone. */
const canBeJudged = (id: string, organisation: Organisation): boolean =>
  closedGates(organisation, rules.find((rule) => rule.id === id)?.needs ?? []).length === 0;

/** Judges one structure against what it is held against, by the rules, the limits and the share that may move. */
export function judgeStructure(
  target: Target,
  subjects: Subjects,
  options: StructureOptions,
): JudgedStructure {
  const { loaded, today, design, baseline } = target;
  const { policy, names } = options;
  const { after, before } = subjects.of(target);
  const { name: file } = loaded.source;
  const reference = before?.view.organisation ?? (design === null ? null : today);
  const settings =
    baseline === null
      ? []
      : settingsOf(baseline.structure.organisation, today).filter(({ id }) => id.startsWith('policy.'));
  const facts = {
    target,
    name: design === null ? file : `${file}#${design.id}`,
    file,
    design: design === null ? null : { id: design.id, name: design.name },
    organisation: today.name,
    quality: reportedQuality(today),
    people: headcount((after?.view.organisation ?? today).people.vacant),
    input: inputOf(loaded),
    baseline: baselineOf(target),
    settings,
    units: [today, after?.view.organisation, before?.view.organisation].flatMap(
      (organisation) => organisation?.units.map(({ id }) => id) ?? [],
    ),
  };
  if (after === null) {
    const message =
      `The design ${design!.id} cannot be ${design!.result.mend === undefined ? 'built' : 'judged'}. ${design!.result.explanation.join(' ')}`.trim();
    const aged = ownFinding(designImpossible, policy, target, { message, value: null, limit: null });
    return { ...facts, measures: [], moved: null, aged };
  }
  const taken = takeMeasures(after, before?.view ?? null, policy);
  const judgedBefore = before === null ? [] : subjects.judged(before);
  const still = judgedBefore.filter(({ rule }) => canBeJudged(rule, after.view.organisation));
  const moved = reference === null ? null : movedBetween(reference, after.view.organisation, names);
  const found = subjects.judged(after);
  const passed = () => passedByThresholds(after, baseline!.structure.organisation, found, policy);
  const aged = [
    ...(before === null ? found : ratchet(still, found)),
    ...measureFindings(taken, policy, today.origin),
    ...(design === null && settings.length > 0 ? settingFindings(settings, passed(), target, options) : []),
    ...movedFindings(moved, target, reference === null ? 0 : headcount(reference.people.vacant), options),
    ...goneFindings(moved, target, options),
  ];
  const notJudged = judgedBefore.length - still.length;
  return {
    ...facts,
    ...(notJudged === 0 ? {} : { notJudged }),
    measures: [...taken.measures],
    moved,
    aged,
  };
}
