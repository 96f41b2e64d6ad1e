/** Serves the sources as they are to a page: bundling changes what loads, not what runs. */
import { createServer } from "vite";

/** @returns {Promise<{ url: string, close(): Promise<void> }>} of bench/blank.html */
export async function serveSources() {
  const server = await createServer({
    configFile: false,
    logLevel: "error",
    cacheDir: "node_modules/.cache/bench",
    server: { port: 4192, hmr: false, watch: null },
    optimizeDeps: {
      noDiscovery: true,
      include: [
        "@tensorflow/tfjs",
        ...["core", "backend-cpu", "backend-wasm", "backend-webgl", "backend-webgpu"].map(
          (part) => `@tensorflow/tfjs-${part}`,
        ),
      ],
    },
  });
  await server.listen();
  const url = `${server.resolvedUrls?.local[0] ?? ""}bench/blank.html`;
  return { url, close: () => server.close() };
}
