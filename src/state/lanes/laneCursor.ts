/**
 * One hand for every lane: the point in latent space, the plane's axes, the point under the pointer and
 * the moment looked back to. Each is told in the terms of the lane it reaches: z through the alignment,
 * or, between latent spaces of different size, as far as both go; a point by its test image; a moment
 * by its step.
 */
import { type Alignment, fromLane, toLane } from "#/core/latent/alignment.ts";
import type { App } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";

export type CursorApp = Pick<App, "store" | "frames">;

export interface LaneCursor {
  /** Takes up where lane A stands, and shares from now on. Returns what ends it. */
  join(app: CursorApp): () => void;
  /** Brings every lane to where lane A stands: after lanes were aligned anew. */
  realign(): void;
}

/** @param apps lanes in order. @param alignmentOf null where a lane's own axes are shown. */
export function createLaneCursor(
  apps: () => readonly CursorApp[],
  alignmentOf: (index: number) => Alignment | null,
): LaneCursor {
  let passing = false;

  /** One change at a time: what it leads to in other lanes is no change of its own. */
  function guarded(task: () => void): void {
    if (passing) return;
    passing = true;
    try {
      task();
    } finally {
      passing = false;
    }
  }

  /** Null unless it fits both latent spaces as they are. */
  function fitting(index: number): Alignment | null {
    const alignment = alignmentOf(index);
    const lanes = apps();
    const sizeOf = (i: number) => lanes[i]?.store.getState().z.length;
    if (alignment === null || alignment.latentA !== sizeOf(0)) return null;
    return alignment.latentB === sizeOf(index) ? alignment : null;
  }

  function setZ(app: CursorApp, z: readonly number[]): void {
    const { z: own } = app.store.getState();
    if (z.some((value, i) => value !== own[i])) app.store.setState({ z });
  }

  function passZ(from: CursorApp): void {
    const lanes = apps();
    const source = lanes.indexOf(from);
    const [lead] = lanes;
    if (lead === undefined || source < 0) return;
    const { z } = from.store.getState();
    const back = source === 0 ? null : fitting(source);
    const { z: leads } = lead.store.getState();
    const atLead = back === null ? as(leads, z) : fromLane(back, z);
    lanes.forEach((lane, i) => {
      if (lane === from) return;
      const { z: own } = lane.store.getState();
      const on = i === 0 ? null : fitting(i);
      // Two lanes on their own axes share theirs, whatever lane A's.
      const shared = back === null && on === null ? as(own, z) : as(own, atLead);
      setZ(lane, on === null ? shared : toLane(on, atLead));
    });
  }

  function passAxes(from: CursorApp): void {
    const lanes = apps();
    const { axes, axesChosen } = from.store.getState();
    // Axes that a lane took by itself at rest are lane A's to take.
    if (!axesChosen && from !== lanes[0]) {
      const [lead] = lanes;
      if (lead !== undefined) giveAxes(lead, from);
      return;
    }
    for (const lane of lanes) if (lane !== from) lane.store.setState(taken(lane, axes, axesChosen));
  }

  function giveAxes(from: CursorApp, to: CursorApp): void {
    const { axes, axesChosen } = from.store.getState();
    to.store.setState(taken(to, axes, axesChosen));
  }

  function passHover(from: CursorApp): void {
    const { hoveredPoint } = from.store.getState();
    const image = hoveredPoint === null ? undefined : pointsOf(from)?.[hoveredPoint];
    for (const lane of apps()) {
      if (lane === from) continue;
      const at = image === undefined ? -1 : (pointsOf(lane)?.indexOf(image) ?? -1);
      lane.store.setState({ hoveredPoint: at < 0 ? null : at });
    }
  }

  function passMoment(from: CursorApp): void {
    const live = from.store.getState().scrubbed === null;
    const step = from.frames.shown()?.step;
    for (const lane of apps()) {
      if (lane === from) continue;
      const { scrubTo, scrubToStep } = lane.store.getState();
      if (live || step === undefined) scrubTo(null);
      else scrubToStep(step);
    }
  }

  function follow(app: CursorApp, state: AppState, before: AppState): void {
    guarded(() => {
      const [lead] = apps();
      // A lane that begins anew is brought to where the others stand, not they to where it begins.
      if (state.runId !== before.runId && app !== lead) {
        if (lead !== undefined) bring(lead);
        return;
      }
      if (state.z !== before.z) passZ(app);
      if (state.axes !== before.axes || state.axesChosen !== before.axesChosen) passAxes(app);
      if (state.hoveredPoint !== before.hoveredPoint) passHover(app);
      if (state.scrubbed !== before.scrubbed) passMoment(app);
    });
  }

  function bring(lead: CursorApp): void {
    passZ(lead);
    passAxes(lead);
  }

  return {
    join(app) {
      const unsubscribe = app.store.subscribe((state, before) => {
        follow(app, state, before);
      });
      guarded(() => {
        const [lead] = apps();
        if (lead !== undefined) bring(lead);
      });
      return unsubscribe;
    },
    realign() {
      guarded(() => {
        const [lead] = apps();
        if (lead !== undefined) passZ(lead);
      });
    },
  };
}

/** `z` in a space of the size of `own`: coordinates beyond it keep their own. */
function as(own: readonly number[], z: readonly number[]): number[] {
  return own.map((value, i) => z[i] ?? value);
}

/** Nothing where a lane has no such dimensions. */
function taken(
  lane: CursorApp,
  axes: AppState["axes"],
  axesChosen: boolean,
): Partial<Pick<AppState, "axes" | "axesChosen">> {
  const { z } = lane.store.getState();
  const has = axes.kind === "pca" || axes.dims.every((dimension) => dimension < z.length);
  return has ? { axes, axesChosen } : {};
}

function pointsOf({ frames }: CursorApp): Uint32Array | undefined {
  return frames.shown()?.points.indices;
}
