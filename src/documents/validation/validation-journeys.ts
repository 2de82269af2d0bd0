import type { Organisation } from '../../model/organisation.ts';
import type { ProfiledField } from '../../schema/documents/validation.ts';
import { gap } from './validation-gaps.ts';

/** Of the steps that customers go through, those whose hours the file gives; nothing without a journey of its own. */
export function profileJourneys({ journeys }: Organisation): ProfiledField[] {
  const own = journeys.filter(({ builtIn }) => !builtIn).flatMap(({ steps }) => steps);
  if (own.length === 0) return [];
  const counting = { entity: 'step', of: own.length, one: 'step', many: 'steps' } as const;
  const given = own.filter(({ assumed }) => !assumed).length;
  return [gap(counting, 'hours', 'hours', given, () => 'one hour each is assumed')];
}
