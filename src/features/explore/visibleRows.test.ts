import { describe, expect, it } from "vitest";
import { visibleRows } from "#/features/explore/visibleRows.ts";

describe("visibleRows", () => {
  it("counts rows that show, in part too", () => {
    expect(visibleRows(0, 360, 36, 256)).toEqual([0, 10]);
    expect(visibleRows(18, 360, 36, 256)).toEqual([0, 11]);
    expect(visibleRows(36, 360, 36, 256)).toEqual([1, 11]);
  });

  it("stays within the list, and is empty before it has a size", () => {
    expect(visibleRows(9000, 360, 36, 256)).toEqual([250, 256]);
    expect(visibleRows(0, 900, 36, 3)).toEqual([0, 3]);
    expect(visibleRows(0, 0, 0, 12)).toEqual([0, 0]);
  });
});
