/** Evaluations and estimates as the page meets them: the whole host over a port, plain engines. */
import { describe, expect, it } from "vitest";
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import { negativeBound } from "#/core/metrics/iwae.ts";
import type { Params } from "#/worker/protocol/messages.ts";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, tinyConfig, type TestHost } from "#/worker/host/testing/testHost.ts";

async function trained(patch: ExperimentPatch = {}, onJob: (name: string) => void = () => {}) {
  const host = await testHost({ onJob });
  await host.start({ config: tinyConfig(patch) });
  await host.caller.request("train", { steps: 4 });
  return host;
}

const evaluated = (host: TestHost, change: Partial<Params<"evaluate">> = {}) =>
  host.caller.request("evaluate", { split: "test", limit: null, seed: 3, iwae: null, ...change });

const told = (host: TestHost) =>
  host.events.flatMap((event) => (event.type === "evaluation" ? [event.progress] : []));

describe("an evaluation", () => {
  it("tells of every stage, with partial results, and what they come to", async () => {
    const host = await trained();
    const figures = await evaluated(host, { iwae: { samples: 50, images: 3 } });
    expect(figures).toMatchObject({ images: 4, complete: true, iwae: { samples: 50, images: 3 } });
    expect(figures.bitsPerDimensionReason).toBe("grey-pixels");
    expect([...new Set(told(host).map(({ stage }) => stage))]).toEqual([
      ...["diversity", "elbo", "iwae"],
    ]);
    const elbo = told(host).findLast(({ stage }) => stage === "elbo");
    expect(elbo).toMatchObject({ done: 4, of: 4, secondsLeft: 0 });
    expect(elbo?.partial).toEqual({ ...figures, complete: false, iwae: null });
    expect(told(host).at(-1)?.partial).toEqual({ ...figures, complete: false });
  });

  it("tells five times a second at most", async () => {
    const clockOf = { host: null as TestHost | null };
    const host = await trained({}, (name) => {
      if (name === "scoreLatents" && clockOf.host !== null) clockOf.host.clock.time += 50;
    });
    clockOf.host = host;
    const before = host.clock.time;
    await evaluated(host, { iwae: { samples: 200, images: 4 } });
    const seconds = (host.clock.time - before) / 1000;
    const iwae = told(host).filter(({ stage }) => stage === "iwae");
    expect(iwae.length).toBeGreaterThan(3);
    expect(iwae.length).toBeLessThanOrEqual(5 * seconds + 2);
    expect(iwae[1]?.secondsLeft).toBeGreaterThan(0);
  });

  it("ends at once when it is aborted", async () => {
    const host = await testHost({ unhurried: true });
    await host.start();
    await host.caller.request("train", { steps: 4 });
    const abort = new AbortController();
    const params = {
      split: "test",
      limit: null,
      seed: 3,
      iwae: { samples: 1e6, images: 4 },
    } as const;
    const figures = host.caller.request("evaluate", params, { signal: abort.signal });
    await expect.poll(() => told(host).some(({ stage }) => stage === "iwae")).toBe(true);
    abort.abort();
    await expect(figures).rejects.toMatchObject({ code: "cancelled" });
    await expect(host.caller.request("train", { steps: 2 })).resolves.toMatchObject({ step: 6 });
  });

  it("gives bits for binary pixels, which are the same in every evaluation", async () => {
    const host = await trained({ data: { pixels: "binarise" } });
    const figures = await evaluated(host);
    expect(figures.bitsPerDimension).toBeCloseTo((figures.negativeElbo ?? 0) / (4 * Math.LN2), 8);
    expect(await evaluated(host)).toEqual(figures);
  });

  it("has no bound of an autoencoder, and a density of a Gaussian", async () => {
    const autoencoder = await trained({ objective: { sampling: false } });
    expect(await evaluated(autoencoder, { iwae: { samples: 5, images: 2 } })).toMatchObject({
      ...{ negativeElbo: null, kl: 0, iwae: null, bitsPerDimensionReason: "autoencoder" },
      trainingLoss: { kl: 0 },
    });
    const gaussian = await trained({ objective: { likelihood: "gaussian", noise: "mse" } });
    const figures = await evaluated(gaussian);
    const sigma = figures.gaussian?.sigma ?? 0;
    expect(sigma).toBeGreaterThan(0);
    // Four pixels, the squared error at its own mean.
    expect(figures.gaussian?.negativeLogLikelihood).toBeCloseTo(
      4 * (Math.log(sigma) + Math.log(2 * Math.PI) / 2 + 0.5),
      6,
    );
  });
});

describe("the importance-weighted bound", () => {
  it("does not depend on the pieces", async () => {
    const iwae = { samples: 90, images: 4 };
    const quick = await evaluated(await trained(), { iwae });
    const clockOf = { host: null as TestHost | null };
    const host = await trained({}, (name) => {
      if (name === "scoreLatents" && clockOf.host !== null) clockOf.host.clock.time += 400;
    });
    clockOf.host = host;
    expect((await evaluated(host, { iwae })).iwae).toEqual(quick.iwae);
  });

  it("falls as draws are added to the same ones, and is one number for one draw", async () => {
    const host = await trained();
    const bound = async (samples: number) =>
      (await evaluated(host, { iwae: { samples, images: 4 } })).iwae?.negativeBound ?? NaN;
    expect(await bound(400)).toBeLessThan(await bound(1));
    expect(negativeBound(Float64Array.of(-3), 1)).toBe(3);
  });
});

describe("an estimate", () => {
  it("takes real steps and leaves the run exactly as it was", async () => {
    const config = { training: { epochs: 10, validation: "epoch" } } as const;
    const host = await trained(config);
    const before = await host.caller.request("checkpoint", null);
    const { seconds, msPerStep } = await host.caller.request("estimate", { of: "training" });
    expect(msPerStep).toBe(4);
    expect(seconds).toBeCloseTo((26 * 4) / 1000, 8);
    expect(await host.caller.request("checkpoint", null)).toEqual(before);
    await host.caller.request("train", { steps: 8 });
    const untouched = await testHost();
    await untouched.start({ config: tinyConfig(config) });
    await untouched.caller.request("train", { steps: 12 });
    expect(host.curve()).toEqual(untouched.curve());
  });

  it("tells the pace while training, and times draws of the bound", async () => {
    const clockOf = { host: null as TestHost | null };
    const host = await testHost({
      unhurried: true,
      onJob: (name) => {
        if (name === "scoreLatents" && clockOf.host !== null) clockOf.host.clock.time += 64;
      },
    });
    clockOf.host = host;
    await host.start({ config: tinyConfig({ training: { epochs: 1000 } }) });
    const training = host.caller.request("train", { steps: 1000 });
    await expect.poll(() => host.curve().steps.length).toBeGreaterThan(10);
    expect((await host.caller.request("estimate", { of: "training" })).msPerStep).toBeGreaterThan(
      0,
    );
    await host.caller.request("pause", null);
    await training;
    const iwae = { of: "iwae", samples: 100, images: 10 } as const;
    const { seconds, msPerStep } = await host.caller.request("estimate", iwae);
    expect(seconds).toBeCloseTo(msPerStep, 8);
    await expect(host.caller.request("estimate", { ...iwae, samples: 0 })).rejects.toMatchObject({
      code: "field-invalid",
    });
  });

  it("leaves the run as it was also where a step fails", async () => {
    let failing = false;
    const host = await testHost({
      build(vae, state) {
        const engine = plainEngine(vae, state);
        const readTerms = () =>
          failing ? Promise.reject(new Error("no memory")) : engine.readTerms();
        return { ...engine, readTerms };
      },
    });
    await host.start();
    await host.caller.request("train", { steps: 4 });
    const before = await host.caller.request("checkpoint", null);
    failing = true;
    await expect(host.caller.request("estimate", { of: "training" })).rejects.toThrow("no memory");
    expect(await host.caller.request("checkpoint", null)).toEqual(before);
  });
});
