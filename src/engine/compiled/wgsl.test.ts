import { describe, expect, it } from "vitest";
import { addUp, float, kernel, read, uint, write } from "#/engine/compiled/wgsl.ts";

describe("literals", () => {
  it("are read as the nearest float", () => {
    for (const value of [0, 1, -2.5, 0.1, 1e-7, 1 - 1e-7, 1e-8, 3e38, 1e-45, Math.PI]) {
      const text = float(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?(e[+-]?\d+)?f$/);
      expect(Math.fround(Number(text.slice(0, -1)))).toBe(Math.fround(value));
    }
  });

  it("are refused where the language has none", () => {
    for (const value of [Infinity, -Infinity, Number.NaN, 1e39]) {
      expect(() => float(value)).toThrow("no literal");
    }
  });

  it("say that whole numbers have no sign", () => {
    expect(uint(4_294_967_295)).toBe("4294967295u");
  });
});

describe("a kernel", () => {
  const made = kernel({
    label: "doubled",
    bindings: [
      read("x", "input"),
      read("labels", "classes", "u32"),
      read("x", "input"),
      write("y", "output"),
      read("unnamed", "elsewhere"),
    ],
    threads: 64,
    workgroups: [3, 1, 1],
    declarations: ["var<workgroup> sums: array<f32, 64>;"],
    body: "  y[lane] = 2f * x[lane + labels[lane]];",
  });

  it("binds once what two parts of it read and never what none names, in the order of the code", () => {
    expect(made.bindings.map(({ as }) => as)).toEqual(["x", "labels", "y"]);
    expect(made.code).toContain("@binding(0) var<storage, read> x: array<f32>;");
    expect(made.code).toContain("@binding(1) var<storage, read> labels: array<u32>;");
    expect(made.code).toContain("@binding(2) var<storage, read_write> y: array<f32>;");
  });

  it("declares before its one entry point what that uses", () => {
    const entry = made.code.indexOf("fn main(");
    expect(made.code.match(/@compute/g)).toHaveLength(1);
    expect(made.code).toContain("@workgroup_size(64)");
    for (const text of ["var<uniform> settings", "var<workgroup> sums"]) {
      expect(made.code.indexOf(text)).toBeGreaterThan(-1);
      expect(made.code.indexOf(text)).toBeLessThan(entry);
    }
    expect(made.code.indexOf("y[lane] = 2f")).toBeGreaterThan(entry);
  });

  it("adds up from half its threads on", () => {
    expect(addUp("sums", 64)).toContain("var half = 32u");
  });
});
