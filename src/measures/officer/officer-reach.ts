import { customerFacing } from '../../model/customer-facing.ts';
import type { View } from '../../model/view.ts';
import { DESIGN_IDS } from '../../schema/input/designs.ts';
import { defineMeasure, type MeasureResult } from '../measure.ts';

/** Said where a structure has nobody to measure. */
export const NO_OFFICER: MeasureResult = { value: null, reason: 'There is no Chief Customer Officer.' };

/** Whether there is an officer today, or one is asked for in some design. */
export const hasOfficer = ({ organisation: { officer, options } }: View): boolean =>
  officer !== undefined ||
  DESIGN_IDS.some((id) => id !== 'as-is' && options[id]?.customerOfficer !== undefined);

export const officerReach = defineMeasure({
  id: 'officer.reach',
  label: 'Reach of the officer',
  summary: 'How much of those who face customers the Chief Customer Officer has below them.',
  formula:
    'Fte of customer-facing seats at and below the officer on primary lines / fte of all of them, open seats included. Customer-facing: seats with a skill that belongs in clusters, and heads of accountable units of which such are more than half. No officer, or nobody who faces customers: null.',
  unit: 'fraction',
  better: 'none',
  source: 'Eccles: the officer oversees all customer-facing functions.',
  change: '`customerOfficer:`, the option of that name of a design, and reporting lines.',
  needs: ['lines', 'capabilities'],
  applies: hasOfficer,
  take: (view) => {
    const { officer } = view.organisation;
    if (officer === undefined) return NO_OFFICER;
    const { below, fte } = customerFacing(view);
    return fte > 0
      ? { value: below[officer.seat]! / fte }
      : { value: null, reason: 'Nobody faces customers.' };
  },
});
