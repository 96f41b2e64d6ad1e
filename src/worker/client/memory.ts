/** What the client must remember of a lane to put it in a new worker where it was in the broken one. */
import type { EngineChoice } from "#/core/backend/engine.ts";
import type { LiveChange } from "#/core/experiment/config.ts";
import { recordLive } from "#/core/experiment/live.ts";
import type { Checkpoint, RunId, RunProgress } from "#/worker/protocol/run.ts";
import type { EngineEvent, Params, ResultOf } from "#/worker/protocol/messages.ts";
import type { PreviewRequest } from "#/worker/protocol/preview.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";
import type { Caller } from "#/worker/protocol/rpc.ts";

/** Times that the worker may break at a lane's work, with nothing learnt and saved between them. */
const mostCrashes = 3;

export class ClientMemory {
  initialise: Params<"initialise"> | null = null;
  #start: Params<"start"> | null = null;
  #next: Params<"start"> | null = null;
  /** The run before the newest, should that one fail after its first sign of life. */
  #before: Params<"start"> | null = null;
  #pace: Params<"setPace"> = { msBetweenSteps: 0 };
  /** Previews the page has asked for and not received. */
  #credit = 0;
  /** At this lane's work, since it last got further. */
  #crashes = 0;
  /** As last told. */
  progress: RunProgress | null = null;

  /** 0 before the first run. */
  get runId(): RunId {
    return this.#start?.runId ?? 0;
  }

  get checkpoint(): Checkpoint | null {
    return this.#start?.checkpoint ?? null;
  }

  /** True when it is not to be brought back by itself any more. */
  get stopped(): boolean {
    return this.#crashes > mostCrashes;
  }

  /** The worker broke at this lane's work. True where that was once too often; after it, no more. */
  crashed(): boolean {
    return this.#crashes++ === mostCrashes;
  }

  /** To be brought back once more. */
  pardon(): void {
    this.#crashes = 0;
  }

  /** Asked for; the run before goes on until the new one gives a sign of life. */
  starting(params: Params<"start">): void {
    this.#next = params;
  }

  /** The worker has it. */
  started(runId: RunId): void {
    if (this.#next?.runId !== runId) return;
    this.#before = this.#start;
    this.#start = this.#next;
    this.#next = null;
    this.#crashes = 0;
  }

  /** It failed, perhaps after events of its own: the run before is the one to come back to. */
  refused(runId: RunId): void {
    if (this.#next?.runId === runId) this.#next = null;
    else if (this.#start?.runId === runId && this.#before !== null) this.#start = this.#before;
  }

  /** True when an event of this run is to be heard: not one of a run that was replaced. */
  hears(runId: RunId): boolean {
    this.started(runId);
    return runId === this.runId;
  }

  paced(params: Params<"setPace">): void {
    this.#pace = params;
  }

  credited(): void {
    this.#credit++;
  }

  previewed(preview: PreviewRequest): void {
    this.#update({ preview });
  }

  /** The run goes on with such an engine, in another worker too. */
  switched(engine: EngineChoice): void {
    this.#update({ engine });
  }

  changed(change: LiveChange): void {
    if (this.#start !== null) this.#update({ live: recordLive(this.#start.live, change) });
  }

  event(event: EngineEvent): void {
    if (event.type === "checkpoint") this.#saved(event.checkpoint);
    else if (event.type === "progress") this.progress = event.progress;
    else if (event.type === "preview") this.#credit--;
  }

  /** Not any event is progress: a run that begins, says so and breaks would go on for ever. */
  #saved(checkpoint: Checkpoint): void {
    if (checkpoint.step > (this.checkpoint?.step ?? 0)) this.#crashes = 0;
    this.#update({ checkpoint });
  }

  #update(change: Partial<Params<"start">>): void {
    if (this.#start !== null) this.#start = { ...this.#start, ...change };
  }

  /** Brings the lane of a fresh worker to where it was last known to be. */
  async restore(caller: Caller, lane: LaneId): Promise<ResultOf<"initialise"> | null> {
    const { initialise } = this;
    const report =
      initialise === null ? null : await caller.request(lane, "initialise", initialise);
    if (this.#start === null) return report;
    await caller.request(lane, "start", this.#start);
    await caller.request(lane, "setPace", this.#pace);
    for (let i = this.#credit; i > 0; i--) await caller.request(lane, "creditPreview", null);
    return report;
  }
}
