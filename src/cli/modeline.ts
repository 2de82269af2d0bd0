import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCHEMA = 'schemas/v1/org.schema.json';
/** Where a package that is installed for one project keeps it. */
const INSTALLED = `node_modules/orgdesign/${SCHEMA}`;

const isBelow = (path: string): boolean => !isAbsolute(path) && !path.startsWith('..');

/**
 * The first line of an organisation file, from which an editor takes completion and hints: the schema as it is reached from
 * the file, where it lies below the current folder. Elsewhere its path would be of this computer only.
 */
export const schemaModeline = (file: string): string => {
  // The source stands one folder deeper than the bundle.
  const root = import.meta.url.endsWith('/src/cli/modeline.ts') ? '../../' : '../';
  const found = fileURLToPath(new URL(`${root}${SCHEMA}`, import.meta.url));
  const folder = file === '-' ? resolve('.') : dirname(resolve(file));
  const path = isBelow(relative(resolve('.'), found)) ? relative(folder, found) : INSTALLED;
  return `# yaml-language-server: $schema=${path.split(sep).join('/')}`;
};
