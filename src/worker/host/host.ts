/**
 * The worker's end of the protocol: one backend, one line of jobs, the data sets, and as many lanes as
 * are spoken to. Hands each request to its lane; owns nothing of numbers, data or time itself.
 */
import type { BackendReport } from "#/core/backend/report.ts";
import type { OwnStore } from "#/data/own/ownStore.ts";
import type { Clock } from "#/worker/host/clock.ts";
import { Datasets } from "#/worker/host/datasets.ts";
import { Lane } from "#/worker/host/lane.ts";
import { laneHandlers } from "#/worker/host/laneHandlers.ts";
import { LockStep } from "#/worker/host/lockStep.ts";
import type { Premises } from "#/worker/host/premises.ts";
import { Rooms, type OpenRoom } from "#/worker/host/rooms.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";
import type { EngineEvent, Params } from "#/worker/protocol/messages.ts";
import { sendEvent, serve, tellWork, type Handlers } from "#/worker/protocol/rpc.ts";
import type { WirePort } from "#/worker/protocol/wire.ts";

export interface HostDeps {
  readonly port: WirePort;
  readonly clock: Clock;
  readonly openRoom: OpenRoom;
  readonly fetch: typeof fetch;
  readonly caches: CacheStorage | undefined;
  /** Imported sets. */
  readonly own: OwnStore;
  /** Breaks the worker, as a bug outside any request would. */
  readonly crash: () => void;
}

interface Served {
  readonly lane: Lane;
  readonly handlers: Handlers;
}

export function createHost(deps: HostDeps): void {
  const { port, clock, fetch, caches, own, crash } = deps;
  const served = new Map<LaneId, Served>();
  let turn: Promise<unknown> = Promise.resolve();

  const rooms = new Rooms(
    deps.openRoom,
    {
      left() {
        for (const { lane } of served.values()) lane.leftRoom();
      },
      // One after the other: what each engine takes is counted.
      async entered(room) {
        for (const { lane } of [...served.values()]) await lane.enteredRoom(room);
      },
    },
    clock,
  );
  const premises: Premises = {
    ...{ clock, rooms, crash },
    working: tellWork(port),
    datasets: new Datasets({ clock, fetch, caches, own }),
    lockStep: new LockStep(),
    inTurn(work) {
      const mine = turn.then(work);
      turn = mine.catch(() => undefined);
      return mine;
    },
  };

  /** In turn. The runs of another backend end with it. */
  async function initialise({
    dataUrl,
    wasmUrl,
    backend,
  }: Params<"initialise">): Promise<BackendReport> {
    premises.datasets.useBase(dataUrl);
    const request = { wasmUrl, backend };
    if (await rooms.isOpenFor(request)) return rooms.current.report;
    if (rooms.isOpen) for (const { lane } of [...served.values()]) await lane.end();
    return rooms.open(request);
  }

  function serveLane(id: LaneId): Served {
    /** The host keeps the arrays of a checkpoint, to go back to; all others move. */
    const emit = (event: EngineEvent) => {
      sendEvent(port, id, event, event.type === "checkpoint" ? "copy" : "move");
    };
    const lane = new Lane(id, premises, emit);
    const owner = {
      initialise: (params: Params<"initialise">) => premises.inTurn(() => initialise(params)),
      end: () =>
        premises.inTurn(async () => {
          if (served.get(id)?.lane === lane) served.delete(id);
          await lane.end();
        }),
    };
    return { lane, handlers: laneHandlers(lane, owner, premises) };
  }

  serve(port, (id) => {
    const known = served.get(id) ?? serveLane(id);
    served.set(id, known);
    return known.handlers;
  });
}
