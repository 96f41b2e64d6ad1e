/**
 * Above two dimensions the plane spans the two of highest KL, until somebody chooses: taken once a
 * run has shown which those are, and again at each pause, never while the plane is in hand.
 */
import { useEffect, type RefObject } from "react";
import { highestKl, type AxesRequest } from "#/core/latent/axes.ts";
import { useAppParts } from "#/state/context.tsx";

/** By this step the order of KL says more than the start does. */
const SETTLED = 200;

export function useDefaultAxes(root: RefObject<HTMLElement | null>): void {
  const { store, frames } = useAppParts();
  useEffect(() => {
    const first = store.getState();
    let unchosen: AxesRequest = first.axes;
    let latent = first.z.length;
    let runId = first.runId;
    let due = true;

    function choose(): void {
      const { z, axes, scrubbed, touched, setAxes, setZ } = store.getState();
      const frame = frames.shown();
      if (!due || z.length <= 2 || axes !== unchosen || scrubbed !== null || frame === null) return;
      if (frame.step < SETTLED || frame.klPerDimension.length !== z.length) return;
      if (root.current?.matches(":hover, :focus-within") === true) return;
      due = false;
      const dims = highestKl(frame.klPerDimension);
      if (axes.kind === "dimensions" && axes.dims[0] === dims[0] && axes.dims[1] === dims[1])
        return;
      unchosen = { kind: "dimensions", dims };
      setAxes(unchosen);
      // The tour leaves the old axes where it was on them: the new slice goes through the origin.
      if (!touched) setZ(new Array<number>(z.length).fill(0), "tour");
    }

    const leave = [
      frames.subscribe(choose),
      store.subscribe((state, before) => {
        if (state.z.length !== latent) {
          latent = state.z.length;
          unchosen = state.axes;
        }
        if (state.runId !== runId) {
          runId = state.runId;
          due = true;
        }
        if (state.phase !== before.phase && (state.phase === "paused" || state.phase === "done")) {
          due = true;
          choose();
        }
      }),
    ];
    return () => {
      for (const unsubscribe of leave) unsubscribe();
    };
  }, [root, store, frames]);
}
