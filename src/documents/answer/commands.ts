import type { Report } from '../../schema/documents/report.ts';
import type { DecisionOnDesign } from '../../verdicts/decision.ts';

/** A path as a shell takes it. */
const inShell = (path: string): string =>
  /^[\w./@%+,:=-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

/** What to run next. */
export function commandsFor(
  { input, designs }: Pick<Report, 'input' | 'designs'>,
  { decision, design }: DecisionOnDesign,
): string[] {
  if (input.extract !== undefined) return [input.extract, 'orgdesign answer org.yaml'];
  const file = inShell(input.file);
  switch (decision) {
    case 'recommend':
      return [
        `orgdesign simulate ${file} -d ${design} -o proposed.yaml`,
        `orgdesign diff ${file} ${file}#${design}`,
      ];
    case 'not-decided':
      return [`orgdesign answer ${file}`, `orgdesign assess ${file}`];
    case 'stay':
      return [
        ...((designs[0]?.findings.length ?? 0) === 0 ? [] : [`orgdesign suggest ${file}`]),
        `orgdesign criteria ${file}`,
      ];
    case 'cannot-judge':
      return [`orgdesign validate ${file}`];
  }
}
