import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { csp } from "./scripts/vite/csp.ts";
import { tex } from "./scripts/vite/tex.ts";
import { wasm } from "./scripts/vite/wasm.ts";

const computing = ["src/{core,data,engine,worker,testing}/**/*.test.ts"];

export default defineConfig({
  // Relative, so that dist/ works from any sub-path.
  base: "./",
  // No fallback to the start page: a missing chunk must be a 404, as on a static host.
  appType: "mpa",
  plugins: [react(), tex(), wasm(), csp()],
  worker: { format: "es" },
  build: {
    target: "es2023",
    // .size-limit.mjs reads it to find what loads before first paint.
    manifest: true,
    // Vite inlines small assets as data: URLs, which the policy forbids for anything but images.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What the first paint needs, in one file: thirty small ones compress a tenth worse.
        // The entry itself stays out: the manifest would lose its name.
        codeSplitting: {
          groups: [
            { name: "page", tags: ["$initial"], test: (id) => !/index\.html|main\.tsx/.test(id) },
          ],
        },
      },
    },
  },
  test: {
    // A guard against what hangs, not a measure: these machines may be busy with other things.
    testTimeout: 20_000,
    // Unless told, one processor is left idle: half of two.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: [...computing, "scripts/**/*.test.mjs"],
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "happy-dom",
          include: ["src/**/*.test.{ts,tsx}"],
          exclude: computing,
          setupFiles: ["src/testing/domSetup.ts"],
          // Vitest empties style sheets, but the palette's test reads the tokens as text.
          css: { include: [/tokens\.css/] },
        },
      },
    ],
  },
});
