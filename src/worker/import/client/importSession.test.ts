/** Both ends of the wire in one process, over a store in memory and a decoder that only reads. */
import { expect, it } from "vitest";
import type { OwnOptions } from "#/core/data/ownImages.ts";
import { idxFile } from "#/data/own/testing/files.ts";
import { createImportSession } from "#/worker/import/client/importSession.ts";
import { createOwnImages } from "#/worker/import/client/ownImages.ts";
import { importRoom } from "#/worker/import/host/testing/importRoom.ts";

const options: OwnOptions = { size: 28, crop: "centre", colour: "grey", background: "black" };
const signal = () => new AbortController().signal;
const ignore = () => undefined;

function room(onDecode?: () => void) {
  const { store, worker } = importRoom(onDecode);
  return { store, worker, session: createImportSession(worker) };
}

function digits(count: number) {
  const file = new File([idxFile([count, 1, 1], new Uint8Array(count))], "digits-idx3-ubyte");
  return [{ path: file.name, file }];
}

it("lists, previews and imports what was listed", async () => {
  const { store, session } = room();
  const listed = await session.list(digits(300), signal());
  expect(listed).toMatchObject({
    ok: true,
    value: { images: 300, suggested: { size: 28, colour: "grey", name: "digits-idx3-ubyte" } },
  });
  const preview = await session.preview(options, signal());
  expect(preview.ok && preview.value.classes).toHaveLength(10);
  const seen: number[] = [];
  const imported = await session.import(
    { options, name: "Digits" },
    ({ done }) => seen.push(done),
    signal(),
  );
  expect(imported).toMatchObject({ ok: true, value: { entry: { name: "Digits" } } });
  expect(seen.at(-1)).toBe(300);
  expect(await store.list()).toHaveLength(1);
});

it("tells why nothing can be imported", async () => {
  const { session } = room();
  const file = new File(["hello"], "a.txt");
  expect(await session.list([{ path: "a.txt", file }], signal())).toEqual({
    ok: false,
    error: { code: "nothing-found", values: {} },
  });
});

it("ends an import that is stopped, and keeps nothing", async () => {
  const controller = new AbortController();
  let groups = 0;
  const { store, session } = room(() => {
    if (++groups === 4) controller.abort();
  });
  await session.list(digits(1000), signal());
  const imported = await session.import({ options, name: "a" }, ignore, controller.signal);
  expect(imported).toMatchObject({ ok: false, error: { code: "cancelled" } });
  expect(await store.list()).toEqual([]);
});

it("tells a crash to whoever waits, and to whoever asks after", async () => {
  const { session, worker } = room();
  const crashed = { ok: false, error: { code: "worker-crashed", values: {} } };
  const waiting = session.list(digits(10), signal());
  worker.onCrash?.();
  expect(await waiting).toEqual(crashed);
  expect(await session.preview(options, signal())).toEqual(crashed);
});

it("keeps the chunks of sets in use, and clears them away at the next visit", async () => {
  const { store, session, worker } = room();
  await session.list(digits(40), signal());
  const imported = await session.import({ options, name: "a" }, ignore, signal());
  if (!imported.ok) throw new Error("not imported");
  const { entry } = imported.value;
  const file = entry.chunks[0]?.file ?? "";
  const images = createOwnImages(
    store,
    () => worker,
    (task) => task(),
  );
  await images.remove(entry.id, [entry]);
  expect(await images.list()).toEqual([]);
  expect(await store.chunk(file)).not.toBeNull();
  await images.open();
  await expect.poll(() => store.chunk(file)).toBeNull();
});
