import { describe, expect, it } from "vitest";
import { createMemoryStore } from "#/state/testing/memoryStore.ts";
import { openTestApp, settle } from "#/state/testing/testApp.ts";

const stateOf = async (test: Awaited<ReturnType<typeof openTestApp>>, index: number) => {
  const group = await test.app.comparison();
  const lane = group.store.getState().lanes[index];
  if (lane === undefined) throw new Error(`no lane ${String(index)}`);
  return lane.app.store.getState();
};

describe("a comparison in the link", () => {
  it("opens the lanes of the link when it is asked for", async () => {
    const search =
      "?mode=compare&preset=mnist-dense-2&seed=4&b.objective.beta=4&c.preset=mnist-sigmoid-b";
    const test = await openTestApp({ search });
    expect(test.app.store.getState()).toMatchObject({ route: { mode: "compare" }, phase: "ready" });
    expect(test.pool.open).toEqual([0]);
    expect(await stateOf(test, 1)).toMatchObject({
      built: { objective: { beta: 4 }, training: { seed: 4 } },
    });
    expect(await stateOf(test, 2)).toMatchObject({
      preset: "mnist-sigmoid-b",
      built: { training: { seed: 4 } },
    });
  });

  it("writes every lane into the address, as it comes, changes and goes", async () => {
    const { app, searches } = await openTestApp();
    const group = await app.comparison();
    app.store.getState().go({ mode: "compare" });
    const lane = await group.add({ from: 0 });
    expect(searches.at(-1)).toBe("?mode=compare&preset=mnist-dense-2&b=same&autostart=0");
    await lane.app.session.configure({ model: { latent: 8 } });
    expect(searches.at(-1)).toContain("&b.model.latent=8&");
    lane.app.store.getState().edit({ objective: { beta: 4 } });
    await settle();
    expect(searches.at(-1)).toContain("&b.live=0:objective.beta:4&");
    await group.remove(1);
    expect(searches.at(-1)).toBe("?mode=compare&preset=mnist-dense-2&autostart=0");
  });

  it("keeps lanes nobody has opened yet in the address", async () => {
    const { app, searches } = await openTestApp({ search: "?b.objective.beta=4&autostart=0" });
    await app.session.configure({ model: { latent: 3 } });
    expect(searches.at(-1)).toBe(
      "?preset=mnist-dense-2&model.latent=3&b.objective.beta=4&autostart=0",
    );
  });

  it("opens four lanes of five and leaves out one with other images, and says so", async () => {
    const five = await openTestApp({ search: "?b=same&c=same&d=same&e=same&autostart=0" });
    const group = await five.app.comparison();
    expect(group.store.getState().lanes).toHaveLength(4);
    expect(group.store.getState().problem).toMatchObject({
      code: "lanes-beyond",
      values: { count: 5, letters: "E" },
    });
    const other = await openTestApp({ search: "?b.data.set=fashion&c=same&autostart=0" });
    const rest = await other.app.comparison();
    expect(rest.store.getState().lanes).toHaveLength(2);
    expect(rest.store.getState().problem).toMatchObject({
      code: "lane-refused",
      values: { letter: "B", reason: "fashion ≠ mnist" },
    });
    expect(other.app.store.getState().laneLinks).toEqual([["b", "same"]]);
  });

  it("says of a lane with other images and of a fifth in a sentence each", async () => {
    const lanes = "b.data.set=fashion&c.colour=red&c=same&d=same&e=same&c.shade=1";
    const { app } = await openTestApp({ search: `?${lanes}&autostart=0` });
    const { problem } = (await app.comparison()).store.getState();
    expect(problem?.code).toBe("url-invalid");
    expect(problem?.more?.map(({ code }) => code)).toEqual(["lanes-beyond", "lane-refused"]);
    expect(problem?.message).toBe(
      "Part of this link could not be read: c.colour, c.shade. " +
        "This link has 5 lanes; only A to D can be open, so the others were left out (E). " +
        "Lane B of this link was left out: it cannot share lane A's images (fashion ≠ mnist).",
    );
  });

  it("trains by itself only where the link asks for it", async () => {
    const test = await openTestApp({ search: "?mode=compare&b=same&autostart=1" });
    expect(test.app.store.getState().phase).toBe("ready");
    await test.app.comparison();
    await settle();
    expect(test.app.store.getState().phase).toBe("training");
    expect((await stateOf(test, 1)).phase).toBe("training");
  });

  it("trains nothing by itself where one has gone elsewhere meanwhile", async () => {
    const { app } = await openTestApp({ search: "?mode=compare&b=same&autostart=1" });
    const opened = app.comparison();
    app.store.getState().go({ mode: "lessons" });
    const group = await opened;
    await settle();
    const phases = group.store.getState().lanes.map((lane) => lane.app.store.getState().phase);
    expect(phases).toEqual(["ready", "ready"]);
  });

  it("pauses and keeps its lanes when one goes elsewhere", async () => {
    const { app } = await openTestApp({ search: "?mode=compare&b=same&autostart=0" });
    const group = await app.comparison();
    const trained = group.train();
    await settle();
    app.store.getState().go({ mode: "lessons" });
    await trained;
    const phases = group.store.getState().lanes.map((lane) => lane.app.store.getState().phase);
    expect(phases).toEqual(["paused", "paused"]);
  });

  it("refuses while the page has no run, and can be asked again", async () => {
    const test = await openTestApp({
      deps: {
        loadManifest: () =>
          Promise.resolve({
            ok: false,
            error: { code: "manifest-missing", message: "No manifest.", hint: "" },
          }),
      },
    });
    await expect(test.app.comparison()).rejects.toMatchObject({ code: "manifest-missing" });
    await expect(test.app.comparison()).rejects.toMatchObject({ code: "manifest-missing" });
  });
});

describe("a comparison across visits", () => {
  async function firstVisit() {
    const storage = createMemoryStore();
    const test = await openTestApp({ storage });
    const group = await test.app.comparison();
    await group.add({ from: 0, patch: { objective: { beta: 4 } } });
    await group.add({ from: 0, patch: { objective: { beta: 8 } } });
    const trained = group.train({ steps: 20 });
    await settle();
    for (const id of test.pool.open) test.pool.lane(id).advance(20);
    await trained;
    await settle();
    return { storage, group, search: test.searches.at(-1) ?? "" };
  }

  it("takes up what its lanes have learnt", async () => {
    const { storage, search } = await firstVisit();
    const test = await openTestApp({ storage, search });
    expect(await stateOf(test, 1)).toMatchObject({
      built: { objective: { beta: 4 } },
      progress: { step: 20 },
      phase: "paused",
    });
    expect((await stateOf(test, 2)).progress?.step).toBe(20);
    const group = await test.app.comparison();
    expect(group.store.getState().lanes[2]?.app.metrics.current.length).toBe(20);
  });

  it("begins anew a lane that the link tells otherwise, and forgets one that was removed", async () => {
    const { storage, group, search } = await firstVisit();
    await group.remove(2);
    await settle();
    expect([...storage.entries.keys()].sort()).toEqual([
      "experiment",
      "lane-1/experiment",
      "lane-1/run",
      "run",
    ]);
    const test = await openTestApp({ storage, search: search.replace("beta=4", "beta=5") });
    expect((await stateOf(test, 1)).progress?.step).toBe(0);
  });

  it("does without storage", async () => {
    const { storage, search } = await firstVisit();
    storage.denied = true;
    const test = await openTestApp({ storage, search });
    expect((await stateOf(test, 2)).progress?.step).toBe(0);
  });
});
