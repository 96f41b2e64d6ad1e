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

export function createHost(deps: HostDeps): void {
  const { port, clock, fetch, caches, own, crash } = deps;
  /** By the number that requests name. */
  const served = new Map<LaneId, Handlers>();
  /** Also those that are ending. */
  const lanes = new Set<Lane>();
  let turn: Promise<unknown> = Promise.resolve();

  const rooms = new Rooms(
    deps.openRoom,
    {
      left() {
        for (const lane of lanes) lane.leftRoom();
      },
      // One after the other: what each engine takes is counted.
      async entered(room, fault) {
        for (const lane of [...lanes]) await lane.enteredRoom(room, fault);
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
    if (rooms.isOpen) for (const lane of [...lanes]) await lane.vacate();
    return rooms.open(request);
  }

  function serveLane(id: LaneId): Handlers {
    /** The host keeps the arrays of a checkpoint, to go back to; all others move. */
    const emit = (event: EngineEvent) => {
      sendEvent(port, id, event, event.type === "checkpoint" ? "copy" : "move");
    };
    const lane = new Lane(id, premises, emit);
    lanes.add(lane);
    const owner = {
      initialise: (params: Params<"initialise">) => premises.inTurn(() => initialise(params)),
      end() {
        // Already now: whatever is asked for after it is asked of another lane, which begins in turn.
        served.delete(id);
        return premises.inTurn(() => lane.end().finally(() => lanes.delete(lane)));
      },
    };
    return laneHandlers(lane, owner, premises);
  }

  serve(port, (id) => {
    const handlers = served.get(id) ?? serveLane(id);
    served.set(id, handlers);
    return handlers;
  });
}
