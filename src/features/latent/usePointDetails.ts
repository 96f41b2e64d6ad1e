/** The details of one test image, asked again at each preview; never two questions at once. */
import { useEffect, useState } from "react";
import { useAppParts } from "#/state/context.tsx";
import type { PointDetails } from "#/state/partTypes.ts";

export function usePointDetails(testIndex: number | null): PointDetails | null {
  const { inspector, frames } = useAppParts();
  const [details, setDetails] = useState<PointDetails | null>(null);

  useEffect(() => {
    if (testIndex === null) return;
    const controller = new AbortController();
    let asking = false;
    function ask(): void {
      if (asking || testIndex === null) return;
      asking = true;
      inspector.point(testIndex, controller.signal).then(
        (found) => {
          asking = false;
          if (!controller.signal.aborted) setDetails(found);
        },
        () => {
          // Cancelled, or the run has ended meanwhile: the next preview asks again.
          asking = false;
        },
      );
    }
    ask();
    const leave = frames.subscribe(ask);
    return () => {
      controller.abort();
      leave();
    };
  }, [testIndex, inspector, frames]);

  return details?.testIndex === testIndex ? details : null;
}
