/** `npm run dev`: the data sets, then Vite's development server with hot reload. */
import { installIfNeeded } from "./install.mjs";

installIfNeeded();
const { createServer } = await import("vite");
const { buildData } = await import("./data/build.mjs");

await buildData();
const server = await createServer({ server: { host: process.argv.includes("--host") } });
await server.listen();
server.printUrls();
