import { expect, test } from 'vitest';
import { disk } from '../../../src/cli/io/disk.ts';
import { diff, loadOrganisation, simulate, structureFrom } from '../../../src/index.ts';
import { memoryFiles } from '../../source/memory-files.ts';
import { ruleIds } from '../../support/organisations.ts';

test.each([
  ['halden', 'matrix'],
  ['marrowgate', 'lifecycle'],
  ['tindle-and-moss', 'cluster'],
] as const)(
  '%s: nothing differs between a design and the file that is written of it, %s',
  async (name, design) => {
    const loaded = await loadOrganisation(`examples/${name}/org.yaml`, disk, { ruleIds });
    const { yaml, tables } = simulate(loaded, { design, stem: 'written' }).files!;
    const files = memoryFiles({ 'written.yaml': yaml, ...Object.fromEntries(tables) });
    const written = await structureFrom(await loadOrganisation('written.yaml', files, { ruleIds }));
    const found = diff(await structureFrom(loaded, design), written, { version: '0' });
    expect(found.findings).toMatchObject({ new: [], gone: [] });
    expect(found.changed).toBe(false);
  },
);
