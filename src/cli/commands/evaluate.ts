import { given } from '../../base/given.ts';
import { formats } from '../../documents/report/document.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import type { Report } from '../../schema/documents/report.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { defineCommand } from '../command.ts';
import { CLEAN, FINDINGS } from '../exit.ts';
import { progressOn } from '../io/progress.ts';
import { design, documentOptions, failOn, profile, set } from '../options/index.ts';
import { argument } from '../options/option.ts';
import { chosenDesigns, fails, withSets } from '../options/values.ts';

/** Findings of today's organisation count, and those of the designs that were asked for by name. */
const hasFindings = ({ designs }: Report, asked: readonly DesignId[], severity: Severity): boolean =>
  designs.some(({ id, findings }) => (id === 'as-is' || asked.includes(id)) && fails(findings, severity));

export const evaluate = defineCommand({
  name: 'evaluate',
  summary: 'compare an organisation as it is with other designs of it',
  description: 'Measure an organisation as it is and as every design would have it, and say what was found.',
  arguments: [argument('<file>', 'organisation file in YAML; - reads standard input')],
  options: {
    design: design(
      'designs to compare with, separated by commas; all if left out (orgdesign explain lists them)',
    ),
    set,
    profile,
    ...documentOptions(formats, 'only the comparison and errors'),
    failOn,
  },
  formats,
  examples: `Examples:
  orgdesign evaluate org.yaml
  orgdesign evaluate org.yaml --design cluster,lifecycle --fail-on warning
  orgdesign evaluate org.yaml --set cluster.basis=territory --set minimum=3
  orgdesign evaluate org.yaml --format json --output report.json
  cat org.yaml | orgdesign evaluate - --stdin-filepath company/org.yaml

A first file is examples/halden/org.yaml; docs/guide.md shows how one is written.`,
  async run({ arguments: [file], options, io, read, settings, print }) {
    const asked = await chosenDesigns(options.design);
    const { evaluate } = await import('../../index.ts');
    const progress = progressOn(io.stderr);
    const loaded = await withSets(await read.organisation(file), asked, options.set);
    const designs = options.design === undefined ? undefined : asked;
    const report = evaluate(loaded, {
      ...settings,
      ...given({ designs, profile: options.profile }),
      onDesign: progress.step,
    });
    progress.end();
    await print(report, { asked });
    return hasFindings(report, asked, options.failOn) ? FINDINGS : CLEAN;
  },
});
