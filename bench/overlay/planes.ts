/**
 * Four latent planes with 5,000 points each, as large as lanes are on a screen of 1440. The slice moves
 * through the points, so that all of them fade anew in every frame: what a slider costs that drives all
 * lanes. Runs in a page.
 */
import { presetConfig } from "#/core/experiment/presets.ts";
import { restWindow } from "#/core/latent/plane.ts";
import { createGeometry } from "#/features/latent/geometry.ts";
import { layerNames, type LayerName, type StageInputs } from "#/features/latent/inputs.ts";
import { createStage, type PlaneStage } from "#/features/latent/stage.ts";
import type { PreviewFrame, PreviewRequest } from "#/worker/protocol/preview.ts";
import { fakeFrame } from "#/worker/testing/fakeFrame.ts";

const planes = 4;
const points = 5000;
const side = 308;
const config = presetConfig("mnist-sigmoid");

const request: PreviewRequest = {
  window: restWindow,
  axes: { kind: "dimensions", dims: [0, 1] },
  n: 11,
  at: new Array<number>(config.model.latent).fill(0),
  samplesSeed: null,
  label: 0,
};

const frame: PreviewFrame = fakeFrame(
  request,
  { config, step: 500, imagesSeen: 50_000, pixels: 784, classes: 10, beta: 1 },
  points,
);

/** Draws so many frames, and says how many there were. */
export async function moveSlices(frames: number): Promise<number> {
  const stages = Array.from({ length: planes }, openPlane);
  await nextFrame();
  for (let i = 0; i < frames; i++) {
    const z = request.at.map((value, j) => (j === 2 ? Math.sin(i / 8) : value));
    for (const stage of stages) stage.set({ z });
    await nextFrame();
  }
  for (const stage of stages) stage.dispose();
  return frames;
}

function openPlane(): PlaneStage {
  const [pictures, field, dots, marks] = [canvas(), canvas(), canvas(), canvas()];
  const canvases: Record<LayerName, HTMLCanvasElement> = { pictures, field, marks, points: dots };
  document.body.append(...layerNames.map((name) => canvases[name]));
  return createStage(canvases, createGeometry(), inputs);
}

function canvas(): HTMLCanvasElement {
  return document.createElement("canvas");
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

const inputs: StageInputs = {
  side,
  ratio: 1,
  grow: 1,
  frame,
  shape: [28, 28, 1],
  axes: frame.sheet.spec.axes,
  axisNames: ["z₁", "z₂"],
  window: restWindow,
  theme: "light",
  invert: true,
  labelled: true,
  layers: { pictures: true, points: true, prior: true, density: false, landscape: false },
  balance: 0.5,
  pointStyle: "dots",
  thumbnails: null,
  onlyLabel: null,
  z: request.at,
  posteriors: [],
  draws: [],
  trail: [],
  still: false,
};
