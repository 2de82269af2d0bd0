export { type CheckPolicy, loadPolicy } from '../../policy/policy.ts';
export { buildCheck, type CheckOptions, everyFinding } from './check.ts';
export { checkFormats } from './document.ts';
export { type Baseline, type Target, targetOf } from './target.ts';
export { waiversFor, withWaivers } from './update-waivers.ts';
