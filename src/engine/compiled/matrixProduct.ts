/**
 * C = A·B as a kernel: A and B are whatever two expressions read (a matrix, its transpose, a
 * convolution's windows, a row of ones), and C goes wherever a statement puts it.
 */
import { plainProduct } from "#/engine/compiled/plainProduct.ts";
import type { Product } from "#/engine/compiled/product.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { tiledProduct } from "#/engine/compiled/tiledProduct.ts";

export function matrixProduct(product: Product): Kernel {
  return { ...tiledProduct(product), plain: plainProduct(product) };
}
