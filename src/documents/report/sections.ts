/** Parts of the whole report, which can be asked for one by one. */
export const SECTIONS = [
  'measures',
  'ranking',
  'work',
  'findings',
  'fit',
  'structure',
  'assumptions',
  'risks',
] as const;
export type SectionId = (typeof SECTIONS)[number];
