import { adp } from './adp.ts';
import { backstage } from './backstage.ts';
import { bamboohr } from './bamboohr.ts';
import { generic } from './generic.ts';
import { orgplus } from './orgplus.ts';
import { scim } from './scim.ts';
import type { ImportSource } from './source.ts';
import { successfactors } from './successfactors.ts';
import { teamFiles } from './team-files.ts';
import { ukOrganogram } from './uk-organogram.ts';
import { visio } from './visio.ts';
import { viva } from './viva.ts';
import { workday } from './workday.ts';

/** The systems that people come from; the first of equals is taken, so what is general stands last. */
export const sources: readonly ImportSource[] = Object.freeze([
  workday,
  successfactors,
  bamboohr,
  adp,
  viva,
  orgplus,
  visio,
  ukOrganogram,
  scim,
  backstage,
  teamFiles,
  generic,
]);
