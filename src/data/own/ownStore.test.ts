import { describe, expect, it } from "vitest";
import { tinyEntry } from "#/core/data/testing/tinySet.ts";
import { createOwnStore } from "#/data/own/ownStore.ts";
import { createMemoryDatabase } from "#/data/own/testing/memoryDatabase.ts";

const set = { ...tinyEntry, id: "own-00000001", credit: "", source: "" };
const files = set.chunks.map(({ file }) => file);

async function filled() {
  const database = createMemoryDatabase();
  const store = createOwnStore(database);
  for (const file of files) await store.putChunk(file, Uint8Array.of(1, 2));
  return { database, store };
}

describe("a set in storage", () => {
  it("is there once it is whole", async () => {
    const { store } = await filled();
    expect(await store.list()).toEqual([]);
    await store.commit(set);
    expect(await store.list()).toEqual([set]);
    expect(await store.entry(set.id)).toEqual(set);
    expect(await store.chunk(files[0] ?? "")).toEqual(Uint8Array.of(1, 2));
  });

  it("is not made whole where a chunk has gone", async () => {
    const { store } = await filled();
    await store.discard(files.slice(0, 1));
    await expect(store.commit(set)).rejects.toThrow("storage-denied");
    expect(await store.list()).toEqual([]);
  });

  it("takes another name, unless it has gone", async () => {
    const { store } = await filled();
    await store.commit(set);
    expect(await store.rename(set.id, "Faces")).toMatchObject({ name: "Faces" });
    expect(await store.list()).toMatchObject([{ name: "Faces" }]);
    expect(await store.rename("own-ffffffff", "Faces")).toBeNull();
  });

  it("keeps its chunks after its removal while they are in use", async () => {
    const { store, database } = await filled();
    await store.commit(set);
    await store.remove(set.id);
    expect(await store.list()).toEqual([]);
    await store.sweep(new Set(files));
    expect(database.entries.size).toBe(files.length);
    await store.sweep(new Set());
    expect(database.entries.size).toBe(0);
  });

  it("loses nothing that a set names when chunks without one are cleared away", async () => {
    const { store, database } = await filled();
    await store.commit(set);
    await store.putChunk("import-1/train-0.00000000.bin", Uint8Array.of(1));
    await store.sweep(new Set());
    expect(database.entries.size).toBe(files.length + 1);
  });

  it("is left out where it cannot be read", async () => {
    const { store, database } = await filled();
    await database.put("set/own-00000002", { id: "own-00000002" });
    await store.commit(set);
    expect(await store.list()).toEqual([set]);
  });

  it.each([
    ["storage-full", new DOMException("no room", "QuotaExceededError")],
    ["storage-denied", new DOMException("denied", "SecurityError")],
  ])("tells %s", async (code, refusal) => {
    const { store, database } = await filled();
    database.refusal = refusal;
    await expect(store.putChunk("a", Uint8Array.of(1))).rejects.toThrow(code);
  });
});
