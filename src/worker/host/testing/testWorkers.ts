/**
 * Workers for tests of the client: each is a whole host in this process, with plain engines on the
 * tiny set, that can be broken and replaced.
 */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { createOwnStore } from "#/data/own/ownStore.ts";
import { createMemoryDatabase } from "#/data/own/testing/memoryDatabase.ts";
import { createTinyServer } from "#/data/testing/tinyServer.ts";
import type { SpawnWorker, WorkerHandle } from "#/worker/protocol/handle.ts";
import type { Method } from "#/worker/protocol/messages.ts";
import { parseToHost } from "#/worker/protocol/wire.ts";
import { createHost } from "#/worker/host/host.ts";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { portPair } from "#/worker/testing/portPair.ts";
import {
  TestClock,
  testReport,
  testRoom,
  withManifest,
  type BuildEngine,
} from "#/worker/host/testing/testHost.ts";

export interface TestWorkers {
  readonly spawn: SpawnWorker;
  readonly dataUrl: string;
  /** Workers started so far. */
  readonly workers: readonly TestWorker[];
}

interface TestWorker {
  readonly alive: boolean;
  readonly handle: WorkerHandle;
  /** Methods it was asked for, oldest first. */
  readonly asked: readonly Method[];
}

/**
 * @param msPerStep what a step takes on each worker's own clock.
 * @param isDeadly whether a step of such a model breaks its worker.
 */
export async function testWorkers(
  msPerStep = 4,
  isDeadly: (vae: ResolvedVae) => boolean = () => false,
): Promise<TestWorkers> {
  const server = await createTinyServer();
  const workers: { alive: boolean; handle: WorkerHandle; asked: Method[] }[] = [];
  function spawn(): WorkerHandle {
    const { page, host } = portPair();
    const clock = new TestClock(true);
    const handle: WorkerHandle = {
      port: page,
      onCrash: null,
      terminate() {
        worker.alive = false;
        host.onmessage = null;
        page.onmessage = null;
      },
    };
    const worker = { alive: true, handle, asked: new Array<Method>() };
    workers.push(worker);
    const { post } = page;
    page.post = (message, transfer) => {
      const sent = parseToHost(message);
      if (sent?.kind === "request") worker.asked.push(sent.method);
      post(message, transfer);
    };
    const crash = () => handle.onCrash?.();
    const onStep = (vae: ResolvedVae) => {
      clock.time += msPerStep;
      // What was told before is heard before.
      if (isDeadly(vae)) setTimeout(crash);
    };
    createHost({
      port: host,
      clock,
      fetch: withManifest(server),
      caches: undefined,
      own: createOwnStore(createMemoryDatabase()),
      crash,
      openRoom: ({ backend }) => {
        const report = {
          ...testReport,
          backend: backend === "auto" ? testReport.backend : backend,
        };
        const build: BuildEngine = (vae, state, _written, choice) =>
          plainEngine(vae, state, {
            choice,
            onStep() {
              onStep(vae);
            },
          });
        const room = testRoom(build, report);
        return Promise.resolve(room);
      },
    });
    return handle;
  }
  return { spawn, dataUrl: server.baseUrl, workers };
}
