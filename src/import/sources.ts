import type { ImportSource } from './source.ts';
import { adp } from './sources/adp.ts';
import { backstage } from './sources/backstage.ts';
import { bamboohr } from './sources/bamboohr.ts';
import { generic } from './sources/generic.ts';
import { orgplus } from './sources/orgplus.ts';
import { scim } from './sources/scim.ts';
import { successfactors } from './sources/successfactors.ts';
import { ukOrganogram } from './sources/uk-organogram.ts';
import { visio } from './sources/visio.ts';
import { viva } from './sources/viva.ts';
import { workday } from './sources/workday.ts';

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
  generic,
]);
