import { among, defineRemedy, forEach } from '../remedy.ts';

export const personWithoutDepartment = defineRemedy({
  rule: 'person-without-department',
  summary: 'puts people into the department of their manager',
  *propose(ground, finding) {
    const { people, unitOf } = ground.organisation;
    const top = ground.view.tree().roots[0];
    const isAsked = among(ground.organisation, finding);
    const seats: number[] = [];
    for (let seat = 0; seat < people.count; seat++)
      if (unitOf[seat]! < 0 && seat !== top && isAsked(seat)) seats.push(seat);
    const unitAbove = (seat: number): number => {
      for (let at = ground.boss(seat); at >= 0; at = ground.boss(at))
        if (unitOf[at]! >= 0) return unitOf[at]!;
      return -1;
    };
    if (seats.length > 0 && seats.every((seat) => unitAbove(seat) >= 0))
      yield forEach(seats, (seat) => ({ unit: unitAbove(seat) }));
  },
});
