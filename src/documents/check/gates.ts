import { precisePercent } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { counted } from '../../base/text.ts';
import { measureLimit, tooManyGone, tooManyMoved } from '../../policy/own-rules.ts';
import type { CheckedFinding, CheckedMeasure, Gate } from '../../schema/documents/check.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import { goneShare, type Moves } from './moved.ts';

const OTHERS: readonly string[] = [measureLimit.id, tooManyMoved.id, tooManyGone.id];

/** Findings of rules that are told by no gate of their own. */
export function findingsGate(findings: readonly CheckedFinding[], failOn: Severity, notJudged = 0): Gate {
  const failing = findings.filter(({ fails, rule }) => fails && !OTHERS.includes(rule));
  const kind = failOn === 'note' ? '' : failOn === 'warning' ? ' at warning or above' : ' at error';
  const unknown =
    notJudged === 0
      ? ''
      : ` ${counted(notJudged, 'finding')} of the baseline cannot be judged any more: the data do not bear it.`;
  const message =
    failing.length === 0
      ? `Nothing found${kind} that counts.`
      : `${counted(failing.length, 'finding')}${kind}.`;
  return {
    gate: 'findings',
    status: failing.length === 0 ? 'pass' : 'fail',
    value: failing.length,
    limit: 0,
    message: `${message}${unknown}`,
  };
}

/** Limits of measures; none where nothing is limited. */
export function measuresGate(
  measures: readonly CheckedMeasure[],
  findings: readonly CheckedFinding[],
): Gate[] {
  const limited = measures.filter(({ limit }) => limit !== null);
  if (limited.length === 0) return [];
  const failing = findings.filter(({ fails, rule }) => fails && rule === measureLimit.id);
  const fixed = { gate: 'measures', value: failing.length, limit: 0 } as const;
  const which = counted(limited.length, 'limited measure');
  if (failing.length > 0) {
    const names = failing.map(({ entity }) => entity.id).join(', ');
    return [
      { ...fixed, status: 'fail', message: `${failing.length} of ${which} beyond the limit: ${names}.` },
    ];
  }
  const unknown = limited.filter(({ status }) => status === 'unknown');
  if (unknown.length === limited.length)
    return [
      { ...fixed, status: 'not-checked', message: `${which}: not known. ${unknown[0]!.reason ?? ''}`.trim() },
    ];
  const not = unknown.length === 0 ? '' : ` Not known: ${unknown.map(({ label }) => label).join(', ')}.`;
  return [{ ...fixed, status: 'pass', message: `${which}: none fails.${not}` }];
}

/** The share of people that a change may move; none where it is not limited. */
export function movedGate(
  moved: Moves | null,
  limit: number | undefined,
  findings: readonly CheckedFinding[],
): Gate[] {
  if (limit === undefined) return [];
  const fixed = { gate: 'max-moved', value: moved?.share ?? null, limit } as const;
  if (moved === null)
    return [{ ...fixed, status: 'not-checked', message: 'There is no baseline to tell who moves.' }];
  const finding = findings.find(({ rule }) => rule === tooManyMoved.id);
  if (finding?.fails) return [{ ...fixed, status: 'fail', message: finding.message }];
  const share = moved.share === null ? 'Nobody' : `${precisePercent(moved.share)} of the people`;
  return [{ ...fixed, status: 'pass', message: `${share} moved; at most ${precisePercent(limit)} may.` }];
}

/** The share of the people of the baseline who may be there no longer; none where it is not limited. */
export function goneGate(
  moved: Moves | null,
  limit: number | undefined,
  findings: readonly CheckedFinding[],
): Gate[] {
  if (limit === undefined) return [];
  const share = moved && goneShare(moved);
  const fixed = { gate: 'max-gone', value: share, limit } as const;
  if (moved === null)
    return [{ ...fixed, status: 'not-checked', message: 'There is no baseline to tell who is gone.' }];
  const finding = findings.find(({ rule }) => rule === tooManyGone.id);
  if (finding?.fails) return [{ ...fixed, status: 'fail', message: finding.message }];
  const who = share === null ? 'Nobody' : `${precisePercent(share)} of the people`;
  return [
    {
      ...fixed,
      status: 'pass',
      message: `${who} of the baseline gone; at most ${precisePercent(limit)} may.`,
    },
  ];
}

/** Warnings of all structures and the policy together; none where they are not limited. */
export function warningsGate(warnings: number, limit: number | undefined): Gate[] {
  if (limit === undefined) return [];
  return [
    {
      gate: 'max-warnings',
      status: warnings > limit ? 'fail' : 'pass',
      value: warnings,
      limit,
      message: `${counted(warnings, 'warning')}; at most ${grouped(limit)} may be.`,
    },
  ];
}
