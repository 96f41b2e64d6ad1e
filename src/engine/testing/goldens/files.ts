/** The goldens on disk, one a system. */
import celebaConv from "#/engine/testing/goldens/celeba-conv.json";
import fashionAe from "#/engine/testing/goldens/fashion-ae-20.json";
import fashionDense from "#/engine/testing/goldens/fashion-dense-20.json";
import mnistConv from "#/engine/testing/goldens/mnist-conv-2d.json";
import mnistCvae from "#/engine/testing/goldens/mnist-cvae-20.json";
import mnistDense from "#/engine/testing/goldens/mnist-dense-20.json";
import sigmoidA from "#/engine/testing/goldens/mnist-sigmoid-a.json";
import sigmoidB from "#/engine/testing/goldens/mnist-sigmoid-b.json";
import sigmoidC from "#/engine/testing/goldens/mnist-sigmoid-c.json";
import { type Golden, type GoldenFile, readGolden } from "#/engine/testing/goldens/readGolden.ts";

const files: readonly GoldenFile[] = [
  celebaConv,
  mnistConv,
  fashionDense,
  fashionAe,
  mnistDense,
  mnistCvae,
  sigmoidA,
  sigmoidB,
  sigmoidC,
];

export const goldens: readonly Golden[] = files.map(readGolden);
