import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

declare const __VERSION__: string | undefined;

/** The version of this package. Put in by the build; from source there is none. */
export const VERSION = typeof __VERSION__ === 'undefined' ? '0.0.0-source' : __VERSION__;

/** Where a package that is installed for one project keeps its files. */
const INSTALLED = 'node_modules/orgdesign/';

const isBelow = (path: string): boolean => !isAbsolute(path) && !path.startsWith('..');

/**
 * The first line of a file of an organisation, or of a policy, from which an editor takes completion and hints: the schema as it is reached from
 * the file, where it lies below the current folder. Elsewhere its path would be of this computer only.
 */
export const schemaModeline = (file: string, kind: 'org' | 'policy' = 'org'): string => {
  const schema = `schemas/v1/${kind}.schema.json`;
  // The source stands one folder deeper than the bundle.
  const root = import.meta.url.endsWith('/src/cli/package.ts') ? '../../' : '../';
  const found = fileURLToPath(new URL(`${root}${schema}`, import.meta.url));
  const folder = file === '-' ? resolve('.') : dirname(resolve(file));
  const path = isBelow(relative(resolve('.'), found)) ? relative(folder, found) : INSTALLED + schema;
  return `# yaml-language-server: $schema=${path.split(sep).join('/')}`;
};
