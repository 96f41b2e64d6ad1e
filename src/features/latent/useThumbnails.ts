/** Small pictures of the first encoded test images, for points shown as thumbnails. */
import { isLabelled } from "#/core/data/labelled.ts";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { rasterSheet } from "#/core/latent/resample.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { drawRgba } from "#/ui/drawPixels.ts";
import { classColour, palette, type ThemeName } from "#/ui/palette.ts";
import { toRgba } from "#/ui/pixels.ts";

/** More would hide each other; the rest stay dots. */
const MOST = 240;
/** Side in CSS pixels, without the border in the class colour. */
const SIDE = 14;

const selectWanted = (s: AppState) => s.pointStyle === "thumbnails" && s.layers.points;
const selectShape = (s: AppState) => s.dataset?.shape ?? null;
const selectLabelled = (s: AppState) => isLabelled(s.dataset?.classes ?? []);

interface Originals {
  readonly pixels: Float32Array;
  readonly labels: Uint8Array;
}

export function useThumbnails(
  theme: ThemeName,
  invert: boolean,
  ratio: number,
): readonly HTMLCanvasElement[] | null {
  const { inspector, frames } = useAppParts();
  const wanted = useAppState(selectWanted);
  const shape = useAppState(selectShape);
  const labelled = useAppState(selectLabelled);
  // Previews encode the same images: their names, not the arrays, say whether to ask again.
  const read = useCallback(
    () => (wanted ? (frames.shown()?.points.indices.subarray(0, MOST).join(",") ?? "") : ""),
    [frames, wanted],
  );
  const key = useSyncExternalStore(frames.subscribe, read);
  const [originals, setOriginals] = useState<Originals | null>(null);

  useEffect(() => {
    if (!wanted || key === "") return;
    const controller = new AbortController();
    inspector.originals("test", key.split(",").map(Number), controller.signal).then(
      ({ pixels, labels }) => {
        if (!controller.signal.aborted) setOriginals({ pixels, labels });
      },
      () => {
        // Cancelled, or the images are not here yet: dots stand in.
      },
    );
    return () => {
      controller.abort();
    };
  }, [wanted, key, inspector]);

  return useMemo(() => {
    if (!wanted || originals === null || shape === null) return null;
    return [...originals.labels].map((label, i) =>
      thumbnail(originals.pixels, i, shape, {
        side: Math.round(SIDE * ratio),
        border: Math.max(1, Math.round(ratio)),
        invert,
        colour: labelled ? classColour(theme, label) : palette[theme].text,
      }),
    );
  }, [wanted, originals, shape, theme, invert, ratio, labelled]);
}

function thumbnail(
  pixels: Float32Array,
  index: number,
  shape: ImageShape,
  look: { side: number; border: number; invert: boolean; colour: string },
): HTMLCanvasElement {
  const [height, width, channels] = shape;
  const size = height * width * channels;
  const bytes = Uint8Array.from(pixels.subarray(index * size, (index + 1) * size), (x) =>
    Math.round(255 * x),
  );
  const { side, border, invert, colour } = look;
  const edges = Int32Array.of(0, side);
  const raster = rasterSheet(bytes, shape, edges, edges, side);
  const picture = document.createElement("canvas");
  if (raster !== null) {
    const rgba = toRgba(new Uint8Array(raster.pixels.buffer), [side, side, channels], { invert });
    drawRgba(picture, rgba, side, side);
  }
  const framed = document.createElement("canvas");
  framed.width = side + 2 * border;
  framed.height = side + 2 * border;
  const ctx = framed.getContext("2d");
  if (ctx !== null) {
    ctx.fillStyle = colour;
    ctx.fillRect(0, 0, framed.width, framed.height);
    ctx.drawImage(picture, border, border);
  }
  return framed;
}
