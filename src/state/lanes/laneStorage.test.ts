import { describe, expect, it } from "vitest";
import { presetConfig } from "#/core/experiment/presets.ts";
import { slotStorage } from "#/state/lanes/laneStorage.ts";
import type { StoredExperiment } from "#/state/stored.ts";
import { createMemoryStore } from "#/state/testing/memoryStore.ts";
import { settle } from "#/state/testing/testApp.ts";

const preset = "mnist-dense-2";
const lane = { preset, config: presetConfig(preset), live: [] } as const;
const stored: StoredExperiment = {
  ...{ version: 2, run: 1, preset, live: [] },
  ...{ built: lane.config, draft: lane.config },
};

describe("a place of a lane", () => {
  it("is its own until it is let go, and no longer", async () => {
    const { entries, ...store } = createMemoryStore();
    const places = slotStorage(store);
    const first = await places.claim();
    const second = await places.claim();
    await first.storage.set("experiment", "first");
    await second.storage.set("experiment", "second");
    expect([...entries]).toEqual([
      ["lane-1/experiment", "first"],
      ["lane-2/experiment", "second"],
    ]);
    await first.release();
    const third = await places.claim();
    await third.storage.set("experiment", "third");
    await first.storage.set("experiment", "too late");
    await first.storage.delete("experiment");
    expect(entries.get("lane-1/experiment")).toBe("third");
  });

  it("is let go once, however often that is asked", async () => {
    const { entries, ...store } = createMemoryStore();
    const places = slotStorage(store);
    const first = await places.claim();
    await first.release();
    const second = await places.claim();
    await second.storage.set("run", "kept");
    await first.release();
    expect(entries.get("lane-1/run")).toBe("kept");
    const third = await places.claim();
    await third.storage.set("run", "beside it");
    expect(entries.get("lane-2/run")).toBe("beside it");
  });

  it("is not taken by another before it is empty", async () => {
    const store = createMemoryStore();
    const slow = (key: string) => settle().then(() => store.delete(key));
    const places = slotStorage({ ...store, delete: slow });
    const first = await places.claim();
    await first.storage.set("run", "old");
    const left = first.release();
    const second = await places.claim();
    await second.storage.set("run", "new");
    await left;
    await settle();
    expect([...store.entries]).toEqual([["lane-1/run", "new"]]);
  });

  it("is found by one of two that look for the same experiment, each its own", async () => {
    const store = createMemoryStore();
    store.entries.set("lane-1/experiment", stored);
    store.entries.set("lane-3/experiment", stored);
    const places = slotStorage(store);
    const found = await Promise.all([places.find(lane), places.find(lane), places.find(lane)]);
    expect(found.map((slot) => slot !== null).sort()).toEqual([false, true, true]);
    const free = await places.claim();
    await free.storage.set("run", "free");
    expect(store.entries.get("lane-2/run")).toBe("free");
  });

  it("is left as it is where another experiment is kept in it", async () => {
    const store = createMemoryStore();
    store.entries.set("lane-1/experiment", { ...stored, preset: "mnist-sigmoid-a" });
    const places = slotStorage(store);
    expect(await places.find(lane)).toBeNull();
    expect(store.entries.size).toBe(1);
  });
});
