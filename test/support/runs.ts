import process from 'node:process';

const MOST = Number(process.env.PROPERTY_RUNS ?? Number.POSITIVE_INFINITY);

/** How often a property is tried: as often as it asks for, or `PROPERTY_RUNS` times where that is less. */
export const runs = (wanted = 100): number => Math.min(wanted, MOST);
