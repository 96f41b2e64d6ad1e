/** A number that grows each time the value is another: what asks again, where identity asks anew. */
import { useState } from "react";

export function useVersion(value: unknown): number {
  const [kept, keep] = useState({ value, version: 0 });
  if (Object.is(kept.value, value)) return kept.version;
  const next = { value, version: kept.version + 1 };
  keep(next);
  return next.version;
}
