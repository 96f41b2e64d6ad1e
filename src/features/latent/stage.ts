/**
 * The stack of canvases. It is told what changed, marks the layers that show it, and draws those
 * in the next animation frame; between two previews the points glide and pictures switch. Knows
 * nothing of React or the store.
 */
import { sameSlice } from "#/core/latent/slice.ts";
import type { PlaneGeometry } from "#/features/latent/geometry.ts";
import { createGlide } from "#/features/latent/glide.ts";
import { layerNames, type LayerName, type StageInputs } from "#/features/latent/inputs.ts";
import { createPainter } from "#/features/latent/painter.ts";

/** Which layers show which input. */
const shownBy: Readonly<Record<keyof StageInputs, readonly LayerName[]>> = {
  side: layerNames,
  ratio: layerNames,
  frame: ["pictures", "points"],
  shape: ["pictures"],
  axes: ["pictures", "field", "points"],
  axisNames: ["field"],
  window: layerNames,
  theme: layerNames,
  invert: ["pictures"],
  labelled: ["points"],
  layers: ["pictures", "field", "points"],
  balance: [],
  pointStyle: ["points"],
  thumbnails: ["points"],
  onlyLabel: ["points"],
  z: [],
  posteriors: ["marks"],
  draws: ["marks"],
  trail: ["marks"],
  grow: ["points"],
  still: [],
};

export interface PlaneStage {
  readonly inputs: StageInputs;
  set(change: Partial<StageInputs>): void;
  dispose(): void;
}

export function createStage(
  canvases: Readonly<Record<LayerName, HTMLCanvasElement>>,
  geometry: PlaneGeometry,
  first: StageInputs,
): PlaneStage {
  const painter = createPainter(canvases, geometry);
  const glide = createGlide();
  const dirty = new Set<LayerName>(layerNames);
  let inputs = first;
  let request = 0;

  function schedule(): void {
    if (request === 0) request = requestAnimationFrame(draw);
  }

  function draw(now: number): void {
    request = 0;
    painter.fade(inputs);
    for (const layer of dirty) {
      if (layer === "points") {
        const target =
          inputs.frame === null
            ? null
            : geometry.positions(inputs.frame.points, inputs.axes, inputs.window);
        painter.points(inputs, target === null ? null : glide.at(target, now));
      } else {
        painter[layer](inputs);
      }
    }
    dirty.clear();
    if (glide.moving) {
      dirty.add("points");
      schedule();
    }
  }

  schedule();
  return {
    get inputs() {
      return inputs;
    },
    set(change) {
      const before = inputs;
      inputs = { ...inputs, ...change };
      let changed = false;
      for (const key of keysOf(change)) {
        if (Object.is(before[key], inputs[key])) continue;
        changed = true;
        for (const layer of shownBy[key]) dirty.add(layer);
      }
      if (!changed) return;
      if (before.frame !== inputs.frame && inputs.layers.density) dirty.add("field");
      if (!sameSlice(inputs.axes, before.z, inputs.z)) dirty.add("points");
      glide.follow(before, inputs);
      schedule();
    },
    dispose() {
      cancelAnimationFrame(request);
    },
  };
}

function keysOf(change: Partial<StageInputs>): (keyof StageInputs)[] {
  const known: (keyof StageInputs)[] = [];
  for (const key in shownBy) if (key in change && isInput(key)) known.push(key);
  return known;
}

function isInput(key: string): key is keyof StageInputs {
  return key in shownBy;
}
