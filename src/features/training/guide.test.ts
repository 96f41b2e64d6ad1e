import { describe, expect, it } from "vitest";
import { guideSentence } from "./guide.ts";

const format = (value: number): string => String(value);
const at = { imagesSeen: 12_800, latent: 2, digits: true, touched: false, format };

describe("guideSentence", () => {
  it("counts what was seen until the plane is touched", () => {
    expect(guideSentence({ ...at, imagesSeen: 0 }).key).toBe("training.guide.untrained");
    expect(guideSentence(at)).toEqual({
      key: "training.guide.digits",
      values: { count: 12_800, shown: "12800" },
    });
    expect(guideSentence({ ...at, digits: false }).key).toBe("training.guide.images");
  });

  it("then says how many numbers make the picture", () => {
    expect(guideSentence({ ...at, touched: true }).key).toBe("training.guide.two");
    expect(guideSentence({ ...at, touched: true, latent: 20 }).values).toEqual({ count: 20 });
  });
});
