/** A run's curves as CSV (RFC 4180), one row a recorded step, in nats per image. */
interface Columns {
  readonly length: number;
  readonly steps: ArrayLike<number>;
  readonly imagesSeen: ArrayLike<number>;
  readonly reconstruction: ArrayLike<number>;
  readonly kl: ArrayLike<number>;
  readonly beta: ArrayLike<number>;
  readonly learningRate: ArrayLike<number>;
  readonly test: readonly {
    readonly step: number;
    readonly total: number;
    readonly reconstruction: number;
    readonly kl: number;
  }[];
}

const HEADER =
  "step,images_seen,train_total,train_reconstruction,train_kl,beta,learning_rate,test_total,test_reconstruction,test_kl";

export function curvesToCsv(curves: Columns): string {
  const tests = new Map(curves.test.map((point) => [point.step, point]));
  const rows = [HEADER];
  for (let i = 0; i < curves.length; i++) {
    const step = curves.steps[i] ?? 0;
    const reconstruction = curves.reconstruction[i] ?? Number.NaN;
    const kl = curves.kl[i] ?? Number.NaN;
    const beta = curves.beta[i] ?? Number.NaN;
    const test = tests.get(step);
    const row = [
      step,
      curves.imagesSeen[i] ?? 0,
      reconstruction + beta * kl,
      reconstruction,
      kl,
      beta,
      curves.learningRate[i] ?? Number.NaN,
      test?.total ?? "",
      test?.reconstruction ?? "",
      test?.kl ?? "",
    ];
    rows.push(row.join(","));
  }
  return rows.join("\r\n") + "\r\n";
}
