import { assessmentBlocks } from '../../src/documents/assessment/blocks.ts';
import { checkBlocks } from '../../src/documents/check/blocks.ts';
import { reportBlocks } from '../../src/documents/report/blocks.ts';
import { SECTIONS } from '../../src/documents/report/sections.ts';
import { sweepBlocks } from '../../src/documents/sweep/blocks.ts';
import { transitionBlocks } from '../../src/documents/transition/blocks.ts';
import { validationBlocks } from '../../src/documents/validation/blocks.ts';
import { flat, type Part } from '../../src/render/block.ts';
import type { Medium, RenderOptions, View } from '../../src/render/format.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Report } from '../../src/schema/documents/report.ts';

const rendererOf =
  <T>(blocks: (value: T, view: View) => readonly Part[], medium: Medium) =>
  (value: T, options: RenderOptions): string => {
    const render = medium === 'terminal' ? renderTerminal : renderMarkdown;
    return render({ value, blocks: flat(blocks(value, { ...options, medium })) }, options);
  };

/** What `evaluate --full` prints at a terminal. */
export const renderTable = rendererOf<Report>(
  (report, view) => reportBlocks(report, { sections: SECTIONS, ...view }),
  'terminal',
);
/** What `evaluate` prints at a terminal. */
export const renderFirstScreen = rendererOf<Report>(reportBlocks, 'terminal');
export const renderAssessmentTable = rendererOf(assessmentBlocks, 'terminal');
export const renderAssessmentMarkdown = rendererOf(assessmentBlocks, 'page');
export const renderCheckTable = rendererOf(checkBlocks, 'terminal');
export const renderCheckMarkdown = rendererOf(checkBlocks, 'page');
export const renderSweepTable = rendererOf(sweepBlocks, 'terminal');
export const renderTransition = rendererOf(transitionBlocks, 'terminal');
export const renderValidation = rendererOf(validationBlocks, 'terminal');
