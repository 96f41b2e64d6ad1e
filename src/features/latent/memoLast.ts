/** Remembers the last call of a function: for derived arrays that are asked for many times a frame. */
export function memoLast<A extends readonly unknown[], R>(
  fn: (...args: A) => R,
): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | null = null;
  return (...args) => {
    if (last?.args.every((arg, i) => Object.is(arg, args[i])) === true) return last.result;
    last = { args, result: fn(...args) };
    return last.result;
  };
}
