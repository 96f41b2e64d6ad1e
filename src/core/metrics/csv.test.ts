import { expect, it } from "vitest";
import { curvesToCsv } from "#/core/metrics/csv.ts";

it("writes one row a step and leaves the test columns empty where nothing was tested", () => {
  const csv = curvesToCsv({
    length: 2,
    steps: [1, 2],
    imagesSeen: [128, 256],
    reconstruction: [500, 400],
    kl: [1, 2],
    beta: [1, 4],
    learningRate: [0.003, 0.003],
    test: [{ step: 2, total: 390, reconstruction: 388, kl: 2 }],
  });
  expect(csv.split("\r\n")).toEqual([
    "step,images_seen,train_total,train_reconstruction,train_kl,beta,learning_rate,test_total,test_reconstruction,test_kl",
    "1,128,501,500,1,1,0.003,,,",
    "2,256,408,400,2,4,0.003,390,388,2",
    "",
  ]);
});
