import { defineDesign } from './design.ts';

export const asIs = defineDesign({
  id: 'as-is',
  name: 'As it is',
  summary: 'The organisation of the file, measured like every design.',
  why: { text: 'What a design changes can only be said against what is there.', source: 'orgdesign' },
  method: ['Nothing is changed.'],
  needs: [],
  apply: (organisation) => ({
    status: 'staffed',
    organisation,
    hires: new Map(),
    missing: [],
    explanation: [],
    reasons: new Map(),
  }),
});
