import { memo } from '../../base/memo.ts';
import type { Organisation } from '../../model/organisation.ts';
import { viewOf } from '../../model/view.ts';
import { judge } from '../../policy/judge.ts';
import type { CheckPolicy } from '../../policy/policy.ts';
import { contextOf, type DesignOutcome, type Subject } from '../../rules/context.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Policy } from '../../schema/input/policy.ts';
import { areSameFiles, type Target } from './target.ts';

/** A structure and what it is held against, ready to be judged. */
interface Sides {
  /** null where the design is impossible. */
  readonly after: Subject | null;
  readonly before: Subject | null;
}

/** Makes views of organisations, each once however many structures share it, and judges them. */
export interface Subjects {
  of(target: Target): Sides;
  judged(subject: Subject): readonly Finding[];
}

export function subjectsUnder(policy: CheckPolicy | null): Subjects {
  const viewFor = memo(viewOf);
  const textOf = memo((thresholds: Policy) => JSON.stringify(thresholds));
  const alike = new Map<string, Policy>();
  const judgedBy = memo(
    (organisation: Organisation, thresholds: string): Organisation => ({
      ...organisation,
      policy: alike.get(thresholds)!,
    }),
  );
  /** Both sides are judged by the same thresholds, those of now. */
  const under = (organisation: Organisation, thresholds: Policy): Organisation => {
    const wanted = textOf(thresholds);
    if (textOf(organisation.policy) === wanted) return organisation;
    if (!alike.has(wanted)) alike.set(wanted, thresholds);
    return judgedBy(organisation, wanted);
  };
  const subjectOf = memo(
    (
      organisation: Organisation,
      today: Organisation,
      design: Subject['design'],
      result: DesignOutcome | undefined,
    ): Subject => ({
      ...contextOf(design, viewFor(today), result),
      view: viewFor(organisation),
    }),
  );
  const subject = (
    organisation: Organisation,
    today: Organisation,
    design: { readonly id: Subject['design']; readonly result: DesignOutcome } | null,
  ): Subject => subjectOf(organisation, today, design?.id ?? 'as-is', design?.result);
  const beforeOf = ({ loaded, today, baseline }: Target): Subject | null => {
    if (baseline === null) return null;
    const { structure } = baseline;
    const { design } = structure;
    if (design === undefined && areSameFiles(loaded, structure.loaded)) return subject(today, today, null);
    const organisation = under(structure.organisation, today.policy);
    return subject(
      organisation,
      design === undefined ? organisation : under(design.baseline, today.policy),
      design ?? null,
    );
  };
  return {
    of(target) {
      const { today, design } = target;
      const organisation = design === null ? today : design.result.organisation;
      return {
        after: organisation === null ? null : subject(organisation, today, design),
        before: beforeOf(target),
      };
    },
    judged: memo((of: Subject) => judge(of, policy)),
  };
}
