import * as z from 'zod';

/** A code quality report as GitLab documents it: each fingerprint once, paths from the root of the repository. */
export const gitlab = z
  .array(
    z.strictObject({
      description: z.string().min(1),
      check_name: z.string().min(1),
      fingerprint: z.string().min(1),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.strictObject({
        path: z
          .string()
          .min(1)
          .refine((path) => !path.startsWith('./')),
        lines: z.strictObject({ begin: z.number().int().min(1) }),
      }),
    }),
  )
  .refine((all) => new Set(all.map(({ fingerprint }) => fingerprint)).size === all.length);
