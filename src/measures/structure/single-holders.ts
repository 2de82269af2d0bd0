import { defineMeasure } from '../measure.ts';
import { singleHoldersOf } from './capability-units.ts';

export const singleHolders = defineMeasure({
  id: 'cover.singleHolders',
  label: 'Single holders',
  summary: 'How often a capability hangs on one person in an accountable unit.',
  formula:
    'Number of pairs of accountable unit and capability with exactly one person (primary line and capability, open seats not counted); enabling functions, leadership and centres of expertise left out.',
  unit: 'pairs',
  better: 'lower',
  source:
    'orgdesign, model section 6: the chance that nobody is there is the absence rate to the power of the number of holders.',
  change: 'Capabilities of people, and their units.',
  byConstruction: {},
  take: (view) => ({ value: singleHoldersOf(view).length }),
});
