/**
 * Serves dist/ as `npm start`, the browser tests and the measurements do: static files and the
 * policy header. Run by itself it takes `--port`, `--host` and `--base /some/path/`.
 */
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { preview } from "vite";

/**
 * @param {{ port: number, strictPort?: boolean, host?: boolean, base?: string }} options
 * `strictPort` false takes the next free port; `host` true serves the local network as well
 */
export async function serveSite({ port, strictPort = false, host = false, base = "./" }) {
  return preview({ base, logLevel: "warn", preview: { port, strictPort, host, open: false } });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4173" },
      host: { type: "boolean", default: false },
      base: { type: "string", default: "./" },
    },
  });
  const server = await serveSite({
    port: Number(values.port),
    strictPort: true,
    host: values.host,
    base: values.base,
  });
  server.printUrls();
}
