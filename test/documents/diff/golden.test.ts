import { describe, expect, test } from 'vitest';
import { disk } from '../../../src/cli/io/disk.ts';
import { diffFormats } from '../../../src/documents/diff/document.ts';
import { diff, structureFrom } from '../../../src/index.ts';
import { rules } from '../../../src/rules/index.ts';
import { diff as diffSchema } from '../../../src/schema/documents/diff.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { diffOfGolden } from '../../support/golden-measures.ts';

const loadedExample = (name: string) =>
  loadOrganisation(`examples/${name}/org.yaml`, disk, { ruleIds: rules.map(({ id }) => id) });

describe('Halden', () => {
  test.each(['functional', 'lifecycle', 'cluster', 'matrix'] as const)(
    'and %s: as the golden files',
    async (id) => {
      const loaded = await loadedExample('halden');
      const found = diff(await structureFrom(loaded), await structureFrom(loaded, id), { version: '0.0.0' });
      expect(diffSchema.safeParse(found).error).toBeUndefined();
      expect(found.after.design?.id).toBe(id);
      for (const [format, ending] of [
        ['table', 'txt'],
        ['markdown', 'md'],
      ] as const) {
        const render = await diffFormats.get(format)!.load();
        const text = render(diffOfGolden(found), { columns: 80, color: false, quiet: false });
        await expect(text).toMatchFileSnapshot(`golden/halden-${id}.${ending}`);
      }
    },
  );
});

test('Tindle & Moss and account teams: not possible, with what they lack', async () => {
  await expect(structureFrom(await loadedExample('tindle-and-moss'), 'account-team')).rejects.toThrow(
    /org\.yaml#account-team: this design is not possible\. There are no single accounts/,
  );
});
