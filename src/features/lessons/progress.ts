/**
 * How far a reader has come in a chapter: watches the lanes, gathers what the hand did since the step
 * was opened, and tells which goals are met. A goal once met stays met; those of earlier visits are too.
 * Outside React: components subscribe to what they show. Ends with the lanes, which are the chapter's.
 */
import { noDeeds, type Deeds, type LaneFacts, type LessonFacts } from "#/core/lesson.ts";
import type { LessonStep, StepId } from "#/core/lessons/chapters.ts";
import type { Lane } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import type { FrameStore } from "#/state/partTypes.ts";

export interface LessonProgress {
  /** Another step: what was done for the last one no longer counts. */
  open(step: LessonStep): void;
  /** For drawings and views that the lanes know nothing of. */
  record(change: (deeds: Deeds) => Deeds): void;
  facts(): LessonFacts;
  /** Steps whose goal was met, by these lanes or before; the same map until a goal is met. */
  reached(): ReadonlyMap<StepId, "now" | "before">;
  subscribe(listener: () => void): () => void;
}

/** Variance of μ above which a dimension tells images apart (Burda et al., 2016, section 5.2). */
const active = 0.01;

function laneFacts(state: AppState, frames: FrameStore): LaneFacts {
  const frame = frames.list().at(-1)?.frame ?? null;
  return {
    running: state.phase === "training" || state.phase === "waiting",
    step: state.progress?.step ?? 0,
    epoch: state.progress?.epoch ?? 0,
    latent: state.built.model.latent,
    beta: state.config.objective.beta,
    reconstruction: frame?.test.reconstruction ?? null,
    kl: frame?.test.kl ?? null,
    activeUnits: frame?.meanVariance.filter((variance) => variance > active).length ?? null,
  };
}

/** The box around everywhere z has been. */
function visit(visited: Deeds["visited"], z: readonly number[]): Deeds["visited"] {
  if (visited === null) return { least: z, most: z };
  const least = z.map((value, j) => Math.min(value, visited.least[j] ?? value));
  const most = z.map((value, j) => Math.max(value, visited.most[j] ?? value));
  const same = z.every((_, j) => least[j] === visited.least[j] && most[j] === visited.most[j]);
  return same ? visited : { least, most };
}

/** What a change of a lane's state says of the hand that made it. */
function deedsAfter(deeds: Deeds, state: AppState, before: AppState): Deeds {
  let next = deeds;
  if (state.z !== before.z && state.touched) {
    const visited = visit(next.visited, state.z);
    if (visited !== next.visited) next = { ...next, visited };
  }
  if (state.pinned !== before.pinned && state.pinned !== null) {
    next = { ...next, pinned: next.pinned + 1 };
  }
  if (state.pins.length > next.pins) next = { ...next, pins: state.pins.length };
  if (state.window.coordinates === "phi" && !next.warped) next = { ...next, warped: true };
  return next;
}

/** @param before steps whose goal was met earlier. @param met told of each that is met now. */
export function createLessonProgress(
  lanes: readonly Lane[],
  before: readonly StepId[],
  met: (step: StepId) => void,
): LessonProgress {
  const listeners = new Set<() => void>();
  let step: LessonStep | null = null;
  let deeds = noDeeds;
  let reached: ReturnType<LessonProgress["reached"]> = new Map(before.map((id) => [id, "before"]));
  /** Lanes share their samples' seed: one press is one draw, however many lanes it reaches. */
  let seeds = new Set<number>();

  function facts(): LessonFacts {
    return {
      lanes: lanes.map(({ app }) => laneFacts(app.store.getState(), app.frames)),
      z: lanes[0]?.app.store.getState().z ?? [],
      deeds,
    };
  }

  function look(): void {
    if (step?.goal?.met(facts()) === true && reached.get(step.id) !== "now") {
      reached = new Map([...reached, [step.id, "now"]]);
      met(step.id);
    }
    for (const listener of [...listeners]) listener();
  }

  for (const { app } of lanes) {
    app.store.subscribe((state, before) => {
      deeds = deedsAfter(deeds, state, before);
      if (state.samplesSeed !== before.samplesSeed) {
        seeds.add(state.samplesSeed);
        deeds = { ...deeds, samples: seeds.size };
      }
      look();
    });
    app.frames.subscribe(look);
  }

  return {
    open(next) {
      if (step === next) return;
      step = next;
      seeds = new Set();
      deeds = noDeeds;
      look();
    },
    record(change) {
      deeds = change(deeds);
      look();
    },
    facts,
    reached: () => reached,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
