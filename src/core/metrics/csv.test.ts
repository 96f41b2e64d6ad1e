import { expect, it } from "vitest";
import { curvesToCsv } from "#/core/metrics/csv.ts";

it("writes one row a step and leaves columns empty where nothing was tested", () => {
  const csv = curvesToCsv({
    length: 2,
    steps: [1, 2],
    imagesSeen: [128, 256],
    reconstruction: [500, 400],
    kl: [1, 2],
    total: [501, 408],
    lossReconstruction: [0.5, 0.25],
    lossKl: [0.125, 0.25],
    lossTotal: [0.625, 0.5],
    beta: [1, 4],
    learningRate: [0.003, 0.003],
    test: [{ step: 2, total: 396, reconstruction: 388, kl: 2 }],
    validation: [
      {
        step: 2,
        loss: { total: 0.75, reconstruction: 0.5, kl: 0.25 },
        perImage: { total: 397, reconstruction: 389, kl: 2 },
      },
    ],
  });
  expect(csv.split("\r\n")).toEqual([
    "step,images_seen,train_total,train_reconstruction,train_kl,beta,learning_rate," +
      "test_total,test_reconstruction,test_kl,loss_total,loss_reconstruction,loss_kl," +
      "validation_total,validation_reconstruction,validation_kl,validation_loss",
    "1,128,501,500,1,1,0.003,,,,0.625,0.5,0.125,,,,",
    "2,256,408,400,2,4,0.003,396,388,2,0.5,0.25,0.25,397,389,2,0.75",
    "",
  ]);
});
