import { PROFILES } from '../../schema/choices.ts';
import type { Profile } from '../../schema/input/decision.ts';
import { listed, numberBetween, option, repeated } from './option.ts';

/** Designs by their ids; `chosenDesigns` says whether there are such. */
export const design = (description: string, flags = '-d, --design <ids>') =>
  option<readonly string[] | undefined>(flags, description).argParser(listed);

export const set = option<readonly string[] | undefined>(
  '--set <[design.]option=value>',
  'set an option of a design, as minimum=3 or cluster.basis=industry; lists with commas; repeat for several',
).argParser(repeated);

export const profile = option<Profile | undefined>(
  '--profile <name>',
  'judge designs by these priorities instead of those of the file (orgdesign criteria shows them)',
).choices(PROFILES);

/**
 * What is compared, and by which priorities.
 * @param hint - What else is to be said of the designs.
 */
export const comparison = (hint = '') => ({
  design: design(`designs to compare with, separated by commas; all if left out${hint}`),
  set,
  profile,
});

/** What designs are compared by, and what of it is shown. */
export const evaluation = {
  ...comparison(' (orgdesign explain lists them)'),
  years: option<number | undefined>(
    '--years <number>',
    'tell how many people the work takes in each of the coming years, from retention and customers won',
  ).argParser(numberBetween(1, 100, true, 'Expected a whole number from 1 to 100.')),
  assume: option<readonly string[] | undefined>(
    '--assume <key=answer>',
    'try an answer that is not in the file, as context.collaboration=good; repeat for several',
  ).argParser(repeated),
  full: option<true | undefined>('--full', 'everything there is to say, by sections'),
  section: option<readonly string[] | undefined>(
    '--section <names>',
    'some of it: measures, ranking, work, findings, fit, structure, assumptions, risks; separated by commas',
  ).argParser(listed),
  seats: option<true | undefined>('--seats', 'every seat in the JSON, for orgdesign report and for charts'),
};

/** Which design is written, or what of it is tried. */
export const simulation = {
  design: design('the design (orgdesign explain lists them)', '-d, --design <id>'),
  set,
  sweep: option<readonly string[] | undefined>(
    '--sweep <option=values>',
    'try values of an option instead, as clusters=2..8, goals.team=0..1:0.25 or basis=industry,region, and print a table; twice for two options',
  ).argParser(repeated),
  stages: option<string | undefined>(
    '--stages <folder>',
    'write the way there instead, one file a stage, into a folder that is empty or not there yet',
  ).conflicts(['output', 'sweep']),
  format: option<string | undefined>('-f, --format <format>', 'of a sweep: table or json'),
};
