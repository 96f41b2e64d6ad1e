/** The presets: a name, the story of the system with its errors set right, and what to look for. */
export const presets = {
  "mnist-dense-2": {
    name: "Digits, two dimensions",
    story:
      "Handwritten digits squeezed into two numbers, so that the whole latent space fits on the plane.",
    look: "Strokes after some fifty steps, then 0, 1, 7 and 9. Classes that look alike lie side by side: 4 by 9, 3 by 5 and 8.",
  },
  "mnist-dense-20": {
    name: "Digits, 20 dimensions",
    story:
      "The tutorial model most people meet first: 784–400–20, PyTorch’s start, loss summed over the whole batch, so that the printed number is 128 times that of an image. A comment beside its sampling says σ = 0.5·exp(log var); the code has exp(log var / 2), which is right. It explains blur by a KL that is not 0. That is not the reason: the KL is what the code says about the picture, and should not be 0.",
    look: "KL rises to about 24 nats while the pictures get sharper, and nearly all 20 dimensions stay active. At KL 0 every picture would be the same.",
  },
  "mnist-cvae-20": {
    name: "Digits on request",
    story:
      "The same model told the label: a one-hot vector joins the image at the encoder and z at the decoder. z no longer needs to say which digit it is and is free for slant, width and hand.",
    look: "The sheet of samples has one class a row. Keep z and change the label: the same hand writes another digit.",
  },
  "mnist-conv-2d": {
    name: "The latent grid",
    story:
      "A convolutional encoder, two dimensions, and a grid of pictures: ten by ten at the quantiles of the prior. As written, z is drawn with σ = exp(λ) while the KL reads λ as log σ². Cross-entropy is averaged over 784 pixels; the KL has no ½, is averaged over both dimensions and weighted 5e-4. Per image that is cross-entropy + 0.392 × KL. The source calls the axes of its grid “mean” and “variance”. They are the two coordinates of z: z₁ grows to the right, z₂ downwards.",
    look: "In the Grid tab neighbours change smoothly. The loss as written is no bound on anything: compare it with the true −ELBO beside it. Validation may end it early, and the last weights stay, not the best.",
  },
  "mnist-conv-2d:repaired": {
    name: "The latent grid, repaired",
    story:
      "The same layers with the ELBO: σ = exp(λ/2), sums over pixels and dimensions, the ½ in its place, β = 1, logits.",
    look: "The loss on the chart is now a bound. Encoded points fill the rings of the prior, and the grid has fewer cells that look like nothing.",
  },
  "mnist-sigmoid": {
    name: "A · sigmoid in the output",
    story:
      "The network ends in a sigmoid, and the loss takes log(1e-10 + x̂) and log(1e-10 + 1 − x̂). In single precision the second guard is lost beside 1: a pixel certain of ink costs +∞ where it is wrong, and NaN where it is right. Trained as here it rarely gets that far.",
    look: "It trains as C does. A, B and C differ in what happens at the edge of the numbers, not in the model.",
  },
  "mnist-sigmoid-a": {
    name: "A · sigmoid in the output",
    story:
      "The network ends in a sigmoid, and the loss takes log(1e-10 + x̂) and log(1e-10 + 1 − x̂). In single precision the second guard is lost beside 1: a pixel certain of ink costs +∞ where it is wrong, and NaN where it is right. Trained as here it rarely gets that far.",
    look: "It trains as C does. A, B and C differ in what happens at the edge of the numbers, not in the model.",
  },
  "mnist-sigmoid-a:repaired": {
    name: "A, repaired",
    story: "The stable form on logits: the same loss, without a logarithm that can reach 0.",
    look: "The same curve, nat for nat, until a pixel becomes extreme.",
  },
  "mnist-sigmoid-b": {
    name: "B · sigmoid in the loss",
    story:
      "The network gives logits and the loss squashes them, so the model is the same as A. But the picture is drawn from the raw logits, originals and reconstructions in one figure scaled to its own range: logits from about −11 to 3 push the originals into a pale band and the background to mid grey. People read this as bad training. It is a display without its sigmoid.",
    look: "The curve is that of A; only the picture is grey. Set Display to “as the loss means it” and nothing but the picture changes. “Clamped” looks different again: hard, almost binary.",
  },
  "mnist-sigmoid-b:repaired": {
    name: "B, repaired",
    story: "Stable form, and the sigmoid applied when the picture is drawn.",
    look: "The same numbers as B, and pictures that mean what the loss means.",
  },
  "mnist-sigmoid-c": {
    name: "C · as one should write it",
    story:
      "max(l, 0) − l·x + log(1 + e^−|l|): the cross-entropy of a sigmoid, written on logits. Nothing overflows, nothing needs guarding, and the gradient is sigmoid(l) − x everywhere.",
    look: "The same training as A and B. All three use the first 55,000 images, 550 steps an epoch.",
  },
  "fashion-dense-20": {
    name: "Fashion, 20 dimensions",
    story:
      "Clothes instead of digits: 784–128–20, logits, Adam, batch 512. The source contradicts itself: its text asks for 20 latent dimensions, its code has 10. This one follows the text.",
    look: "After each epoch compare the two things a VAE does: redraw test images from a sampled z, and invent from z ~ N(0, I). Shirts, pullovers and coats stay hard to tell apart.",
  },
  "fashion-dense-10": {
    name: "Fashion, 10 dimensions",
    story: "The same tutorial as its code has it: 10 latent dimensions where the text says 20.",
    look: "Hardly any difference: with 20, several dimensions are switched off anyway. The bars show which.",
  },
  "fashion-ae-20": {
    name: "Fashion, autoencoder",
    story:
      "The same layers without sampling and without KL. Nothing asks the codes to lie where the prior is, so nobody knows where to draw z from.",
    look: "It redraws better than the VAE and invents worse: points spread far beyond the rings, and samples from N(0, I) look like nothing in the shop.",
  },
  "faces-conv": {
    name: "Faces, convolutional",
    story:
      "A question people keep asking: why do all my samples look alike? The squared error is averaged over 3,072 values while the KL is summed over 256 dimensions, so the KL wins and every code says the same. The answer it was given encodes an image of Gaussian noise and blames the sampling; the code draws its nine z from N(0, I), which is right. Drawn faces stand in for CelebA, which is not ours to ship.",
    look: "KL falls to 0, no dimension stays active, and each sample is the mean face. Annealing β does not help: the balance is wrong at its end. The other advice given was a fully connected layer with a non-linearity at the encoder’s end or the decoder’s start: add one with + and see whether it is the cure. The author’s own image was read in BGR order and the output flipped, so red and blue may be swapped there.",
  },
  "faces-conv:repaired": {
    name: "Faces, repaired",
    story:
      "One word is changed: the squared error is summed over the pixels. The KL counts once instead of 3,072 times.",
    look: "Dimensions wake up, reconstructions take on skin, hair and clothes of their own, and samples differ from one another.",
  },
  "celeba-conv": {
    name: "CelebA, your own images",
    story:
      "The same system for the images it was written for. Load your CelebA files under Data; until then the drawn faces stand in. The question was why all samples look alike: the squared error is averaged over 3,072 values, the KL summed over 256 dimensions. Drawing nine z from N(0, I), as the code does, is right; the noise image of the answer is not a sample. Four halvings need 32 pixels: 28 do not survive them.",
    look: "KL at 0 and one mean face in every sample. Look at both samplers: the prior, and a noise image sent through the encoder. An image read in BGR order, as the author read one, has red and blue swapped.",
  },
  "celeba-conv:repaired": {
    name: "CelebA, repaired",
    story: "The squared error is summed over the pixels; everything else is as written.",
    look: "Samples that differ: hair, light and the turn of the head first.",
  },
} as const;

/** What heads the groups of presets. */
export const systems = {
  first: "To begin with",
  S1: "Why do all samples look alike?",
  S2: "The latent grid",
  S3: "Redraw and invent",
  S4: "VAE and conditional VAE",
  S5: "Where does the sigmoid sit?",
} as const;
