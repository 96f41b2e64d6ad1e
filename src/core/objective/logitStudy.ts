/**
 * One pixel's cross-entropy and its gradient against the logit l, in three ways of writing it, computed
 * in single precision operation by operation, as a GPU and an autograd would. The page's study of
 * where the sigmoid belongs; what trains is the engine's.
 */

/**
 * "output-added": A as written, log((ε₀ + 1) − x̂), left to right. "output-grouped": log(ε₀ + (1 − x̂)).
 * "stable": max(l, 0) − l·x + log(1 + e^−|l|).
 */
export const logitForms = ["output-added", "output-grouped", "stable"] as const;
export type LogitForm = (typeof logitForms)[number];

export interface LogitStudy {
  /** −log p(x|l), nats; ±∞ and NaN as they come out. [logits] */
  readonly loss: Float32Array;
  /** ∂/∂l by the chain rule through the operations of the loss. [logits] */
  readonly gradient: Float32Array;
}

/** ε₀ of the published system. */
export const studyEpsilon = 1e-10;

/** Of a target pixel x in [0, 1]. */
export function logitStudy(form: LogitForm, x: number, logits: Float32Array): LogitStudy {
  const loss = new Float32Array(logits.length);
  const gradient = new Float32Array(logits.length);
  logits.forEach((l, i) => {
    const at = form === "stable" ? stablePixel(x, l) : guardedPixel(form, x, l);
    loss[i] = at.loss;
    gradient[i] = at.gradient;
  });
  return { loss, gradient };
}

interface Pixel {
  readonly loss: number;
  readonly gradient: number;
}

/** Rounds to single precision. */
const f = Math.fround;

/** −(x·log a + (1 − x)·log b), a = ε₀ + x̂, b = (ε₀ + 1) − x̂ or ε₀ + (1 − x̂), x̂ = sigmoid(l). */
function guardedPixel(form: Exclude<LogitForm, "stable">, target: number, l: number): Pixel {
  const epsilon = f(studyEpsilon);
  const x = f(target);
  const rest = f(1 - x);
  const p = f(1 / f(1 + f(Math.exp(-l))));
  const a = f(epsilon + p);
  // ε₀ is less than half a unit of 1 in its last place (2⁻²⁴), so the first bracket is 1.
  const b = form === "output-added" ? f(f(epsilon + 1) - p) : f(epsilon + f(1 - p));
  const loss = 0 - f(f(x * f(Math.log(a))) + f(rest * f(Math.log(b))));
  const slope = f(f(rest / b) - f(x / a));
  return { loss, gradient: f(slope * f(p * f(1 - p))) };
}

function stablePixel(target: number, l: number): Pixel {
  const x = f(target);
  const e = f(Math.exp(-Math.abs(l)));
  const loss = f(f(Math.max(l, 0) - f(l * x)) + f(Math.log1p(e)));
  const tail = f(e / f(1 + e));
  return { loss, gradient: l >= 0 ? f(f(1 - x) - tail) : f(tail - x) };
}

/** "infinite" and "nan": the loss. "flat": less than half of the gradient sigmoid(l) − x is left. */
export interface LogitBreak {
  /** The first one that breaks, counted from 0 outwards. */
  readonly logit: number;
  readonly kind: "infinite" | "nan" | "flat";
}

export interface LogitBreaks {
  readonly negative: LogitBreak | null;
  readonly positive: LogitBreak | null;
}

const searchStep = 0.05;
const searchReach = 60;
/** A gradient that small moves nothing; that it is lost breaks nothing. */
const smallestGradient = 1e-3;

/** Where a form stops telling the truth for a pixel x, on either side; null where it never does. */
export function logitBreaks(form: LogitForm, x: number): LogitBreaks {
  return { negative: firstBreak(form, x, -1), positive: firstBreak(form, x, 1) };
}

function firstBreak(form: LogitForm, x: number, side: 1 | -1): LogitBreak | null {
  const count = Math.round(searchReach / searchStep) + 1;
  const logits = Float32Array.from({ length: count }, (_, i) => side * i * searchStep);
  const { loss, gradient } = logitStudy(form, x, logits);
  for (let i = 0; i < count; i++) {
    const logit = side * i * searchStep;
    const value = loss[i] ?? 0;
    if (Number.isNaN(value)) return { logit, kind: "nan" };
    if (!Number.isFinite(value)) return { logit, kind: "infinite" };
    const due = 1 / (1 + Math.exp(-logit)) - x;
    const share = (gradient[i] ?? 0) / due;
    // Written so that a gradient that is no number counts as lost.
    if (Math.abs(due) >= smallestGradient && !(share >= 0.5)) return { logit, kind: "flat" };
  }
  return null;
}
