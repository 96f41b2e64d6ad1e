import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engineChoices } from "#/core/backend/engine.ts";
import { backendNames } from "#/core/backend/report.ts";
import { presetIds } from "#/core/experiment/config.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { arbitraryConfig, arbitraryLive } from "#/core/experiment/testing/arbitraryConfig.ts";
import { decodeUrl, encodeUrl, urlLanguages } from "#/core/experiment/url.ts";
import { frontRoute, modes } from "#/core/route.ts";

const arbitraryRoute = fc.record({
  mode: fc.constantFrom(...modes),
  topic: fc.option(fc.constantFrom("sigmoid", "why-log-variance", "beta-too-large")),
  step: fc.nat({ max: 999 }),
  stage: fc.boolean(),
});

describe("encodeUrl", () => {
  it("writes the preset alone when nothing differs", () => {
    const config = presetConfig("mnist-dense-20");
    expect(encodeUrl({ preset: "mnist-dense-20", config })).toBe("?preset=mnist-dense-20");
  });

  it("writes only what differs, readably", () => {
    const base = presetConfig("mnist-dense-2");
    const config = {
      ...base,
      model: {
        ...base.model,
        encoder: [
          { kind: "conv", filters: 32, kernel: 3, stride: 2, activation: "relu" } as const,
          { kind: "dense", units: 64, activation: "silu" } as const,
        ],
        decoder: [],
      },
      training: { ...base.training, seed: 7 },
    };
    const live = [{ step: 120, field: "objective.beta" as const, value: 4 }];
    expect(encodeUrl({ preset: "mnist-dense-2", config, live, autostart: false })).toBe(
      "?preset=mnist-dense-2&model.encoder=conv:32:3:2:relu,dense:64:silu&model.decoder=none" +
        "&seed=7&live=120:objective.beta:4&autostart=0",
    );
  });

  it("comes back whole", () => {
    const link = fc.record({
      preset: fc.constantFrom(...presetIds),
      config: arbitraryConfig,
      live: arbitraryLive,
      backend: fc.option(fc.constantFrom(...backendNames)),
      engine: fc.option(fc.constantFrom(...engineChoices)),
      autostart: fc.option(fc.boolean()),
      lang: fc.option(fc.constantFrom(...urlLanguages)),
      route: arbitraryRoute,
      lanes: fc.array(
        fc.tuple(fc.constantFrom("b", "c.seed", "d.objective.beta", "e.live"), fc.string()),
      ),
    });
    fc.assert(
      fc.property(link, (state) => {
        expect(decodeUrl(encodeUrl(state))).toEqual({
          ...state,
          hasExperiment: true,
          problems: [],
        });
      }),
    );
  });
});

describe("decodeUrl", () => {
  it("gives the first preset for an empty address", () => {
    for (const search of ["", "?", "&&", "?utm_source=mail"]) {
      expect(decodeUrl(search)).toMatchObject({
        preset: "mnist-dense-2",
        config: presetConfig("mnist-dense-2"),
        hasExperiment: false,
        problems: [],
      });
    }
  });

  it("never throws and always gives a usable experiment", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (search) => {
        const link = decodeUrl(search);
        expect(presetIds).toContain(link.preset);
        expect(link.config.model.latent).toBeGreaterThan(0);
      }),
    );
    const keys = ["preset", "seed", "live", "model.encoder", "objective.beta", "lang", "backend"];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.string(), (key, value) => {
        decodeUrl(`?${key}=${value}`);
      }),
    );
  });

  it("keeps what is sound beside what is not", () => {
    const link = decodeUrl("?preset=mnist-dense-20&seed=x&objective.beta=4&model.latent=1e9");
    expect(link.config.objective.beta).toBe(4);
    expect(link.config.training.seed).toBe(1);
    expect(link.config.model.latent).toBe(20);
    expect(link.problems.map((p) => p.values?.["field"])).toEqual([
      "training.seed",
      "model.latent",
    ]);
  });

  it.each([
    ["?preset=resnet", "unknown-preset"],
    ["?objective.beta=NaN", "field-invalid"],
    ["?objective.beta=", "field-invalid"],
    ["?objective.beta=-2", "field-invalid"],
    ["?objective.gamma=1", "unknown-field"],
    ["?colour=red", "unknown-field"],
    ["?model.encoder=dense:400", "field-invalid"],
    ["?model.encoder=dense:4e9:relu", "field-invalid"],
    ["?model.encoder=lstm:3", "field-invalid"],
    ["?live=now", "url-invalid"],
    ["?live=-4:objective.beta:1", "url-invalid"],
    ["?live=4:objective.beta:x", "field-invalid"],
    ["?live=4:model.latent:3", "url-invalid"],
    ["?backend=tpu", "url-invalid"],
    ["?autostart=maybe", "url-invalid"],
    ["?lang=fr", "url-invalid"],
    ["?objective.beta=%E0%A4%A", "url-invalid"],
    ["?b.objective.beta=%E0%A4%A", "url-invalid"],
    ["?mode=tour", "url-invalid"],
    ["?mode=lessons&topic=<b>", "url-invalid"],
    ["?step=-1", "url-invalid"],
    ["?step=1.5", "url-invalid"],
    ["?stage=yes", "url-invalid"],
  ])("%s is one problem: %s", (search, code) => {
    expect(decodeUrl(search).problems.map((p) => p.code)).toEqual([code]);
  });

  it("leads to a place in the page", () => {
    const link = decodeUrl("?mode=lessons&topic=sampling&step=3&stage=1");
    expect(link.route).toEqual({ mode: "lessons", topic: "sampling", step: 3, stage: true });
    expect(link.hasExperiment).toBe(false);
    expect(encodeUrl({ ...link })).toBe(
      "?mode=lessons&topic=sampling&step=3&stage=1&preset=mnist-dense-2",
    );
    expect(decodeUrl("").route).toEqual(frontRoute);
  });

  it("carries lanes as they stand, and counts as an experiment for them", () => {
    const link = decodeUrl("?b.objective.beta=4&c=same&engine=auto");
    expect(link.lanes).toEqual([
      ["b.objective.beta", "4"],
      ["c", "same"],
    ]);
    expect(link.hasExperiment).toBe(true);
    expect(link.problems).toEqual([]);
  });

  it("takes no stray letter for a lane, so that what was stored is not lost to it", () => {
    const link = decodeUrl("?s=20&t=abc");
    expect(link).toMatchObject({ hasExperiment: false, lanes: [] });
    expect(link.problems).toHaveLength(2);
    expect(decodeUrl("?e=same").lanes).toEqual([["e", "same"]]);
  });

  it("reads escaped separators, as chat programs write them", () => {
    const link = decodeUrl(
      "?live=3%3Aobjective.beta%3A0%3B9%3Aobjective.beta%3A2&model.latent=%208",
    );
    expect(link.live.map((c) => c.value)).toEqual([0, 2]);
    expect(link.config.model.latent).toBe(8);
  });
});
