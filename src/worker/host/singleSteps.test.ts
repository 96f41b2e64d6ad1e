/** Single steps on given images, where a script asks for more than one thing at a time. */
import { expect, it } from "vitest";
import type { Params } from "#/worker/protocol/messages.ts";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost } from "#/worker/host/testing/testHost.ts";

/** One image of this brightness. */
const given = (ink: number): Params<"applyStep"> => ({
  images: new Float32Array(4).fill(ink),
  epsilon: new Float32Array(2),
  count: 1,
  labels: null,
});

const late = () => new Promise((resolve) => setTimeout(resolve, 3));

/** With answers as late as a GPU's. */
async function started() {
  const host = await testHost({
    unhurried: true,
    build(vae, state) {
      const engine = plainEngine(vae, state);
      return {
        ...engine,
        readTerms: () => late().then(() => engine.readTerms()),
        exportState: () => late().then(() => engine.exportState()),
      };
    },
  });
  await host.start();
  await host.caller.request("train", { steps: 4 });
  return host;
}

it("lets training wait for a step that is being taken", async () => {
  const oneByOne = await started();
  await oneByOne.caller.request("applyStep", given(1));
  await oneByOne.caller.request("train", { steps: 7 });
  const atOnce = await started();
  const step = atOnce.caller.request("applyStep", given(1));
  const training = atOnce.caller.request("train", { steps: 7 });
  expect(await step).toMatchObject({ step: 5 });
  expect(await training).toMatchObject({ step: 12 });
  expect(await atOnce.caller.request("weights", null)).toEqual(
    await oneByOne.caller.request("weights", null),
  );
  expect(atOnce.curve()).toEqual(oneByOne.curve());
});

it("takes steps asked for at once one by one, each with its own loss", async () => {
  const host = await started();
  const inks = [0, 0.5, 1];
  const [first, second, third] = await Promise.all(
    inks.map((ink) => host.caller.request("applyStep", given(ink))),
  );
  expect([first?.step, second?.step, third?.step]).toEqual([5, 6, 7]);
  const losses = [first, second, third].map((summary) => summary?.loss.total);
  const apart = await started();
  for (const [i, ink] of inks.entries()) {
    const { loss } = await apart.caller.request("applyStep", given(ink));
    expect(losses[i]).toBe(loss.total);
  }
});

it("refuses a step while the model trains", async () => {
  const host = await started();
  const training = host.caller.request("train", { steps: 50 });
  await expect(host.caller.request("applyStep", given(1))).rejects.toMatchObject({ code: "busy" });
  await host.caller.request("pause", null);
  await training;
});

it("ends a step before another run takes its place", async () => {
  const host = await started();
  const step = host.caller.request("applyStep", given(1));
  await host.start({ runId: 2 });
  await expect(step).resolves.toMatchObject({ step: 5 });
});

it("begins nothing with a run that another waits to take the place of", async () => {
  let read = () => {};
  const gate = new Promise<void>((resolve) => (read = resolve));
  const host = await testHost({
    build(vae, state) {
      const engine = plainEngine(vae, state);
      return { ...engine, readTerms: () => gate.then(() => engine.readTerms()) };
    },
  });
  await host.start();
  const step = host.caller.request("applyStep", given(1));
  const next = host.start({ runId: 2 });
  await late();
  const training = host.caller.request("train", { steps: 4 });
  await expect(training).rejects.toMatchObject({ code: "not-ready" });
  read();
  expect(await step).toMatchObject({ step: 1 });
  expect(await next).toMatchObject({ runId: 2, progress: { step: 0 } });
  expect(await host.caller.request("train", { steps: 4 })).toMatchObject({ step: 4 });
});
