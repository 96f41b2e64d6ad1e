/** Bernoulli likelihood of grey pixels given logits, in double precision: the oracle's term. */

/** −log p(x|l) = max(l, 0) − l·x + log(1 + e^−|l|), nats; never overflows. */
export function bernoulliTerm(logit: number, x: number): number {
  return Math.max(logit, 0) - logit * x + Math.log1p(Math.exp(-Math.abs(logit)));
}

/** ∂/∂l = sigmoid(l) − x. */
export function bernoulliGradient(logit: number, x: number): number {
  return sigmoid(logit) - x;
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
