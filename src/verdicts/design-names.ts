import type { DesignId } from '../schema/input/designs.ts';

/** What designs are called in sentences and in the heads of narrow columns. */
export const DESIGN_NAMES: Readonly<
  Record<DesignId, { readonly name: string; readonly column: string; readonly wins: string }>
> = {
  'as-is': { name: 'today’s structure', column: 'today', wins: 'wins' },
  functional: { name: 'functions', column: 'functions', wins: 'win' },
  lifecycle: { name: 'phases', column: 'phases', wins: 'win' },
  cluster: { name: 'clusters', column: 'clusters', wins: 'win' },
  'account-team': { name: 'account teams', column: 'accounts', wins: 'win' },
  matrix: { name: 'a matrix', column: 'matrix', wins: 'wins' },
};
