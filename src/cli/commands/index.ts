import type { CommandDefinition } from '../command.ts';
import { answer } from './answer.ts';
import { assess } from './assess.ts';
import { chartCommand } from './chart.ts';
import { charter } from './charter.ts';
import { check } from './check.ts';
import { completion } from './completion.ts';
import { consult } from './consult.ts';
import { criteria } from './criteria.ts';
import { diff } from './diff.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { init } from './init.ts';
import { progress } from './progress.ts';
import { report } from './report.ts';
import { simulate } from './simulate.ts';
import { suggest } from './suggest.ts';
import { validate } from './validate.ts';

/** Every command, in the order of the help. */
export const commands: readonly CommandDefinition[] = [
  criteria,
  evaluate,
  answer,
  report,
  chartCommand,
  simulate,
  diff,
  check,
  suggest,
  assess,
  charter,
  validate,
  consult,
  progress,
  importCommand,
  exportCommand,
  init,
  explain,
  completion,
];
