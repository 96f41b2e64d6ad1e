/** Slices as the page meets them: one answer about more images than memory should hold at once. */
import { expect, it } from "vitest";
import { testHost } from "#/worker/host/testing/testHost.ts";

it("questions about many images are worked through in slices, with the same answers", async () => {
  const jobs: string[] = [];
  const host = await testHost({ onJob: (name) => jobs.push(name) });
  await host.start();
  const count = 600;
  const z = Float32Array.from({ length: 2 * count }, (_, i) => i / count - 1);
  jobs.length = 0;
  const { images } = await host.caller.request("decode", { z, count, raw: false, labels: null });
  expect(jobs).toEqual(["decode", "decode", "decode"]);
  const last = await host.caller.request("decode", {
    z: z.slice(-2),
    count: 1,
    raw: false,
    labels: null,
  });
  expect(images).toHaveLength(4 * count);
  expect(images.slice(-4)).toEqual(last.images);

  const pixels = Float32Array.from({ length: 4 * count }, (_, i) => (i % 7) / 7);
  const encoded = await host.caller.request("encode", {
    ...{ images: pixels, count, labels: null, asIs: false },
  });
  const asked = { images: pixels, count, epsilon: null, labels: null };
  const scored = await host.caller.request("score", asked);
  expect(scored.mean).toEqual(encoded.mean);
  expect(scored.reconstruction).toHaveLength(count);
});
