import * as z from 'zod';
import { id } from './common.ts';

/** What a flow carries, where that is one of the things that the sources ask for. Source: Jameane; Jackson. */
export const FLOW_KINDS = [
  'prospect-insight',
  'customer-feedback',
  'exit-reasons',
  'best-practice',
  'other',
] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

export const flow = z.strictObject({
  from: id.describe('Id of the department that passes it on.'),
  to: id.describe('Id of the department that receives it.'),
  what: z.string().min(1).describe('What is passed on.'),
  kind: z.enum(FLOW_KINDS).default('other').describe('What sort of knowledge it is.'),
});
