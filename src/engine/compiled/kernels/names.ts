/** How the buffers of a program are called. Parameters and statistics go by their own names. */
export const buffers = {
  /** [batch × D] */
  images: "images",
  /** [batch × latent] */
  epsilon: "epsilon",
  /** Class of each image [batch]. */
  labels: "labels",
  /** Uniform noise [batch × dropoutUnits], each layer's rows one after another. */
  dropout: "dropout",
  /** μ, then λ, of each image [batch × 2·latent] */
  heads: "heads",
  headsGradient: "heads/gradient",
  /** [batch × latent] */
  codes: "codes",
  /** Mean of ½(μ² + e^λ − 1 − λ) over the batch [latent]. */
  klMeans: "klMeans",
  /** Reconstruction as the loss has it, cross-entropy of the displayed pixels, squares [batch × 3]. */
  pixelTerms: "pixelTerms",
  /** Four numbers a step (stepLog.ts). */
  terms: "terms",
} as const;

/** Of a layer, [batch × out] each. */
export const layerBuffers = (layer: string) => ({
  output: `${layer}/output`,
  /** Weighted sums; only where the way back needs them. */
  sums: `${layer}/sums`,
  /** Mean and 1/√(variance + ε) of each channel, with batch normalisation [channels × 2]. */
  norm: `${layer}/norm`,
  /** ∂L/∂sums */
  sumsGradient: `${layer}/sums/gradient`,
});
