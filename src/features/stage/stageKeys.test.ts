import { describe, expect, it } from "vitest";
import { stageCommand, type StageSituation } from "#/features/stage/stageKeys.ts";

const idle: StageSituation = { blank: false, uncovered: false, overlaid: false };

function press(key: string, situation: Partial<StageSituation> = {}, ctrlKey = false) {
  return stageCommand({ key, ctrlKey, metaKey: false, altKey: false }, { ...idle, ...situation });
}

describe("keys of lecturer's mode", () => {
  it.each(["b", "B", "."])("blanks with %s", (key) => {
    expect(press(key)).toBe("blank");
  });

  it("does not reload at F5, which remotes send", () => {
    expect(press("F5")).toBe("stay");
  });

  it("leaves a deliberate reload alone", () => {
    expect(press("F5", {}, true)).toBeNull();
    expect(press("r", {}, true)).toBeNull();
  });

  it("uncovers with ? and gives it back to the key list afterwards", () => {
    expect(press("?")).toBe("uncover");
    expect(press("?", { uncovered: true })).toBeNull();
  });

  it("leaves with Escape, but for what lies over the page or a blank screen", () => {
    expect(press("Escape")).toBe("leave");
    expect(press("Escape", { overlaid: true })).toBeNull();
    expect(press("Escape", { blank: true })).toBe("blank");
  });

  it.each(["ArrowLeft", "ArrowUp", "PageDown", "PageUp", " "])("leaves %s to the page", (key) => {
    expect(press(key)).toBeNull();
  });
});
