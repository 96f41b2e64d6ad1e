/** Closes a `switch` over a union: a member without a case fails to compile, and throws if it arrives. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
