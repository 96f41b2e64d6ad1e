import { expect, it, vi } from "vitest";
import { openTestApp, settle, type TestApp } from "#/state/testing/testApp.ts";

const search = "?autostart=0&objective.sigmoid=twice";

async function trains({ trainer, clock }: TestApp, steps: number, ms: number): Promise<void> {
  clock.ms += ms;
  trainer.advance(steps);
  trainer.sendPreview();
  await settle();
}

async function opened(options: Parameters<typeof openTestApp>[0]) {
  const test = await openTestApp(options);
  void test.app.session.train();
  await settle();
  await trains(test, 1, 0);
  // The rules come with the first step.
  await vi.waitFor(() => import("#/state/diagnosis.ts"));
  return test;
}

it("tells a finding once it has held for 100 steps and 2 s, and forgets it with the run", async () => {
  const test = await opened({ search });
  const { store } = test.app;
  await trains(test, 60, 1000);
  await trains(test, 60, 1000);
  expect(store.getState().diagnosis).toBeNull();
  await trains(test, 60, 2000);
  await trains(test, 60, 2000);
  expect(store.getState().diagnosis).toMatchObject({
    id: "sigmoidTwice",
    field: "objective.sigmoid",
  });
  await store.getState().reset();
  expect(store.getState().diagnosis).toBeNull();
});

it("leads to a setting: the experiment opens, and the setting is found", async () => {
  const { app } = await openTestApp();
  app.store.getState().seek("objective.beta");
  expect(app.store.getState()).toMatchObject({
    sought: "objective.beta",
    drawerOpen: true,
    sheet: "experiment",
  });
  app.store.getState().found();
  expect(app.store.getState().sought).toBeNull();
});
