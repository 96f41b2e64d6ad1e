/** Rooms on the backends of the browser this worker runs in. */
import { backendMemory } from "#/engine/backendMemory.ts";
import { openBrowserBackend } from "#/engine/backends/browser.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { createJobs } from "#/worker/host/jobs.ts";
import type { OpenRoom } from "#/worker/host/rooms.ts";

export const openBrowserRoom: OpenRoom = async ({ backend, wasmUrl }, gone) => {
  const asked = backend === "auto" ? null : backend;
  const opened = await openBrowserBackend({ asked, gone }, wasmUrl);
  return {
    report: gone.length === 0 ? opened.report : { ...opened.report, reason: "device-lost" },
    jobs: createJobs(),
    lost: opened.lost,
    build: (resolved, { objective, optimizer, training }, state) =>
      createEngine({ resolved, objective, optimizer, state, batch: training.batch }),
    memory: backendMemory,
    loseDevice: () => opened.loseDevice(),
    [Symbol.dispose]: () => {
      opened[Symbol.dispose]();
    },
  };
};
