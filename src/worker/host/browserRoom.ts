/** Rooms on the backends of the browser this worker runs in. */
import { backendMemory } from "#/engine/backendMemory.ts";
import { openBrowserBackend } from "#/engine/backends/browser.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { createJobs } from "#/worker/host/jobs.ts";
import type { OpenRoom } from "#/worker/host/rooms.ts";

export const openBrowserRoom: OpenRoom = async ({ backend, wasmUrl }, setback) => {
  const asked = backend === "auto" ? null : backend;
  const opened = await openBrowserBackend({ asked, gone: setback?.gone ?? [] }, wasmUrl);
  const words = setback?.refused ?? null;
  const compile = words === null ? undefined : () => Promise.reject(new Error(words));
  return {
    report: setback === null ? opened.report : { ...opened.report, reason: setback.fault },
    jobs: createJobs(),
    failed: opened.failed,
    build: (resolved, { objective, optimizer, training }, state, choice) =>
      createEngine(
        { resolved, objective, optimizer, state, batch: training.batch, choice },
        compile,
      ),
    memory: backendMemory,
    simulate: (fault) => opened.simulate(fault),
    [Symbol.dispose]: () => {
      opened[Symbol.dispose]();
    },
  };
};
