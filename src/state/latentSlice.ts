/** The point in hand and what the plane shows of latent space. */
import { resolveAxes } from "#/core/latent/axes.ts";
import { lift, restWindow } from "#/core/latent/plane.ts";
import { createRng } from "#/core/rng.ts";
import { latentStart, mostPins, orderByKl } from "#/state/latentStart.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import type { LatentSlice } from "#/state/types.ts";

const restGridSize = 17;

export function latentSlice(
  store: () => AppStore,
  { frames }: Pick<Parts, "frames">,
  latent: number,
): LatentSlice {
  let draws = 0;

  const set = (change: Partial<LatentSlice>) => {
    store().setState(change);
  };

  function setZ(z: readonly number[], by: "hand" | "tour"): void {
    const state = store().getState();
    if (by === "tour" && state.touched) return;
    if (z.length !== state.z.length || !z.every(Number.isFinite)) return;
    set(by === "hand" ? { z, touched: true } : { z });
  }

  return {
    ...latentStart(latent),
    touched: false,
    window: restWindow,
    gridSize: restGridSize,
    layers: { pictures: true, points: true, prior: true, density: false, landscape: false },
    pointStyle: "dots",
    balance: 0.5,
    samplesSeed: 1,
    setZ,
    setLabel(label) {
      const classes = store().getState().dataset?.classes.length ?? 0;
      if (Number.isInteger(label) && label >= 0 && label < classes) set({ label });
    },
    setDimension(dimension, value) {
      const { z } = store().getState();
      setZ(
        z.map((old, i) => (i === dimension ? value : old)),
        "hand",
      );
    },
    movePlane(point, by) {
      const { axes, z } = store().getState();
      const sheet = frames.shown()?.sheet.spec ?? null;
      setZ(lift(resolveAxes(axes, sheet, z.length), z, point), by);
    },
    setWindow: (window) => {
      set({ window });
    },
    setAxes: (axes) => {
      set({ axes, axesChosen: true });
    },
    setGridSize: (n) => {
      set({ gridSize: Math.min(30, Math.max(2, Math.round(n))) });
    },
    setLayer(layer, isShown) {
      set({ layers: { ...store().getState().layers, [layer]: isShown } });
    },
    setPointStyle: (pointStyle) => {
      set({ pointStyle });
    },
    setBalance: (balance) => {
      set({ balance: Math.min(1, Math.max(0, balance)) });
    },
    hoverPoint: (hoveredPoint) => {
      set({ hoveredPoint });
    },
    pinPoint: (pinned) => {
      set({ pinned });
    },
    pinHere() {
      const { pins, z } = store().getState();
      set({ pins: [...pins, z].slice(-mostPins) });
    },
    unpin(index) {
      set({
        pins: store()
          .getState()
          .pins.filter((_, i) => i !== index),
      });
    },
    sortSliders() {
      const kl = frames.list().at(-1)?.frame.klPerDimension;
      if (kl !== undefined) set({ sliderOrder: orderByKl(kl, store().getState().z.length) });
    },
    drawZ() {
      const { built, z } = store().getState();
      const rng = createRng(built.training.seed)
        .fork("preview")
        .fork(`z/${String(draws++)}`);
      setZ(
        z.map(() => rng.normal()),
        "hand",
      );
    },
    resetZ() {
      setZ(
        store()
          .getState()
          .z.map(() => 0),
        "hand",
      );
    },
    newSamples: () => {
      set({ samplesSeed: store().getState().samplesSeed + 1 });
    },
  };
}
