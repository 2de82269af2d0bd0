import type { Draft, LeftOut } from '../sources/source.ts';

const GONE =
  /^(?:terminated|inactive|left|leaver|former|former employee|deactivated|retired|resigned|deceased|false|no)$/i;
const OPEN =
  /^(?:vacant|vacancy|unfilled|to be (?:hired|recruited|confirmed)|tbh|tbc|open(?: (?:post|position|seat|role|requisition))?$)(?:\b|$)/i;

/** Leaves out who is gone; what is called vacant is an open seat. */
export function judgeStatus(draft: Draft): LeftOut | undefined {
  const { status } = draft;
  if (status !== '' && GONE.test(status)) return { leftOut: 'people who have left, by their status' };
  if (draft.vacant === '' && (OPEN.test(draft.name) || OPEN.test(status))) draft.vacant = 'yes';
  if (draft.vacant === 'yes' && OPEN.test(draft.name)) draft.name = '';
  return undefined;
}
