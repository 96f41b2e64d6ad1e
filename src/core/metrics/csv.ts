/**
 * A run's curves as CSV (RFC 4180), one row a recorded step: nats per image, then the loss as the
 * system writes it, where the whole test split was scored in its own columns.
 */
interface Terms {
  readonly total: number;
  readonly reconstruction: number;
  readonly kl: number;
}

interface Columns {
  readonly length: number;
  readonly steps: ArrayLike<number>;
  readonly imagesSeen: ArrayLike<number>;
  readonly reconstruction: ArrayLike<number>;
  readonly kl: ArrayLike<number>;
  readonly total: ArrayLike<number>;
  readonly lossReconstruction: ArrayLike<number>;
  readonly lossKl: ArrayLike<number>;
  readonly lossTotal: ArrayLike<number>;
  readonly beta: ArrayLike<number>;
  readonly learningRate: ArrayLike<number>;
  readonly test: readonly (Terms & { readonly step: number })[];
  readonly validation: readonly {
    readonly step: number;
    readonly loss: Terms;
    readonly perImage: Terms;
  }[];
}

const HEADER = [
  "step,images_seen,train_total,train_reconstruction,train_kl,beta,learning_rate",
  "test_total,test_reconstruction,test_kl",
  "loss_total,loss_reconstruction,loss_kl",
  "validation_total,validation_reconstruction,validation_kl,validation_loss",
].join(",");

export function curvesToCsv(curves: Columns): string {
  const tests = new Map(curves.test.map((point) => [point.step, point]));
  const validations = new Map(curves.validation.map((point) => [point.step, point]));
  const rows = [HEADER];
  for (let i = 0; i < curves.length; i++) {
    const step = curves.steps[i] ?? 0;
    const at = (column: ArrayLike<number>): number => column[i] ?? Number.NaN;
    const validation = validations.get(step);
    const row = [
      step,
      curves.imagesSeen[i] ?? 0,
      ...[curves.total, curves.reconstruction, curves.kl, curves.beta, curves.learningRate].map(at),
      ...cells(tests.get(step)),
      ...[curves.lossTotal, curves.lossReconstruction, curves.lossKl].map(at),
      ...cells(validation?.perImage),
      validation?.loss.total ?? "",
    ];
    rows.push(row.join(","));
  }
  return rows.join("\r\n") + "\r\n";
}

function cells(terms: Terms | undefined): (number | "")[] {
  return [terms?.total ?? "", terms?.reconstruction ?? "", terms?.kl ?? ""];
}
