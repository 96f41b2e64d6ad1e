/**
 * Puts tfjs's wasm binaries beside the page, under `wasm/` with the names tfjs asks for. Without the
 * threaded one: it would start a blob: worker, which the policy forbids.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const names = ["tfjs-backend-wasm.wasm", "tfjs-backend-wasm-simd.wasm"] as const;

export function wasm(): Plugin {
  const require = createRequire(import.meta.url);
  const folder = join(
    dirname(require.resolve("@tensorflow/tfjs-backend-wasm/package.json")),
    "dist",
  );
  return {
    name: "wasm-binaries",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? "/", "http://page.invalid");
        const name = names.find((candidate) => pathname.endsWith(`/wasm/${candidate}`));
        if (name === undefined) {
          next();
          return;
        }
        response.setHeader("Content-Type", "application/wasm");
        response.end(readFileSync(join(folder, name)));
      });
    },
    generateBundle() {
      // The worker is a bundle of its own; the page's emits them.
      if (this.environment.config.isWorker) return;
      for (const name of names) {
        this.emitFile({
          type: "asset",
          fileName: `wasm/${name}`,
          source: readFileSync(join(folder, name)),
        });
      }
    },
  };
}
