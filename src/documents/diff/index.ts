export { matchFindings } from '../../rules/finding.ts';
export { type DiffOptions, diffOf } from './diff.ts';
export { diffFormats } from './document.ts';
export { type BuildOptions, buildDiff } from './report.ts';
export { type MadeBy, type Structure, structureFrom } from './structure.ts';
