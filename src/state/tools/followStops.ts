/**
 * Keeps the stops of a path that stand for images where the encoder puts them: test images from the
 * points of the frame on screen, others by asking the model as it is now. One follower an
 * application, however many parts of the page want it.
 */
import { useEffect } from "react";
import { useAppParts, type AppHandle } from "#/state/context.tsx";
import { placeStops } from "#/state/tools/path.ts";
import { toolsOf } from "#/state/tools/tools.ts";
import type { StopOf } from "#/state/tools/types.ts";
import type { PreviewFrame } from "#/worker/protocol/preview.ts";

interface Follower {
  readonly stop: () => void;
  users: number;
}

const followers = new WeakMap<AppHandle["store"], Follower>();

export function useFollowedStops(): void {
  const app = useAppParts();
  useEffect(() => {
    const follower = followers.get(app.store) ?? { stop: follow(app), users: 0 };
    followers.set(app.store, follower);
    follower.users++;
    return () => {
      if (--follower.users > 0) return;
      follower.stop();
      followers.delete(app.store);
    };
  }, [app]);
}

interface Place {
  readonly of: StopOf;
  readonly z: readonly number[];
}

/** μ of a test image in a frame's points; null where it is not among them. */
export function codeIn(frame: PreviewFrame | null, testIndex: number): number[] | null {
  if (frame === null) return null;
  const { indices, mean } = frame.points;
  const row = indices.indexOf(testIndex);
  const latent = mean.length / Math.max(indices.length, 1);
  return row < 0 ? null : [...mean.subarray(row * latent, (row + 1) * latent)];
}

function follow(app: AppHandle): () => void {
  const { store, frames, inspector } = app;
  const controller = new AbortController();
  const current = (): boolean => !controller.signal.aborted;
  let busy = false;
  let again = false;

  function wanted(): { readonly placed: readonly Place[]; readonly asked: readonly StopOf[] } {
    const placed: Place[] = [];
    const asked: StopOf[] = [];
    const frame = frames.shown();
    for (const { of } of toolsOf(store.getState()).path.stops) {
      if (of.kind === "place") continue;
      const z = of.kind === "test" ? codeIn(frame, of.index) : null;
      if (z !== null) placed.push({ of, z });
      else asked.push(of);
    }
    return { placed, asked };
  }

  async function encoded(of: StopOf): Promise<Place[]> {
    if (of.kind === "place") return [];
    const { mean } =
      of.kind === "test"
        ? await inspector.point(of.index, controller.signal)
        : await inspector.image(of.pixels, of.label, controller.signal);
    return [{ of, z: [...mean] }];
  }

  async function run(): Promise<void> {
    again = true;
    if (busy) return;
    busy = true;
    while (again && current()) {
      again = false;
      const { placed, asked } = wanted();
      placeStops(app, placed);
      for (const of of asked) {
        // Cancelled, or no model yet: the next frame asks again.
        const found = await encoded(of).catch(() => []);
        if (current()) placeStops(app, found);
      }
    }
    busy = false;
  }

  void run();
  const leaves = [
    frames.subscribe(() => void run()),
    store.subscribe((state, before) => {
      const changed = toolsOf(state).path.stops.some(
        ({ of }, i) => of !== toolsOf(before).path.stops[i]?.of,
      );
      if (changed || state.scrubbed !== before.scrubbed) void run();
    }),
  ];
  return () => {
    controller.abort();
    for (const leave of leaves) leave();
  };
}
