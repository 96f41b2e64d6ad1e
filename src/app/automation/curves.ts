/** The curves as scripts read them: one point a recorded step, nothing thinned. */
import type { LossTerms, MetricPoint } from "#/core/training/terms.ts";
import type { MetricsView } from "#/state/partTypes.ts";

/** @param from index of the first point wanted. @param trainImages images in one epoch. */
export function metricPoints(view: MetricsView, from: number, trainImages: number): MetricPoint[] {
  const tests = new Map<number, LossTerms>(
    view.test.map(({ step, total, reconstruction, kl }) => [step, { total, reconstruction, kl }]),
  );
  const points: MetricPoint[] = [];
  for (let i = from; i < view.length; i++) {
    const step = view.steps[i] ?? 0;
    const imagesSeen = view.imagesSeen[i] ?? 0;
    points.push({
      step,
      imagesSeen,
      epoch: imagesSeen / trainImages,
      train: {
        total: view.total[i] ?? Number.NaN,
        reconstruction: view.reconstruction[i] ?? Number.NaN,
        kl: view.kl[i] ?? Number.NaN,
      },
      loss: {
        total: view.lossTotal[i] ?? Number.NaN,
        reconstruction: view.lossReconstruction[i] ?? Number.NaN,
        kl: view.lossKl[i] ?? Number.NaN,
      },
      test: tests.get(step) ?? null,
      beta: view.beta[i] ?? Number.NaN,
      learningRate: view.learningRate[i] ?? Number.NaN,
    });
  }
  return points;
}
