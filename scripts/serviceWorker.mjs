/**
 * Writes dist/sw.js, which keeps the shell for use without a network: page, code, styles, WebAssembly
 * and the list of data sets. The chunks themselves are kept by the page's own loader
 * (src/data/chunkCache.ts), because a first visit's requests go past a service worker. It takes over
 * only when no old page is open or the page asks (src/app/offline.ts), so that code and its lazy
 * parts are always of one build.
 */
import { generateSW } from "workbox-build";

/** @param {string} dist */
export async function writeServiceWorker(dist) {
  const { warnings } = await generateSW({
    globDirectory: dist,
    globPatterns: ["**/*.{html,js,css,wasm,svg,png,json,webmanifest}"],
    globIgnores: [".vite/**", "sw.js"],
    swDest: `${dist}/sw.js`,
    mode: "production",
    inlineWorkboxRuntime: true,
    sourcemap: false,
    clientsClaim: true,
    skipWaiting: false,
    cleanupOutdatedCaches: true,
    // The experiment is in the query; the page is the same.
    ignoreURLParametersMatching: [/./],
    // Names with a hash never change their content.
    dontCacheBustURLsMatching: /assets\/.*-[\w-]{8}\.\w+$/,
    maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
  });
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
}
