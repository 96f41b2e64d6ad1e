import { describe, expect, it } from "vitest";
import { listOwnSet, ownSetsOf, removeOwnSet, renameOwnSet } from "#/state/ownSets.ts";
import { openTestApp, settle, testEntry } from "#/state/testing/testApp.ts";
import { createFakeOwnImages } from "#/worker/testing/fakeOwnImages.ts";

const own = { ...testEntry("own-0badcafe"), name: "Mine" };

async function openWithOwn() {
  const images = createFakeOwnImages([own]);
  const { app, storage } = await openTestApp({
    deps: { ownImages: () => Promise.resolve(images) },
  });
  const sets = () => app.store.getState().dataSets.map(({ name, id }) => `${id} ${name}`);
  return { app, storage, images, sets };
}

describe("one's own sets", () => {
  it("stand beside the packaged ones when the page has opened", async () => {
    const { app } = await openWithOwn();
    expect(ownSetsOf(app.store.getState().dataSets)).toEqual([own]);
  });

  it("leave the page as it is where storage is denied", async () => {
    const images = createFakeOwnImages([own]);
    images.denied = true;
    const { app } = await openTestApp({ deps: { ownImages: () => Promise.resolve(images) } });
    expect(app.store.getState().phase).toBe("ready");
    expect(ownSetsOf(app.store.getState().dataSets)).toEqual([]);
  });

  it("are listed once, under their last name", async () => {
    const { app, sets } = await openWithOwn();
    listOwnSet(app, { ...own, name: "Again" });
    await renameOwnSet(app, own.id, "At last");
    listOwnSet(app, { ...own, id: "own-00000001", name: "Other" });
    expect(sets().slice(3)).toEqual(["own-0badcafe At last", "own-00000001 Other"]);
  });

  it("go when they are removed", async () => {
    const { app, images } = await openWithOwn();
    await removeOwnSet(app, own.id);
    expect(ownSetsOf(app.store.getState().dataSets)).toEqual([]);
    expect(images.sets.size).toBe(0);
  });

  it("stay while they are in use, so that the run can still be edited", async () => {
    const { app } = await openWithOwn();
    const state = () => app.store.getState();
    expect(state().edit({ data: { set: own.id } })).toBeNull();
    await state().restart();
    await removeOwnSet(app, own.id);
    expect(ownSetsOf(state().dataSets)).toHaveLength(1);
    expect(state().edit({ objective: { beta: 2 } })).toBeNull();
    expect(state().edit({ data: { set: "mnist" } })).toBeNull();
    await state().restart();
    await settle();
    expect(ownSetsOf(state().dataSets)).toEqual([]);
  });

  it("leave a fault that names them where an experiment's set has gone", async () => {
    const { app, storage } = await openWithOwn();
    app.store.getState().edit({ data: { set: own.id } });
    await app.store.getState().restart();
    await settle();
    for (const search of ["?autostart=0", `?autostart=0&data.set=${own.id}`]) {
      const again = await openTestApp({ search, storage });
      const { fault, config, phase } = again.app.store.getState();
      expect(fault).toMatchObject({ code: "unknown-data-set", values: { set: own.id } });
      expect(config.data.set).toBe("mnist");
      expect(phase).toBe("ready");
    }
  });
});
