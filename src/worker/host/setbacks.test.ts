import { describe, expect, it } from "vitest";
import { Setbacks } from "#/worker/host/setbacks.ts";

const minute = 60_000;
const lost = { fault: "device-lost", words: "" } as const;
const refused = { fault: "validation-error", words: "binding 3 is too small" } as const;
const full = { fault: "out-of-memory", words: "" } as const;

describe("after a device failed", () => {
  it("a lost one is replaced by its like, unless that happened minutes ago too", () => {
    const setbacks = new Setbacks();
    expect(setbacks.after("webgpu", lost, 0)).toEqual({
      fault: "device-lost",
      gone: [],
      refused: null,
    });
    expect(setbacks.after("webgpu", lost, 4 * minute).gone).toEqual([]);
    expect(setbacks.after("webgpu", lost, 5 * minute).gone).toEqual([
      { backend: "webgpu", reason: "device-lost" },
    ]);
    expect(setbacks.after("webgl", lost, 6 * minute).gone).toHaveLength(1);
  });

  it("nothing is compiled after a command was refused; refused again, the backend is left", () => {
    const setbacks = new Setbacks();
    expect(setbacks.after("webgpu", refused, 0)).toEqual({
      fault: "validation-error",
      gone: [],
      refused: refused.words,
    });
    expect(setbacks.after("webgpu", lost, 1)).toMatchObject({ gone: [], refused: refused.words });
    expect(setbacks.after("webgpu", { ...refused, words: "again" }, 2)).toEqual({
      fault: "validation-error",
      gone: [{ backend: "webgpu", reason: "validation-error" }],
      refused: refused.words,
    });
  });

  it("a backend without memory is left at once", () => {
    const { gone, refused: words } = new Setbacks().after("webgpu", full, 0);
    expect(gone).toEqual([{ backend: "webgpu", reason: "out-of-memory" }]);
    expect(words).toBeNull();
  });
});
