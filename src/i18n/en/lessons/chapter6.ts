/** Chapter 6: walking the latent grid. */
export const chapter6 = {
  steps: {
    twoNumbers: {
      title: "Two numbers make a picture",
      text: "Each place on the plane is a z, and the decoder makes one image of it. The sheet under the handle shows what it makes at the middle of each cell; nothing is blended or smoothed in between.\n\nTrain for ten epochs, then drag the handle, or move it with the arrow keys.",
    },
    equalMass: {
      title: "Cells of equal probability",
      text: "A grid with even steps in z spends most of its cells where the prior has little mass. With z = Φ⁻¹(u) and u in even steps between 0 and 1, every cell stands for the same share of the prior: what sampling would give, laid out in order.",
    },
    betweenClasses: {
      title: "Between classes",
      text: "Pin two places that show different digits (key P, or Alt and a click), then carry the handle slowly from one to the other in a straight line.",
    },
    overTheEdge: {
      title: "Over the edge",
      text: "Carry the handle beyond three standard deviations. The prior puts about 1 % of its mass outside the outer ring, the data hardly more. Double the range in “View” to go further.",
    },
    moreThanTwo: {
      title: "More than two",
      text: "A plane lets one see everything, and that has its price: two numbers cannot hold a digit’s class, slant, width and loops. With more dimensions the bound is much better and the plane becomes a slice: two axes of your choice, the other coordinates held where the handle is.\n\nIn Play, any preset with 20 dimensions shows this.",
    },
  },
  questions: {
    neighbours: {
      ask: "Why do neighbouring places give similar images?",
      answer:
        "For two reasons. The decoder is a continuous function of moderate slope. And in training each image is rebuilt from a cloud of z, so all z of a cloud are asked for the same image: a jump inside a cloud would cost reconstruction whenever a draw crossed it.",
    },
    whyQuantiles: {
      ask: "What does such a figure of the manifold leave out?",
      answer:
        "The rim. The outermost cells of a 20 × 20 grid stand at Φ⁻¹(1/40) = −1.96 and 1.96; what lies beyond, 5 % of the mass along each axis, is not drawn. Nor does it show how much room a class takes in z, for the middle is magnified. Neither is wrong; one should know which was drawn.",
    },
    threeAndAHalf: {
      ask: "Is there a 3½ between 3 and 4?",
      answer:
        "There are images in between, but “between” is a matter of pixels, not of number. The way may lead through a third class that resembles both. Where two classes share few strokes, the border is blurred: codes from both sides share these z.",
    },
    farOut: {
      ask: "Far out the picture hardly changes, and its pixels are nearly black or white. Why?",
      answer:
        "Far from the origin a network of ReLU layers is linear along each ray, for the same units stay on. The logits then grow in proportion to the distance, and the sigmoid saturates: each pixel goes to 0 or 1, whichever it was tending to. The decoder is most certain where it has seen nothing.",
    },
    sliceOfTwenty: {
      ask: "Why may points overlap in a slice although the model tells them apart?",
      answer:
        "Points are projections: each is drawn where its two coordinates fall, whatever the others say. Pictures are a slice, decoded with the other coordinates at the handle’s. Point and picture agree near the slice only, which is why distant points fade.",
    },
  },
  goals: {
    walkBothWays: "Train for ten epochs and walk 2 or more in both directions.",
    pinTwoPlaces: "Pin two places.",
    beyondThree: "Bring a coordinate of the handle to 3 or beyond.",
  },
} as const;
