/** What a good colleague would say of a run (core/diagnosis/findings.ts): number, cause, cure. */
export const diagnosis = {
  label: "Diagnosis",
  said: "{{what}} {{why}} {{cure}}",
  show: "Show me",
  severity: { wrong: "Something is wrong", caution: "Worth a look", good: "As it should be" },
  findings: {
    diverging: "Diverging: {{total}} nats per image, and it was {{best}}.",
    standardised:
      "Standardised pixels break the cross-entropy: at {{loss}} nats the loss has no floor, and falling says nothing.",
    sigmoidTwice: "Sigmoid applied twice: no pixel leaves [{{low}}, {{high}}].",
    displayTwice:
      "Drawn through one sigmoid too many: no pixel leaves [{{low}}, {{high}}]. The model is better than its pictures.",
    displayAutoscaled:
      "Grey pictures, sound model: logits from {{low}} to {{high}} and the originals share one figure, scaled to its own range.",
    displayClamped:
      "Logits cut to [0, 1] are drawn: almost black and white, whatever the model means.",
    collapsedToMean:
      "Collapsed: reconstruction {{reconstruction}} sits on the mean image ({{landmark}}), 0 of {{latent}} units active.",
    collapsed: "Collapsed: 0 of {{latent}} units active, z says nothing about the image.",
    codesUnbound:
      "Samples will not match: encoded points spread {{spread}} where the prior spreads 1.",
    sigmaNotBound:
      "The reported loss is not a bound: KL reads λ as log σ² and charges {{charged}} nats, while σ = exp(λ) is sampled, which costs {{kl}}. The −ELBO is {{elbo}}.",
    reconstructionDominates:
      "Next to an autoencoder: KL counts {{beta}} times what it does in the ELBO.",
    klDominates: "KL rules: it counts {{beta}} times what it does in the ELBO.",
    spreadWide:
      "Samples will not match: encoded points spread {{spread}} where the prior spreads 1.",
    spreadNarrow:
      "Encoded points crowd together: they spread {{spread}} where the prior spreads 1, so most samples come from where no image lies.",
    overfitting:
      "Overfitting: since step {{step}} the test loss rose by {{rise}} nats while the training loss fell by {{fall}}.",
    partlyCollapsed:
      "{{active}} of {{latent}} units active: the others carry nothing, and cost nothing.",
    weightedLoss:
      "The loss weighs KL {{beta}} times: {{loss}} nats are not the −ELBO, which is {{elbo}}.",
    atFloor:
      "Perfect: reconstruction {{reconstruction}} is at the entropy of the grey pixels themselves ({{floor}}).",
    klRising:
      "KL is rising, {{from}} → {{kl}}, and that is as it should be: the code begins to carry the image.",
  },
  causes: {
    weight: "KL counts {{beta}} times what it does in the ELBO.",
  },
  cures: {
    lowerRate: "Lower the learning rate.",
    otherPixels: "Take grey or binarised pixels, or a Gaussian likelihood.",
    sigmoidOnce: "Keep one sigmoid: in the output, or in the loss.",
    showProbabilities: "Show the sigmoid of the logits, as the loss means them.",
    sumPixels: "Sum the reconstruction over pixels.",
    sumDimensions: "Reduce KL as the reconstruction is reduced.",
    lowerBeta: "Lower β.",
    raiseBeta: "Bring β nearer 1.",
    anneal: "Raise β slowly from 0, or give each dimension free bits.",
    sample: "Sample z and charge for KL, as a VAE does.",
    halveExponent: "Take σ = exp(λ/2).",
    stopEarlier: "Stop earlier: validate each epoch, with patience.",
    fewerDimensions: "Fewer dimensions would do.",
  },
} as const;
