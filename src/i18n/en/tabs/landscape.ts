/** The landscape of the pinned image, and the posterior that a hand lays over it. */
export const landscape = {
  layer: "Landscape of the pinned image",
  pinOne: "Pin an image: its landscape comes here.",
  waiting: "Measuring the landscape …",
  title: "−log p(x|z) + ½|z|², a line every 10 nats, lowest {{lowest}}",
  termsHelp:
    "Of the image under each ellipse: the mean of −log p(x|z) over {{draws}} draws, the same ε for both, and the KL from the prior over all dimensions. The point’s card has the reconstruction at μ instead.",
  reconstruction: "recon., z ~ q",
  encoder: "encoder",
  own: "yours",
  grab: "Take hold of the ellipse.",
  back: "Back to the encoder’s",
  mean: "Middle of your posterior, μ",
  sigma: "Width of your posterior along {{axis}}, σ",
} as const;
