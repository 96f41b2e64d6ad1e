import { describe, expect, it } from "vitest";
import { gatherEvidence, stepOfBreak } from "#/state/lanes/evidence.ts";
import { openTestApp, settle } from "#/state/testing/testApp.ts";

const signal = () => new AbortController().signal;

describe("gatherEvidence", () => {
  it("gives the curves as they were heard, and what is measured of the model now", async () => {
    const { app, trainer } = await openTestApp();
    void app.session.train();
    await settle();
    trainer.advance(12);
    await app.session.pause();
    const evidence = await gatherEvidence({ app }, 50, signal());
    expect(evidence.steps).toBe(12);
    expect(evidence.curve.kl).toHaveLength(12);
    expect(evidence.curve.lossTotal[11]).toBe(app.metrics.current.lossTotal[11]);
    expect(evidence.brokeAt).toBeNull();
    expect(evidence.evaluation?.images).toBe(50);
    expect(evidence.meanImageNats).toBeGreaterThan(0);
  });

  it("measures nothing of a run that broke, and says at which step", async () => {
    const { app, trainer } = await openTestApp();
    app.store.setState({
      phase: "stopped",
      fault: { code: "loss-not-finite", message: "", hint: "", values: { step: 7 } },
    });
    const evidence = await gatherEvidence({ app }, 50, signal());
    expect(evidence).toMatchObject({ brokeAt: 7, evaluation: null, raw: null });
    expect(trainer.calls.some(({ method }) => method === "evaluate")).toBe(false);
  });

  it("is cancelled with its signal", async () => {
    const { app } = await openTestApp();
    const controller = new AbortController();
    const gathered = gatherEvidence({ app }, 50, controller.signal);
    controller.abort();
    await expect(gathered).rejects.toMatchObject({ code: "cancelled" });
  });
});

it("takes the step after the last sound one where nobody told which broke", () => {
  const stopped = { phase: "stopped", progress: null, fault: null } as const;
  expect(stepOfBreak(stopped)).toBe(1);
  expect(stepOfBreak({ ...stopped, phase: "done" })).toBeNull();
});
