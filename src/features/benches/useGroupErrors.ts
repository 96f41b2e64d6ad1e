/** What went wrong with the last thing asked of a group; a cancellation was somebody's wish. */
import { useCallback, useState } from "react";
import type { Fault } from "#/core/fault.ts";
import { faultOf } from "#/state/parts.ts";

export function useGroupErrors(): {
  readonly fault: Fault | null;
  readonly attempt: (task: Promise<unknown>) => void;
} {
  const [fault, setFault] = useState<Fault | null>(null);
  const attempt = useCallback((task: Promise<unknown>) => {
    setFault(null);
    task.catch((error: unknown) => {
      const told = faultOf(error);
      if (told.code !== "cancelled") setFault(told);
    });
  }, []);
  return { fault, attempt };
}
