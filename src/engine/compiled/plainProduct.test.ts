import { describe, expect, it } from "vitest";
import { plainProduct } from "#/engine/compiled/plainProduct.ts";
import type { Factor, Product } from "#/engine/compiled/product.ts";

const straight: Factor = {
  bindings: [],
  single: { at: (row, column) => `a[${row} * 3u + ${column}]` },
  fours: null,
  contiguous: "row",
};
const gathered: Factor = {
  ...straight,
  single: { at: (row, column) => `windowOf(${row}, ${column})` },
  gathered: true,
};

function product(changes: Partial<Product>): Product {
  return {
    ...{ label: "a product", bindings: [], rows: 130, columns: 64, depth: 9 },
    ...{
      left: straight,
      right: straight,
      store: (row, column, sum) => `c(${row}, ${column}, ${sum});`,
    },
    ...changes,
  };
}

describe("plainProduct", () => {
  it("covers C in blocks of 64 by 64, plane by plane", () => {
    expect(plainProduct(product({ planes: 4 })).workgroups).toEqual([1, 3, 4]);
  });

  it("shares no memory and never waits", () => {
    expect(plainProduct(product({})).code).not.toMatch(/workgroup>|Barrier/);
  });

  it("writes long code once, and the place of an entry as often as it is read", () => {
    expect(plainProduct(product({ left: gathered })).code.split("windowOf(")).toHaveLength(2);
    expect(plainProduct(product({ left: gathered })).code.split("a[")).toHaveLength(1 + 8);
  });

  it("reads no entry beyond a bound that no block ends at", () => {
    const { code } = plainProduct(product({}));
    expect(code.match(/min\(\(firstRow \+ \du\), 129u\)/g)).toHaveLength(8);
    expect(code).not.toContain("min((firstColumn");
  });

  it("adds up a slice of the sums a plane", () => {
    const { code } = plainProduct(product({ planes: 2, slice: 5 }));
    expect(code).toContain("let first = group.z * 5u;");
    expect(code).toContain("let last = min(first + 5u, 9u);");
  });
});
