import type { Position } from '../../base/errors.ts';
import { given } from '../../base/given.ts';
import { printable } from '../../base/text.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { CheckPolicy } from '../../policy/policy.ts';
import { type fingerprints, memberFingerprints } from '../../policy/ratchet.ts';
import type { Waivers } from '../../policy/waivers.ts';
import { type Finding, reportFinding } from '../../rules/finding.ts';
import { SEVERITIES } from '../../schema/choices.ts';
import type { CheckedFinding } from '../../schema/documents/check.ts';
import { isCounting } from '../../schema/documents/check.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import type { Loaded, SourceFile } from '../../schema/loaded.ts';
import { personWriter } from '../with-people.ts';
import type { JudgedStructure } from './structure.ts';

type Place = CheckedFinding['at'];

/** Where a finding is, up to the end of its line: what stands there is one row, or the beginning of one entry. */
function placeIn(files: readonly SourceFile[]): (at: Position & { generated?: boolean }) => Place {
  const byName = new Map(files.map((file) => [printable(file.name), file]));
  return ({ file, line, column, generated }) => {
    const end = byName.get(file)?.endColumn(line) ?? 0;
    return {
      file,
      line,
      column,
      ...(end > column ? { endLine: line, endColumn: end } : {}),
      ...(generated ? { generated } : {}),
    };
  };
}

const filesOf = ({ source, includes }: Loaded): readonly SourceFile[] => [source, ...includes];

/** Whether a finding of a severity fails a check. */
const isFailing = (severity: Severity, failOn: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);

/** For findings of an organisation the change that would clear each, where one is known; texts name people as asked. */
export type Suggest = (
  organisation: Organisation,
  findings: readonly Finding[],
  policy: CheckPolicy | null,
  names: boolean,
) => ReadonlyMap<Finding, NonNullable<CheckedFinding['suggestion']>>;

export interface Telling {
  readonly failOn: Severity;
  readonly names: boolean;
  readonly waivers: Waivers;
  readonly mark: ReturnType<typeof fingerprints>;
  /** Whether several files are checked, so that their findings have to be told apart. */
  readonly several: boolean;
  readonly policy: CheckPolicy | null;
  readonly suggest?: Suggest;
}

/** Findings on the policy itself: always new, as nothing but a change of the policy or a day makes them. */
export const tellOnPolicy = (
  findings: readonly Finding[],
  source: SourceFile,
  { failOn, mark }: Pick<Telling, 'failOn' | 'mark'>,
): CheckedFinding[] => {
  const place = placeIn([source]);
  return findings.map((finding) => ({
    ...reportFinding(
      finding,
      (text) => text,
      (at) => place(at()),
    ),
    fingerprint: mark(['policy'], finding),
    state: 'new',
    fails: isFailing(finding.severity, failOn),
  }));
};

/** The findings of a structure in words and places, errors first and those that are gone at the end. */
export function tellFindings(structure: JudgedStructure, telling: Telling): CheckedFinding[] {
  const { target } = structure;
  const aged = structure.aged.flatMap((finding) => telling.waivers.parts(finding));
  const { failOn, names, waivers, mark, several } = telling;
  const { loaded, today, design, baseline } = target;
  const before = baseline?.structure;
  const sides = {
    now: {
      write: personWriter((design?.result.organisation ?? today).people, names),
      place: placeIn(filesOf(loaded)),
    },
    before: {
      write: personWriter((before?.organisation ?? today).people, names),
      place: placeIn(filesOf(before?.loaded ?? loaded)),
    },
  };
  const parts = [...(several ? [loaded.source.name] : []), ...(design === null ? [] : [`#${design.id}`])];
  const counts = (finding: Finding) => isCounting(finding.state) && waivers.of(finding) === undefined;
  const organisation = design === null ? today : design.result.organisation;
  const suggested =
    organisation === null
      ? undefined
      : telling.suggest?.(organisation, aged.filter(counts), telling.policy, names);
  const order = ({ state, severity }: Finding) =>
    (state === 'gone' ? SEVERITIES.length : 0) + SEVERITIES.indexOf(severity);
  return [...aged]
    .sort((a, b) => order(a) - order(b))
    .map((finding) => {
      // A limit is a finding of now also where it is kept again: its place is in the file that is checked.
      const { write, place } =
        finding.state === 'gone' && finding.entity.kind !== 'measure' ? sides.before : sides.now;
      const waiver = waivers.of(finding);
      const state = waiver === undefined ? (finding.state ?? 'new') : 'waived';
      const suggestion = suggested?.get(finding);
      return {
        ...reportFinding(finding, write, (at) => place(at())),
        fingerprint: mark(parts, finding),
        ...given({ memberFingerprints: memberFingerprints(parts, finding)?.slice() }),
        state,
        fails: counts(finding) && isFailing(finding.severity, failOn),
        ...(suggestion === undefined ? {} : { suggestion }),
        ...(finding.before === undefined ? {} : { before: { ...finding.before } }),
        ...(waiver === undefined ? {} : { waiver: { ...waiver } }),
      };
    });
}
