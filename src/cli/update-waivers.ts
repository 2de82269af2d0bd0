import { dirname, join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { counted, printable } from '../base/text.ts';
import type { CheckPolicy } from '../documents/check/index.ts';
import type { Check } from '../schema/documents/check.ts';
import type { FileReader } from '../source/files.ts';
import { POLICY_FILE } from './io/find-policy.ts';
import type { Io } from './io/io.ts';
import { schemaModeline } from './modeline.ts';

interface Adoption {
  /** Checks by a policy. */
  run(policy: CheckPolicy | null): Check;
  readonly policy: CheckPolicy | null;
  readonly owner: string;
  /** The file that a policy is written beside where there is none. */
  readonly first: string;
  readonly files: FileReader;
  readonly io: Io;
}

/** Writes waivers for what fails, and checks again by the policy that has them. */
export async function adoptWaivers({ run, policy, owner, first, files, io }: Adoption): Promise<Check> {
  const { loadPolicy, waiversFor, withWaivers } = await import('../documents/check/index.ts');
  if (owner.trim() === '')
    throw new UserError('--update-waivers needs an owner, who answers for the waivers.', 'Give a name.');
  const check = run(policy);
  const waivers = waiversFor(check, policy?.waivers ?? [], owner.trim());
  if (waivers.length === 0) {
    io.stderr.write('Nothing to waive that has no waiver: the policy stays as it is.\n');
    return check;
  }
  const folder = dirname(first === '-' ? (files.stdinPath ?? '.') : first);
  const path = policy?.source.name ?? join(folder, POLICY_FILE);
  const begun = `${schemaModeline(path, 'policy')}\nversion: 1\nextends: recommended\n`;
  const text = withWaivers(policy?.source.text ?? begun, waivers);
  const bytes = new TextEncoder().encode(text);
  // Read before it is written: what cannot be read back is not to replace what could.
  const written = await loadPolicy(path, {
    ...files,
    read: (name, most) => (name === path ? Promise.resolve(bytes) : files.read(name, most)),
  });
  const after = run(written);
  await io.writeFiles([[path, text]]);
  io.stderr.write(
    `${counted(waivers.length, 'waiver')} written to ${printable(path)}, until ${waivers[0]!.expires}: give each its reason.\n`,
  );
  return after;
}
