/** `npm start`: installs what is missing, builds what has changed, serves it and prints the address. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installIfNeeded } from "./install.mjs";

const { values } = parseArgs({
  options: {
    host: { type: "boolean", default: false },
    port: { type: "string", default: "4173" },
  },
});

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));
installIfNeeded();

// Not before: these need what has just been installed.
const { buildSite } = await import("./build.mjs");
const { serveSite } = await import("./serve.mjs");

console.log("Building what has changed …");
await buildSite();
const server = await serveSite({ port: Number(values.port), host: values.host });
console.log("VAE Playground is at:");
for (const url of server.resolvedUrls?.local ?? []) console.log(`  ${url}`);
for (const url of server.resolvedUrls?.network ?? []) console.log(`  ${url}`);
