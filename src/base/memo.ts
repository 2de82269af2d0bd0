type Key = object | string | number | boolean | null | undefined;

class Step<R> {
  value: { readonly result: R } | undefined = undefined;
  // Made when needed: most steps are the last ones.
  private objects: WeakMap<object, Step<R>> | undefined = undefined;
  private others: Map<Key, Step<R>> | undefined = undefined;

  next(key: Key): Step<R> {
    const isObject = (typeof key === 'object' && key !== null) || typeof key === 'function';
    if (isObject) this.objects ??= new WeakMap();
    else this.others ??= new Map();
    const steps = isObject ? this.objects! : this.others!;
    let step = steps.get(key as object);
    if (step === undefined) {
      step = new Step<R>();
      steps.set(key as object, step);
    }
    return step;
  }

  forget(key: object): void {
    this.objects?.delete(key);
  }
}

/**
 * The function, worked out once for each combination of arguments. Objects are told apart by identity and not kept alive;
 * text and numbers by value. For pure functions of things that never change. A result is kept as long as the first object
 * among the arguments, so that comes first. No argument has a default value.
 */
export function memo<A extends readonly Key[], R>(compute: (...args: A) => R): (...args: A) => R {
  return remembering(new Step<R>(), compute);
}

function remembering<A extends readonly Key[], R>(
  first: Step<R>,
  compute: (...args: A) => R,
): (...args: A) => R {
  if (compute.length === 1)
    return rememberingOne(first, compute as unknown as OfOne<R>) as unknown as typeof compute;
  return (...args: A): R => {
    let step = first;
    for (let at = 0; at < args.length; at++) step = step.next(args[at]);
    step.value ??= { result: compute(...args) };
    return step.value.result;
  };
}

type OfOne<R> = (...args: readonly Key[]) => R;

/** The same for one argument, as most have, which some are asked for everybody: no list of arguments is made. */
const rememberingOne =
  <R>(first: Step<R>, compute: OfOne<R>): OfOne<R> =>
  (key) => {
    const step = first.next(key);
    step.value ??= { result: compute(key) };
    return step.value.result;
  };

const passing: { forget(key: object): void }[] = [];

/**
 * As `memo`, for what takes much room and is hardly asked for again once its measures are taken: `forget` lets go of it. To be
 * made where a module is loaded.
 */
export function passingMemo<A extends readonly Key[], R>(compute: (...args: A) => R): (...args: A) => R {
  const first = new Step<R>();
  passing.push(first);
  return remembering(first, compute);
}

/** Lets go of what every `passingMemo` keeps of an object, its first argument; it is worked out anew where it is asked for again. */
export function forget(key: object): void {
  for (const first of passing) first.forget(key);
}

/** Computes a value the first time it is asked for. */
export function lazy<T>(compute: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: compute() };
    return found.value;
  };
}
