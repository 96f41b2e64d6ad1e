import { describe, expect, it } from "vitest";
import { crossFade, meanPicture } from "#/core/data/crossFade.ts";

describe("averages of pictures", () => {
  it("fade from one to the other", () => {
    const [a, b] = [Float32Array.of(0, 1), Float32Array.of(1, 0.5)];
    expect(crossFade(a, b, 0)).toEqual(a);
    expect(crossFade(a, b, 1)).toEqual(b);
    expect(crossFade(a, b, 0.5)).toEqual(Float32Array.of(0.5, 0.75));
  });

  it("are the mean of many, and none of nobody", () => {
    expect(meanPicture(Float32Array.of(0, 1, 1, 0.5), 2)).toEqual(Float32Array.of(0.5, 0.75));
    expect(meanPicture(new Float32Array(0), 0)).toBeNull();
  });
});
