/** Chapter 3: why log-variance, and what the KL does to one point. */
export const chapter3 = {
  steps: {
    anyRealNumber: {
      title: "Any real number will do",
      text: "The last layer of a network gives any real number. A mean may be any real number. A variance may not: it has to be positive, and it ranges over orders of magnitude. So the head gives λ = log σ², and σ = exp(λ/2) is positive whatever the network says.\n\nDrag the dot: across changes μ, up and down changes λ. The curve is N(μ, σ²), the dotted one the prior.",
    },
    onePointsTerm: {
      title: "What the KL does to one point",
      text: "For one dimension the KL of N(μ, σ²) from N(0, 1) has two parts: ½μ², a spring that pulls the mean to the origin, and ½(exp λ − 1 − λ), which pulls the spread to 1. They do not interact: where the mean lies says nothing about how wide the spread should be.\n\nBring the point to rest, both parts to zero.",
    },
    minusItsTangent: {
      title: "A variance minus its tangent",
      text: "exp λ is the variance as a function of λ, and 1 + λ is its tangent at λ = 0. Half the gap between them is what the spread costs. A convex curve lies above its tangents, so the cost is never negative; it is zero where they touch, at σ² = 1.\n\nMove along the curve, to both sides.",
    },
    landscapeOfOne: {
      title: "The landscape of one image",
      text: "For one image, −log p(x|z) + ½|z|² over the plane is, up to a constant, the negative logarithm of the true posterior p(z|x): what the encoder should say. Contours stand every 10 nats. The ellipse is what the encoder does say, N(μ, diag σ²).\n\nTrain if you have not yet, click a point, and compare.",
    },
    twoGaussians: {
      title: "KL between two Gaussians",
      text: "With a prior other than N(0, 1) the term keeps its form: the logarithm of the ratio of the spreads, and the spread and displacement of q in units of p. Drag both dots.\n\nTwo numbers are shown: KL(q‖p), which a VAE uses, and KL(p‖q).",
    },
  },
  questions: {
    whyNotSigma: {
      ask: "Why not let the network give σ itself?",
      answer:
        "Near zero it behaves badly. The slope of the KL in σ is σ − 1/σ, which grows without bound as σ goes to 0, and σ and −σ would mean the same. In λ the slope is ½(exp λ − 1), never below −½. Softplus, which also makes any number positive, is another sound choice.",
    },
    pullAtRest: {
      ask: "How hard does the term pull at a point that is almost at rest?",
      answer:
        "Hardly at all: near μ = 0 and λ = 0 it is ½μ² + ¼λ², so both pulls fade with the displacement. Far off they differ: in μ the pull grows in proportion, towards large λ exponentially, and towards very negative λ it never exceeds ½ nat per unit of λ. Small variances are forgiven.",
    },
    twiceOrHalf: {
      ask: "Which costs more, a spread of σ = 2 or of σ = ½?",
      answer:
        "σ = 2: λ = 1.39, and the cost is ½(4 − 1 − 1.39) = 0.81 nats. σ = ½: λ = −1.39, and it is ½(0.25 − 1 + 1.39) = 0.32 nats. The curve leaves its tangent faster on the right. KL in this direction punishes mass of q where the prior has little, rather than missing mass.",
    },
    ellipseInTheValley: {
      ask: "Where should the ellipse lie, and what can it not do?",
      answer:
        "In the lowest valley, and as wide as the ground is flat: near the minimum the true posterior has the inverse of the landscape’s curvature for its covariance. It cannot turn, bend or split: a diagonal σ gives ellipses parallel to the axes, with one centre. Where the valley is oblique, or there are two, part of the bound is lost. And one network serves all images, so it may simply be off for this one.",
    },
    isItADistance: {
      ask: "Is the KL a distance?",
      answer:
        "No. It is not symmetric and knows no triangle inequality. It is the mean number of nats lost when draws from q are described with a code made for p. With q narrow and p wide, KL(q‖p) is moderate; the other way round it is large, for then the draws come from where the code expects next to nothing.",
    },
  },
  goals: {
    moveThePoint: "Move μ or λ.",
    restOnThePrior: "Bring the term below 0.02 nats.",
    bothSides: "Look at λ ≤ −1 and at λ ≥ 1.",
    pinForLandscape: "Train for five epochs and click a point.",
    moveApart: "Make the two λ differ by 1 or more.",
  },
} as const;
