import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { disk } from '../../src/cli/io/disk.ts';
import { assess, evaluate } from '../../src/index.ts';
import { inMarkdown } from '../../src/render/markdown-text.ts';
import { rules } from '../../src/rules/index.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { renderAssessmentMarkdown, renderAssessmentTable, renderTable } from '../support/rendered.ts';

const plain = { columns: 80, color: false, quiet: false };

describe.each(['halden', 'marrowgate', 'tindle-and-moss'])('%s', async (name) => {
  const path = `examples/${name}/org.yaml`;
  const loaded = await loadOrganisation(path, disk, { ruleIds: rules.map(({ id }) => id) });
  const assessment = assess(loaded, { version: '0.0.0' });
  const table = renderAssessmentTable(assessment, plain);

  test('is judged as the golden file has it', async () => {
    const verdicts = table.slice(table.indexOf('Does it suit'), table.indexOf('\nreadiness'));
    const officer = table.slice(table.indexOf('officer  who'));
    const text = `${verdicts}\n${officer.slice(0, officer.search(/\n\n(What the|Next|Read from|questions)/))}\n`;
    await expect(text).toMatchFileSnapshot(
      fileURLToPath(new URL(`golden/verdicts-${name}.txt`, import.meta.url)),
    );
  });

  test('what is said of each rule is in all formats: why, the source, what was read where, what would change it', () => {
    const markdown = renderAssessmentMarkdown(assessment, plain);
    const report = evaluate(loaded, { version: '0.0.0' });
    const inLine = (text: string) => text.replaceAll(/\s+/g, ' ');
    const texts = [table, renderTable(report, plain)].map(inLine);
    let seen = 0;
    for (const { design, fit } of assessment.verdicts) {
      expect(report.designs.find(({ id }) => id === design)!.fit).toEqual(fit);
      for (const { cf, why, source, change, premises, rule } of [...fit.for, ...fit.against]) {
        if (Math.abs(cf) < 0.05) continue;
        seen++;
        const told = [
          rule,
          why,
          `(${source})`,
          change,
          ...premises.map(({ at }) => `${at.file}:${at.line}`),
          ...premises.map(({ text }) => text),
        ];
        for (const part of told) {
          for (const text of texts) expect(text).toContain(inLine(part));
          expect(markdown).toContain(inMarkdown(part));
        }
      }
    }
    expect(seen).toBeGreaterThan(5);
  });
});
