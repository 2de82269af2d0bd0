import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { charterDocument } from '../../src/schema/documents/charter.ts';
import { command } from './in-memory.ts';

const halden = readFileSync(new URL('../../examples/halden/org.yaml', import.meta.url), 'utf8');
const charter = (file: string, ...args: readonly string[]) =>
  command(['charter', file, ...args], { files: { 'org.yaml': halden } });

describe('charter', () => {
  test('writes Markdown of every cluster, centre and service of a design', async () => {
    const { code, stdout, stderr } = await charter('org.yaml#cluster');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^# Charters: Halden Instruments, design cluster\n/);
    expect(stdout).toContain('- [ ] What is sold to these customers, and what they are promised.');
    expect(stdout).toContain('(`departments[].charter.valueProposition`)');
  });

  test('writes JSON as its schema says, of one unit where one is named', async () => {
    const { stdout, code } = await charter(
      'org.yaml#lifecycle',
      '--unit',
      'phase/retain',
      '--format',
      'json',
    );
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(charterDocument.safeParse(document).error?.issues ?? []).toEqual([]);
    expect(document.units.map(({ id }: { id: string }) => id)).toEqual(['phase/retain']);
  });

  test('writes to a file, with names where they are asked for', async () => {
    const { stdout, written } = await charter('org.yaml#lifecycle', '--names', '-o', 'plan.md');
    expect(stdout).toBe('');
    expect(written.get('plan.md')).toContain('- Led by Ines Falk.');
    expect(written.get('plan.md')).toContain('| Ines Falk |');
    expect(written.get('plan.md')).not.toContain('{person:');
  });

  test('says which unit was meant, and of a file without any that designs have some', async () => {
    const wrong = await charter('org.yaml#lifecycle', '--unit', 'phase/retian');
    expect({ code: wrong.code, stdout: wrong.stdout }).toEqual({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('Did you mean "phase/retain"?');
    const none = await charter('org.yaml');
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('FILE#cluster and FILE#lifecycle');
  });

  test('does not replace what it read', async () => {
    expect((await charter('org.yaml#cluster', '-o', 'org.yaml')).stderr).toContain('would replace a file');
  });
});
