import { smallUnits } from '../../rules/structure/unit-members.ts';
import { fromElsewhere } from '../joiners.ts';
import { defineRemedy } from '../remedy.ts';

export const unitTooSmall = defineRemedy({
  rule: 'unit-too-small',
  summary: 'lets people of other clusters or phases join, where their skill is there more than once',
  *propose(ground, { entity }) {
    const unit = ground.unit(entity.id);
    const { capabilities, policy } = ground.organisation;
    const small = smallUnits(ground.view).find((one) => one.unit === unit);
    if (small === undefined) return;
    const serves = (capability: number) => {
      const role = capabilities[capability]?.role;
      return role !== undefined && role !== 'enabling' && role !== 'leadership';
    };
    const edits = fromElsewhere(ground, unit, policy.minimumTeam - small.people, serves);
    if (edits !== null) yield edits;
  },
});
