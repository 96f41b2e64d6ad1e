import { describe, expect, it } from "vitest";
import { openTestApp, settle, type TestApp } from "#/state/testing/testApp.ts";
import type { TrainerApi } from "#/worker/protocol/messages.ts";
import { createFakeTrainer } from "#/worker/testing/fakeTrainer.ts";

/** A trainer on which a step takes so many milliseconds. */
function trainerAt(msPerStep: number) {
  const trainer = createFakeTrainer({ shape: [28, 28, 1], train: 60_000 });
  const timed: TrainerApi = {
    ...trainer,
    async request(method, params, options) {
      const result = await trainer.request(method, params, options);
      if (method === "estimate" && typeof result === "object" && result !== null) {
        Object.assign(result, { seconds: 0, msPerStep });
      }
      return result;
    },
  };
  return { trainer, timed };
}

async function open(preset: string, msPerStep: number, autostart = 0) {
  const { trainer, timed } = trainerAt(msPerStep);
  const test = await openTestApp({
    search: `?preset=${preset}&autostart=${String(autostart)}`,
    trainer: { shape: [28, 28, 1], train: 60_000 },
    deps: { trainer: timed },
  });
  await arrived(test);
  return { ...test, calls: () => trainer.calls.map(({ method }) => method) };
}

/** Lets the question come that is fetched when it is needed. */
async function arrived({ app }: TestApp): Promise<void> {
  await import("#/state/preflight.ts");
  for (let i = 0; i < 5; i++) await settle();
  expect(app.store.getState().costNotice?.phase).not.toBe("measuring");
}

function asked({ app }: TestApp) {
  const notice = app.store.getState().costNotice;
  if (notice?.phase !== "asking") throw new Error("nothing is asked");
  return notice;
}

describe("a long run", () => {
  it("is asked about when it would start by itself", async () => {
    const test = await open("mnist-conv-2d", 300, 1);
    // 3,750 steps an epoch, ten epochs.
    expect(asked(test)).toMatchObject({ steps: 37_500, seconds: 11_250, lanes: 1 });
    expect(asked(test).lighter.map(({ path }) => path)).toContain("data.trainLimit");
    expect(test.calls()).not.toContain("train");
  });

  it("starts when one trains anyway, and is asked about once", async () => {
    const test = await open("mnist-conv-2d", 300);
    const { train, pause } = test.app.store.getState();
    void train();
    await arrived(test);
    asked(test).answer("train");
    await settle();
    expect(test.app.store.getState().phase).toBe("training");
    await pause();
    void train();
    await arrived(test);
    expect(test.app.store.getState().phase).toBe("training");
    expect(test.calls().filter((method) => method === "estimate")).toHaveLength(1);
  });

  it("neither starts nor asks where one has gone elsewhere while it was timed", async () => {
    for (const msPerStep of [0.01, 300]) {
      const test = await open("mnist-conv-2d", msPerStep);
      const { store } = test.app;
      store.subscribe(({ costNotice, route, go }) => {
        if (costNotice?.phase === "measuring" && route.mode === "play") go({ mode: "benches" });
      });
      void store.getState().train();
      await arrived(test);
      expect(store.getState().route.mode).toBe("benches");
      expect(test.calls()).not.toContain("train");
      expect(store.getState()).toMatchObject({ costNotice: null, phase: "ready" });
    }
  });

  it("does not start when one would rather not, and is asked about again", async () => {
    const test = await open("mnist-conv-2d", 300, 1);
    asked(test).answer("cancel");
    await settle();
    expect(test.app.store.getState()).toMatchObject({ costNotice: null, phase: "ready" });
    void test.app.store.getState().train();
    await arrived(test);
    expect(asked(test).steps).toBe(37_500);
  });

  it("gives way to its lighter variant, which one undo takes back", async () => {
    const test = await open("mnist-conv-2d", 300, 1);
    asked(test).answer("lighter");
    await arrived(test);
    const { config, phase } = test.app.store.getState();
    expect(config.data.trainLimit).toBe(12_000);
    expect(phase).toBe("training");
    test.app.store.getState().undo();
    await arrived(test);
    expect(test.app.store.getState().draft.data.trainLimit).toBeNull();
  });

  it("is no longer asked about once another experiment stands there", async () => {
    const test = await open("mnist-conv-2d", 300, 1);
    await test.app.session.loadPreset("mnist-dense-2", { train: false });
    await settle();
    expect(test.app.store.getState().costNotice).toBeNull();
    expect(test.calls()).not.toContain("train");
  });

  it("is never asked about when a script trains", async () => {
    const test = await open("mnist-conv-2d", 300);
    void test.app.session.train();
    await arrived(test);
    expect(test.app.store.getState()).toMatchObject({ costNotice: null, phase: "training" });
    expect(test.calls()).not.toContain("estimate");
  });
});

describe("a short run", () => {
  it("starts at once, untimed, where it is short on paper", async () => {
    const test = await open("mnist-dense-2", 300, 1);
    expect(test.calls()).not.toContain("estimate");
    expect(test.app.store.getState().phase).toBe("training");
  });

  it("starts once it is timed as short", async () => {
    const test = await open("mnist-conv-2d", 3, 1);
    expect(test.calls()).toContain("estimate");
    expect(test.app.store.getState()).toMatchObject({ costNotice: null, phase: "training" });
  });

  it("is a single step of a long one", async () => {
    const test = await open("mnist-conv-2d", 300);
    void test.app.store.getState().train({ steps: 1 });
    await arrived(test);
    expect(test.app.store.getState().phase).toBe("training");
  });
});
