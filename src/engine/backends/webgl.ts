/**
 * WebGL 2 on a context of ours: tfjs would refuse a software renderer without saying so, and does
 * not tell when a context is lost.
 */
import type { Candidate, Probe, Running } from "#/engine/backend.ts";
import { isSoftwareName } from "#/engine/backends/software.ts";
import { removeBackend, startWebgl } from "#/engine/tf.ts";

export interface WebglEnvironment {
  /** Null where a worker cannot have a canvas. */
  readonly createCanvas: (() => OffscreenCanvas) | null;
}

/** What tfjs asks for, but software renderers are ours to judge. */
const attributes = {
  alpha: false,
  antialias: false,
  premultipliedAlpha: false,
  preserveDrawingBuffer: false,
  depth: false,
  stencil: false,
  failIfMajorPerformanceCaveat: false,
} as const satisfies WebGLContextAttributes;

export function webglProbe(
  { createCanvas }: WebglEnvironment,
  start: typeof startWebgl = startWebgl,
): Probe {
  return () => {
    const canvas = createCanvas?.() ?? null;
    const gl = canvas?.getContext("webgl2", attributes) ?? null;
    if (canvas === null || gl === null) return Promise.resolve({ ok: false, error: "no-api" });
    // Without it results are rounded to 16 bits: 784 summed pixels then lose whole nats.
    if (gl.getExtension("EXT_color_buffer_float") === null) {
      lose(gl);
      return Promise.resolve({ ok: false, error: "half-precision" });
    }
    return Promise.resolve({ ok: true, value: candidate(canvas, gl, start) });
  };
}

function candidate(
  canvas: OffscreenCanvas,
  gl: WebGL2RenderingContext,
  start: typeof startWebgl,
): Candidate {
  const adapter = rendererName(gl);
  return {
    adapter,
    software: isSoftwareName(adapter),
    discard: () => {
      lose(gl);
    },
    async start() {
      await start(gl);
      return { ok: true, value: running(canvas, gl) };
    },
  };
}

function running(canvas: OffscreenCanvas, gl: WebGL2RenderingContext): Running {
  let disposed = false;
  return {
    failed: new Promise((resolve) => {
      canvas.addEventListener("webglcontextlost", () => {
        if (!disposed) resolve({ fault: "device-lost", words: "" });
      });
    }),
    simulate: (fault) => fault === "device-lost" && lose(gl),
    [Symbol.dispose]() {
      disposed = true;
      removeBackend("webgl");
      lose(gl);
    },
  };
}

/** Frees the context: browsers allow few at once. */
function lose(gl: WebGL2RenderingContext): boolean {
  const extension = gl.getExtension("WEBGL_lose_context");
  extension?.loseContext();
  return extension !== null;
}

/** Firefox names the renderer without an extension, and warns of the extension. */
function rendererName(gl: WebGL2RenderingContext): string {
  const plain: unknown = gl.getParameter(gl.RENDERER);
  if (typeof plain === "string" && plain !== "WebKit WebGL") return plain;
  const extension = gl.getExtension("WEBGL_debug_renderer_info");
  const name: unknown =
    extension === null ? "" : gl.getParameter(extension.UNMASKED_RENDERER_WEBGL);
  return typeof name === "string" ? name : "";
}
