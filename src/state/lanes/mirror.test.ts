import { describe, expect, it } from "vitest";
import type { Alignment } from "#/core/latent/alignment.ts";
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import { createLaneCursor } from "#/state/lanes/laneCursor.ts";
import type { LaneGroup } from "#/state/lanes/types.ts";
import { openTestApp, settle } from "#/state/testing/testApp.ts";

async function lanes(...patches: ExperimentPatch[]) {
  const test = await openTestApp();
  const group = await test.app.comparison();
  for (const patch of patches) await group.add({ from: 0, patch });
  return { ...test, group, at: (index: number) => laneAt(group, index) };
}

function laneAt({ store }: LaneGroup, index: number) {
  const app = store.getState().lanes[index]?.app;
  if (app === undefined) throw new Error(`no lane ${String(index)}`);
  return { app, state: () => app.store.getState() };
}

describe("what lanes have in common", () => {
  it("passes from any lane to all others, once", async () => {
    const { group, at } = await lanes({}, {});
    const seen = [0, 0, 0];
    group.store.getState().lanes.forEach(({ app }, i) => {
      app.store.subscribe((state, before) => {
        if (state.gridSize !== before.gridSize) seen[i] = (seen[i] ?? 0) + 1;
      });
    });
    at(1).state().setGridSize(9);
    expect([0, 1, 2].map((i) => at(i).state().gridSize)).toEqual([9, 9, 9]);
    expect(seen).toEqual([1, 1, 1]);
    at(2).state().setLayer("prior", false);
    expect(at(0).state().layers.prior).toBe(false);
    at(0).state().pinPoint(12);
    expect(at(2).state().pinned).toBe(12);
  });

  it("reaches a lane that comes later, and no lane that went", async () => {
    const { group, at, app } = await lanes({});
    at(0).state().setPointStyle("numerals");
    at(0).state().setZ([0.5, -1], "hand");
    const gone = at(1).state;
    await group.remove(1);
    await group.add({ from: 0 });
    expect(at(1).state()).toMatchObject({ pointStyle: "numerals", z: [0.5, -1], touched: true });
    app.store.getState().setPointStyle("dots");
    expect(gone().pointStyle).toBe("numerals");
  });

  it("shares preferences and data sets with the page, whose lane A it need not be", async () => {
    const { app } = await openTestApp();
    const group = await app.openGroup([{ preset: "mnist-dense-2" }, { preset: "mnist-dense-2" }]);
    app.store.getState().setTheme("dark");
    laneAt(group, 1).state().setLanguage("zh-CN");
    expect(laneAt(group, 0).state()).toMatchObject({ theme: "dark", language: "zh-CN" });
    expect(app.store.getState().language).toBe("zh-CN");
    laneAt(group, 0).state().setGridSize(5);
    expect(app.store.getState().gridSize).not.toBe(5);
    laneAt(group, 1).state().go({ mode: "benches" });
    expect(app.store.getState().route.mode).toBe("benches");
  });
});

describe("one hand", () => {
  it("moves every lane's point, as far as latent spaces of two sizes go", async () => {
    const { at } = await lanes({ model: { latent: 3 } }, { model: { latent: 3 } });
    at(1).state().setZ([0.1, 0.2, 0.3], "hand");
    expect(at(0).state().z).toEqual([0.1, 0.2]);
    // Two lanes of one size share all they have.
    expect(at(2).state().z).toEqual([0.1, 0.2, 0.3]);
    at(0).state().setZ([-1, 1], "hand");
    expect(at(2).state().z).toEqual([-1, 1, 0.3]);
  });

  it("brings a lane that begins anew to where the others stand", async () => {
    const { at } = await lanes({});
    at(0).state().setZ([0.7, 0.8], "hand");
    await at(1).app.session.configure({ model: { latent: 4 } });
    expect(at(1).state().z).toEqual([0.7, 0.8, 0, 0]);
    expect(at(0).state().z).toEqual([0.7, 0.8]);
  });

  it("goes through the alignment, there and back", async () => {
    const apps = [await openTestApp(), await openTestApp(), await openTestApp()].map(
      ({ app }) => app,
    );
    // B's first axis is A's second, turned round; C is on its own axes.
    const turned: Alignment = {
      kind: "permutation",
      latentA: 2,
      latentB: 2,
      matrix: Float64Array.of(0, -1, 1, 0),
      explained: 1,
    };
    let alignment: Alignment | null = turned;
    const cursor = createLaneCursor(
      () => apps,
      (index) => (index === 1 ? alignment : null),
    );
    for (const app of apps) cursor.join(app);
    const hand = (index: number, z: number[]) => {
      apps[index]?.store.getState().setZ(z, "hand");
      return apps.map(({ store }) => store.getState().z);
    };
    const [, b, c] = hand(0, [0.25, 0.5]);
    expect([b, c]).toEqual([
      [-0.5, 0.25],
      [0.25, 0.5],
    ]);
    const [a, , same] = hand(1, [1, 2]);
    expect([a, same]).toEqual([
      [2, -1],
      [2, -1],
    ]);
    alignment = null;
    cursor.realign();
    expect(apps[1]?.store.getState().z).toEqual([2, -1]);
  });

  it("looks at the axes that a person chose, wherever, and at lane A's own otherwise", async () => {
    const { at } = await lanes({ model: { latent: 5 } });
    at(1)
      .state()
      .setAxes({ kind: "dimensions", dims: [0, 4] });
    expect(at(0).state().axes).toEqual({ kind: "dimensions", dims: [0, 1] });
    at(1)
      .state()
      .setAxes({ kind: "dimensions", dims: [1, 0] });
    expect(at(0).state().axes).toEqual({ kind: "dimensions", dims: [1, 0] });
    at(0).state().setAxes({ kind: "pca" });
    expect(at(1).state().axes).toEqual({ kind: "pca" });
  });

  it("points at the same image, and looks back to the nearest moment", async () => {
    const { at, pool } = await lanes({});
    for (const { app } of [at(0), at(1)]) void app.session.train({ steps: 100 });
    await settle();
    pool.lane(0).advance(10);
    pool.lane(0).sendPreview();
    pool.lane(1).advance(12);
    pool.lane(1).sendPreview();
    pool.lane(0).advance(90);
    pool.lane(1).advance(88);
    await settle();
    at(0).state().scrubToStep(10);
    expect(at(1).app.frames.shown()?.step).toBe(12);
    at(1).state().scrubTo(null);
    expect(at(0).state().scrubbed).toBeNull();
    at(0).state().hoverPoint(3);
    const image = at(0).app.frames.shown()?.points.indices[3];
    const hovered = at(1).state().hoveredPoint;
    expect(at(1).app.frames.shown()?.points.indices[hovered ?? -1]).toBe(image);
    at(1).state().hoverPoint(null);
    expect(at(0).state().hoveredPoint).toBeNull();
  });
});
