import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

/** From so many people on a run takes seconds, most of them in a few hundred functions. */
const SEVERAL = 2_000;
/** From so many on its memory is felt. */
const MANY = 20_000;
/** From so many on all of a machine's memory may be. */
const MOST = 500_000;

/**
 * Tells V8 how to go on, once it is known for how many people an organisation is worked out. `bin/orgdesign.js` says how to begin.
 * Nothing of it changes what is worked out.
 */
export function suitEngine(people: number): void {
  // A third of the processor time would go into optimising functions, many of them again and again.
  if (people > SEVERAL && process.versions.v8.startsWith('11.'))
    setFlagsFromString('--interrupt-budget=1081344');
  // A heap of four tenths more than is alive, of a quarter in the end, where V8 would let it grow to several times that.
  if (people > MANY) setFlagsFromString(`--heap-growing-percent=${people > MOST ? 25 : 40}`);
}
