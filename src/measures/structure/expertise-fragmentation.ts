import { defineMeasure } from '../measure.ts';
import { fragmentationByCapability } from './capability-units.ts';

export const expertiseFragmentation = defineMeasure({
  id: 'expertise.fragmentation',
  label: 'Expertise fragments',
  summary:
    'Over how many accountable units the people of one capability are spread: the price of removing customer silos.',
  formula:
    'For each capability 1 / Σ q², q being the share of its fte in each accountable unit; mean over capabilities weighted by fte, leadership left out. People without a capability are left out. Nobody left: null.',
  unit: 'units',
  better: 'lower',
  source: 'Inverse Simpson index applied to capabilities; orgdesign.',
  change: 'Who belongs to which unit.',
  byConstruction: {},
  take: (view) => {
    const found = fragmentationByCapability(view);
    const fte = found.reduce((sum, { fte: weight }) => sum + weight, 0);
    return fte > 0
      ? { value: found.reduce((sum, { fte: weight, effective }) => sum + weight * effective, 0) / fte }
      : { value: null, reason: 'No seat has a capability.' };
  },
});
