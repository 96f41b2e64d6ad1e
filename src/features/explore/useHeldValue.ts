/** A value that stands still while held, and is taken up again once let go. */
import { useState } from "react";

export function useHeldValue<T>(value: T, held: boolean): T {
  const [kept, setKept] = useState(value);
  if (!held && !Object.is(kept, value)) {
    setKept(value);
    return value;
  }
  return kept;
}
