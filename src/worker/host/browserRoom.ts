/** Rooms on the backends of the browser this worker runs in. */
import { backendMemory } from "#/engine/backendMemory.ts";
import { openBrowserBackend } from "#/engine/backends/browser.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { createJobs } from "#/worker/host/jobs.ts";
import type { OpenRoom } from "#/worker/host/rooms.ts";

export const openBrowserRoom: OpenRoom = async ({ backend, wasmUrl }, setback) => {
  const asked = backend === "auto" ? null : backend;
  const opened = await openBrowserBackend({ asked, gone: setback?.gone ?? [] }, wasmUrl);
  return {
    report: setback === null ? opened.report : { ...opened.report, reason: setback.fault },
    jobs: createJobs(),
    failed: opened.failed,
    build(resolved, { objective, optimizer, training }, state, choice, refused = null) {
      const words = refused ?? setback?.refused ?? null;
      const compile = words === null ? undefined : () => Promise.reject(new Error(words));
      const options = { resolved, objective, optimizer, state, batch: training.batch, choice };
      return createEngine(options, compile);
    },
    memory: backendMemory,
    simulate: (fault) => opened.simulate(fault),
    [Symbol.dispose]: () => {
      opened[Symbol.dispose]();
    },
  };
};
