/**
 * One pixel's loss and slope as WGSL: what single-precision autograd makes of each formula,
 * infinities and all. `l` is the output layer's value, `x` the pixel. The formulas are those of
 * engine/reference/objective, operation by operation.
 */
import { outputForm } from "#/core/objective/output.ts";
import { lowestLog, pixelBound } from "#/core/objective/pixelLoss.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import { float } from "#/engine/compiled/wgsl.ts";

export interface PixelCode {
  readonly declarations: readonly string[];
  /**
   * Statements over `l` and `x` that set `loss`; `slope`, its derivative divided by `factor`; and
   * `square`, the squared error of a Gaussian, in units of a learnt σ².
   */
  readonly statements: string;
  /** A constant part of the slope, which the optimiser multiplies in. */
  readonly factor: number;
}

/** `logSigma` and `inverseVariance`, 1/σ², are variables of a learnt Gaussian. */
export function pixelCode(objective: ObjectiveSpec): PixelCode {
  if (objective.likelihood === "gaussian") return gaussian(objective);
  switch (objective.sigmoid) {
    case "stable":
      return {
        declarations: [sigmoid, crossEntropy],
        statements: `loss = crossEntropy(l, x); slope = sigmoid(l) - x;`,
        factor: 1,
      };
    case "output":
    case "loss":
      return guarded(objective, "l", "");
    case "twice":
      return guarded(
        objective,
        "sigmoid(l)",
        "let once = sigmoid(l); slope *= once * (1f - once);",
      );
  }
}

/** Statement that sets `displayed`: cross-entropy of a Gaussian's displayed pixel, nats. */
export function displayedCode(objective: ObjectiveSpec): {
  readonly declarations: readonly string[];
  readonly statement: string;
} {
  if (outputForm(objective) === "logit") {
    return { declarations: [sigmoid, crossEntropy], statement: "displayed = crossEntropy(l, x);" };
  }
  const [low, high] = [float(pixelBound), float(1 - pixelBound)];
  // p and 1 − p are bounded each: 1 − (1 − 1e-7) is 1.2e-7 in single precision.
  const bounded = (p: string) => `log(clamp(${p}, ${low}, ${high}))`;
  return {
    declarations: [],
    statement: `let logQ = ${bounded("1f - l")}; displayed = -(logQ + x * (${bounded("l")} - logQ)) + l * 0f;`,
  };
}

const sigmoid = `fn sigmoid(v: f32) -> f32 { return 1f / (1f + exp(-v)); }`;

/** max(l, 0) − l·x + log(1 + e^−|l|), the last as −log sigmoid(|l|). */
const crossEntropy = `fn crossEntropy(l: f32, x: f32) -> f32 {
  return max(l, 0f) - l * x - log(sigmoid(abs(l)));
}`;

/** Shaders promise nothing of log(0). */
const logarithm = `fn logarithm(v: f32) -> f32 { return select(log(v), -settings.infinity, v == 0f); }`;

function gaussian(objective: ObjectiveSpec): PixelCode {
  const squashed = outputForm(objective) === "logit";
  const mean = squashed ? "sigmoid(l)" : "l";
  const slope = squashed ? "error * mean * (1f - mean)" : "error";
  const before = `let mean = ${mean}; let error = mean - x; square = error * error;`;
  const declarations = squashed ? [sigmoid] : [];
  switch (objective.noise) {
    case "mse":
      return {
        declarations,
        statements: `${before} loss = square; slope = ${slope};`,
        factor: 2,
      };
    case "fixed": {
      const precision = objective.noiseSigma ** -2;
      const constant = Math.log(objective.noiseSigma) + Math.log(2 * Math.PI) / 2;
      return {
        declarations,
        statements: `${before} loss = square * ${float(precision / 2)} + ${float(constant)}; slope = ${slope};`,
        factor: precision,
      };
    }
    case "learnt": {
      const constant = float(Math.log(2 * Math.PI) / 2);
      return {
        declarations,
        statements: `${before} square *= inverseVariance; loss = 0.5f * square + (logSigma + ${constant}); slope = ${slope} * inverseVariance;`,
        factor: 1,
      };
    }
  }
}

/** −(x·log a + (1 − x)·log b) of p = sigmoid(s), `after` for what lies between s and l. */
function guarded(objective: ObjectiveSpec, s: string, after: string): PixelCode {
  const logarithms =
    objective.guard === "clampLog"
      ? clampedLogs
      : `${argumentsOf(objective)}
    loss = -(x * logarithm(a) + (1f - x) * logarithm(b));
    slope = ((1f - x) / b - x / a) * (p * (1f - p)) * passes;`;
  return {
    declarations: [sigmoid, logarithm],
    statements: `let p = sigmoid(${s});
    ${logarithms}
    ${after}`,
    factor: 1,
  };
}

/** PyTorch's BCELoss, with a gradient of its own: (p − x)/max(p(1 − p), 1e-12) times p(1 − p). */
const clampedLogs = `let q = 1f - p;
    let logP = clamp(logarithm(p), ${float(lowestLog)}, 0f);
    let logQ = clamp(logarithm(q), ${float(lowestLog)}, 0f);
    loss = -(logQ + x * (logP - logQ)) + p * 0f;
    slope = (p - x) * clamp(p * q * 1e12f, 0f, 1f);`;

/** What the guard makes of p and 1 − p, and where the gradient reaches p. */
function argumentsOf({ guard, guardEpsilon: epsilon }: ObjectiveSpec): string {
  switch (guard) {
    case "none":
      return "let a = p; let b = 1f - p; let passes = 1f;";
    case "additive":
      // As a constant of single precision the bracket is 1 for any ε₀ below 6e-8.
      return `let a = p + ${float(epsilon)}; let b = ${float(epsilon + 1)} - p; let passes = 1f;`;
    case "additiveLast":
      return `let a = p + ${float(epsilon)}; let b = (1f - p) + ${float(epsilon)}; let passes = 1f;`;
    case "clip":
      // TensorFlow's gradient of a clip: 1 on the bounds too.
      return `let a = clamp(p, ${float(epsilon)}, ${float(1 - epsilon)}) + p * 0f;
    let b = 1f - a;
    let passes = select(0f, 1f, p == a);`;
    case "clampLog":
      throw new Error("its logarithms are clamped, not their arguments");
  }
}
