import { given } from '../base/given.ts';
import { memo } from '../base/memo.ts';
import { change } from '../measures/change/change.ts';
import { eachUnit } from '../model/accountability.ts';
import type { View } from '../model/view.ts';
import { equalBosses, shareOf } from '../rules/company-facts.ts';
import type { FitCase, FitSubject } from '../rules/fit/statement.ts';
import type { DesignId } from '../schema/input/designs.ts';

/** Forms that today’s structure can have; account teams cut across whatever form there is. */
const FORMS: readonly DesignId[] = ['functional', 'lifecycle', 'cluster', 'matrix'];
/** Share of the people who serve customers from which two equal bosses make a matrix. A judgement. */
const MATRIX = 0.5;
/** Share of those who serve customers that has to be with their own trade, in one unit, for functions. A judgement. */
const FUNCTIONAL = 0.9;

/** Whether a design moves nobody, and leaves everybody the bosses that count: then it is the form that is there. */
const movesNobody = ({ view, baseline }: FitCase): boolean => {
  if (view === null) return false;
  if (view === baseline) return true;
  const { moved, newManager } = change(view, baseline);
  const bossesStay = equalBosses(view).part === equalBosses(baseline).part;
  return moved.value === 0 && newManager.value === 0 && bossesStay;
};

/** Whether nearly all who serve customers sit in the one unit of their trade, and these units have one trade each. */
function isFunctional(view: View): boolean {
  const { people, capabilities } = view.organisation;
  const { at } = view.accountability();
  const cells = new Map<number, number>();
  const [units, trades] = [new Map<number, number>(), new Map<number, number>()];
  let all = 0;
  for (let seat = 0; seat < people.count; seat++) {
    const trade = people.capability[seat]!;
    const role = capabilities[trade]?.role;
    if (role === undefined || role === 'enabling' || role === 'leadership') continue;
    eachUnit(at, at.membershipOf(seat), (unit, share) => {
      const fte = share * people.fte[seat]!;
      const key = unit * capabilities.length + trade;
      const seen = (cells.get(key) ?? 0) + fte;
      cells.set(key, seen);
      all += fte;
      units.set(unit, Math.max(units.get(unit) ?? 0, seen));
      trades.set(trade, Math.max(trades.get(trade) ?? 0, seen));
    });
  }
  const sum = (of: ReadonlyMap<number, number>) => [...of.values()].reduce((a, b) => a + b, 0);
  return trades.size > 1 && sum(units) >= FUNCTIONAL * all && sum(trades) >= FUNCTIONAL * all;
}

/**
 * Whose statements count for today’s structure: those of the design that moves nobody, else those of the form that it nearly
 * has, so that one structure has one verdict; else its own.
 */
function formOf(today: View, cases: readonly FitCase[]): FitSubject {
  const same = FORMS.find((form) => cases.some((fit) => fit.design === form && movesNobody(fit)));
  if (same !== undefined) return same;
  if (shareOf(equalBosses(today)) >= MATRIX) return 'matrix';
  return isFunctional(today) ? 'functional' : 'as-is';
}

/** Cases as they are judged: today’s structure by its form, and all with the groups of customers that clusters would be made for. */
export function withForms(today: View, cases: readonly FitCase[]): readonly FitCase[] {
  const basis = cases.find(({ design }) => design === 'cluster')?.basis;
  return cases.map((fit) => ({
    ...fit,
    ...(fit.design === 'as-is' ? { subject: formOf(today, cases) } : {}),
    ...given({ basis: fit.basis ?? basis }),
  }));
}

/** The company, whatever its form: as it is, with the officer that it has or that some design gives it. */
export const companyCase = memo((cases: readonly FitCase[]): FitCase | undefined => {
  const [first] = cases;
  if (first === undefined) return undefined;
  const { baseline, facts } = first;
  const officer =
    baseline.organisation.officer === undefined
      ? cases.find(({ view }) => view?.organisation.officer !== undefined)?.view
      : undefined;
  return { design: 'as-is', subject: 'company', baseline, facts, view: officer ?? baseline };
});
