/**
 * What gestures and keys may do to the plane, in its own terms, over the store. Reads the store
 * when asked, so handlers are made once and never go stale; renders nothing.
 */
import { cellAt, cellEdges } from "#/core/latent/cells.ts";
import { resolveAxes } from "#/core/latent/axes.ts";
import {
  fromScreen,
  lift,
  project,
  toScreen,
  type PlaneAxes,
  type PlanePoint,
  type PlaneWindow,
} from "#/core/latent/plane.ts";
import { nearestPoints } from "#/core/latent/spatialIndex.ts";
import { clampWindow } from "#/core/latent/window.ts";
import type { PlaneGeometry } from "#/features/latent/geometry.ts";
import { layerOpacity } from "#/features/latent/layerOpacity.ts";
import type { AppHandle } from "#/state/context.tsx";

/** Keeps the handle this far inside the frame, frame widths. */
const RIM = 0.001;

export interface PlanePort {
  window(): PlaneWindow;
  axes(): PlaneAxes;
  /** Where the handle stands on the plane, and on screen. */
  place(): PlanePoint;
  handle(): readonly [u: number, v: number];
  /** Takes the handle to a screen position, kept inside the frame. */
  moveTo(u: number, v: number): void;
  /** Takes it to a plane point. */
  moveToPoint(point: PlanePoint): void;
  setWindow(window: PlaneWindow): void;
  /** Index into the frame's points of the one under (u, v); null without any. */
  pick(u: number, v: number, radius: number): number | null;
  hover(index: number | null): void;
  /** Pins a point, or frees it when it is pinned; above two dimensions the slice goes through it. */
  pin(index: number): void;
  /** Takes the handle to the middle of the cell under (u, v) and pins it there. */
  pinCell(u: number, v: number): void;
  pinHere(): void;
  /** Puts the hover on the next (or previous) of the points nearest the handle. */
  nextNearest(step: 1 | -1): void;
  /** Leaves the hovered point, then the pinned one; false when there was neither. */
  letGo(): boolean;
}

export function createPlanePort(app: AppHandle, geometry: PlaneGeometry): PlanePort {
  const { store, frames } = app;
  /** The walk through the nearest points: from where, in which order, how far. */
  let walk: { readonly from: string; readonly order: readonly number[]; at: number } | null = null;

  const window = (): PlaneWindow => store.getState().window;
  const axes = (): PlaneAxes => {
    const state = store.getState();
    return resolveAxes(state.axes, frames.shown()?.sheet.spec ?? null, state.z.length);
  };
  const place = (): PlanePoint => project(axes(), store.getState().z);
  const moveToPoint = (point: PlanePoint): void => {
    const state = store.getState();
    state.setZ(lift(axes(), state.z, point), "hand");
  };
  const within = (p: number): number => Math.min(Math.max(p, RIM), 1 - RIM);
  const positions = (): Float32Array | null => {
    const state = store.getState();
    const frame = frames.shown();
    if (frame === null || layerOpacity(state.layers, state.balance).points === 0) return null;
    return geometry.positions(frame.points, axes(), state.window);
  };

  return {
    window,
    axes,
    place,
    handle: () => toScreen(window(), place()),
    moveTo(u, v) {
      moveToPoint(fromScreen(window(), within(u), within(v)));
    },
    moveToPoint,
    setWindow(next) {
      store.getState().setWindow(clampWindow(next));
    },
    pick(u, v, radius) {
      const frame = frames.shown();
      if (frame === null || positions() === null) return null;
      return geometry.index(frame.points, axes(), window()).nearest(u, v, radius);
    },
    hover(index) {
      const state = store.getState();
      if (state.hoveredPoint !== index) state.hoverPoint(index);
    },
    pin(index) {
      const frame = frames.shown();
      const testIndex = frame?.points.indices[index];
      if (frame === null || testIndex === undefined) return;
      const state = store.getState();
      if (state.pinned === testIndex) {
        state.pinPoint(null);
        return;
      }
      state.pinPoint(testIndex);
      const latent = state.z.length;
      if (latent > 2) {
        const { mean } = frame.points;
        state.setZ([...mean.subarray(index * latent, (index + 1) * latent)], "hand");
      }
    },
    pinCell(u, v) {
      const spec = frames.shown()?.sheet.spec;
      if (spec === undefined) return;
      const edges = cellEdges(spec, window());
      const cell = cellAt(edges, u, v);
      if (cell === null) return;
      moveToPoint(fromScreen(spec.window, (cell.column + 0.5) / spec.n, (cell.row + 0.5) / spec.n));
      store.getState().pinHere();
    },
    pinHere() {
      store.getState().pinHere();
    },
    nextNearest(step) {
      const placed = positions();
      if (placed === null) return;
      const [u, v] = toScreen(window(), place());
      const from = `${String(u)},${String(v)},${String(frames.shown()?.step)}`;
      if (walk?.from !== from) {
        walk = { from, order: nearestPoints(placed, u, v, NEAREST), at: step === 1 ? -1 : 0 };
      }
      const count = walk.order.length;
      if (count === 0) return;
      walk.at = (walk.at + step + count) % count;
      store.getState().hoverPoint(walk.order[walk.at] ?? null);
    },
    letGo() {
      const state = store.getState();
      if (state.hoveredPoint !== null) state.hoverPoint(null);
      else if (state.pinned !== null) state.pinPoint(null);
      else return false;
      return true;
    },
  };
}

/** How many neighbours the walk goes through before it starts again. */
const NEAREST = 40;
