/** The page as a whole: its regions, its menus and what stands where a part failed. */
export const app = {
  title: "VAE Playground",
  description:
    "Train a variational autoencoder in the browser and hold its latent space in your hand.",
  region: {
    transport: "Training",
    experiment: "Experiment",
    latent: "Latent space",
    learning: "Learning",
    sheets: "What lies below the plane",
  },
  tabs: {
    label: "Views of the latent space",
    explore: "Explore",
    reconstruct: "Reconstruct",
    samples: "Samples",
    grid: "Grid",
    interpolate: "Interpolate",
    draw: "Draw",
  },
  modes: {
    label: "Ways to use this page",
    play: "Play",
    compare: "Compare",
    benches: "Benches",
    lessons: "Lessons",
  },
  drawer: { open: "Open the experiment", close: "Close the experiment" },
  crash: {
    what: "This part of the page failed.",
    kept: "Training and the rest of the page go on.",
    again: "Show it again",
    page: "Reload the page",
  },
} as const;
