import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { presetIds } from "#/core/experiment/config.ts";
import { type LinkLane, decodeLanes, encodeLanes } from "#/core/experiment/linkLanes.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { onImagesOf } from "#/core/experiment/sharing.ts";
import { arbitraryConfig, arbitraryLive } from "#/core/experiment/testing/arbitraryConfig.ts";
import { decodeUrl, encodeUrl } from "#/core/experiment/url.ts";

const base = presetConfig("mnist-dense-2");
const lead = {
  preset: "mnist-dense-2",
  config: { ...base, training: { ...base.training, seed: 5 } },
} as const;

const lane = (change: Partial<LinkLane>): LinkLane => ({ ...lead, live: [], ...change });

const arbitraryLane = fc.record({
  preset: fc.constantFrom(...presetIds),
  config: arbitraryConfig,
  live: arbitraryLive,
});

/** A lane beside A, which may go on from a moment of another. */
const arbitraryOther = fc
  .tuple(arbitraryLane, fc.option(fc.integer({ min: 1, max: 100_000 })))
  .map(([own, goesOn]): LinkLane => ({ ...own, ...(goesOn !== null && { goesOn }) }));

describe("encodeLanes", () => {
  it("tells a lane by what it differs in from lane A, or from its own preset on A's images", () => {
    const wide = { ...lead.config, objective: { ...lead.config.objective, beta: 4 } };
    const other = onImagesOf(presetConfig("mnist-sigmoid-b"), lead.config);
    const live = [{ step: 9, field: "objective.beta" as const, value: 2 }];
    const lanes = [
      lane({ config: wide }),
      lane({ preset: "mnist-sigmoid-b", config: other }),
      lane({ live }),
    ];
    expect(encodeLanes(lanes, lead)).toEqual([
      ["b.objective.beta", "4"],
      ["c.preset", "mnist-sigmoid-b"],
      ["d.live", "9:objective.beta:2"],
    ]);
  });

  it("says of a lane that differs in nothing that it is the same", () => {
    expect(encodeLanes([lane({})], lead)).toEqual([["b", "same"]]);
    expect(decodeLanes([["b", "same"]], lead).lanes).toEqual([lane({})]);
  });

  it("comes back whole, through a link too", () => {
    fc.assert(
      fc.property(arbitraryLane, fc.array(arbitraryOther, { maxLength: 3 }), (first, lanes) => {
        const pairs = encodeLanes(lanes, first);
        const link = decodeUrl(encodeUrl({ ...first, lanes: pairs }));
        expect(link.problems).toEqual([]);
        expect(decodeLanes(link.lanes, link)).toMatchObject({ lanes, problems: [] });
      }),
    );
  });

  it("tells from which step a lane goes on that differs in nothing else", () => {
    expect(encodeLanes([lane({ goesOn: 120 })], lead)).toEqual([["b.goesOn", "120"]]);
    for (const step of ["0", "-3", "2.5", "soon"]) {
      const { lanes, problems } = decodeLanes([["b.goesOn", step]], lead);
      expect(lanes).toEqual([lane({})]);
      expect(problems).toMatchObject([{ values: { parts: `b.goesOn=${step}` } }]);
    }
  });
});

describe("decodeLanes", () => {
  it("opens four lanes of five, and says so", () => {
    const link = decodeUrl("?b=same&c=same&d=same&e.objective.beta=4&e.seed=2");
    const { lanes, problems } = decodeLanes(link.lanes, link);
    expect(lanes).toHaveLength(3);
    expect(problems).toMatchObject([{ code: "lanes-beyond", values: { count: 5, letters: "E" } }]);
  });

  it("tells by which letter the link calls a lane, where one before it is left out", () => {
    const link = decodeUrl("?b=other&c=same&d.seed=2");
    expect(decodeLanes(link.lanes, link).letters).toEqual(["C", "D"]);
  });

  it("keeps what is sound of a lane beside what is not, and names the lane", () => {
    const link = decodeUrl("?b.objective.beta=-9&b.model.latent=8&b.colour=red&c=other&d.live=x");
    const { lanes, problems } = decodeLanes(link.lanes, link);
    expect(lanes.map(({ config }) => config.model.latent)).toEqual([8, 2]);
    expect(
      problems.map(({ code, values }) => [code, values?.["field"] ?? values?.["parts"]]),
    ).toEqual([
      ["field-invalid", "b.objective.beta"],
      ["unknown-field", "b.colour"],
      ["url-invalid", "c=other"],
      ["url-invalid", "d.live=x"],
    ]);
  });

  it("never throws", () => {
    const keys = ["b", "b.preset", "c.live", "d.model.encoder", "z", "b.", "c.training.seed"];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), fc.string())), (pairs) => {
        expect(decodeLanes(pairs, lead).lanes.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
