import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser.mjs";

const port = Number(process.env["E2E_PORT"] ?? 5310);
const executablePath = findBrowser();
const found = executablePath === null ? {} : { executablePath };

/** Chromium offers WebGPU without a GPU only when it is told to use the software adapter. */
const softwareGpu = [
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  // Clearing shared memory compiles for seconds there, and a kernel that needs it would be found out.
  "--enable-dawn-features=disable_workgroup_init",
];
const quiet = [
  "--disable-background-networking",
  // An address that is not this machine's own, so that pages there have no secure context.
  "--host-resolver-rules=MAP 192.0.2.1 localhost",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  forbidOnly: process.env["CI"] !== undefined,
  reporter: [["list"], ["json", { outputFile: ".cache/e2e.json" }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1440, height: 760 },
    trace: "retain-on-failure",
  },
  projects: [
    // The longest file first, or it is what is left at the end.
    {
      name: "webgpu",
      grep: /@webgpu/,
      use: { launchOptions: { ...found, args: [...quiet, ...softwareGpu] } },
    },
    {
      name: "wasm",
      grepInvert: /@webgpu/,
      use: { launchOptions: { ...found, args: quiet } },
    },
  ],
  webServer: {
    command: `node scripts/serve.mjs --port ${port}`,
    port,
    reuseExistingServer: false,
  },
});
