import { itShows } from "#/testing/mistakes/itShows.ts";

itShows(["mean-reconstruction", "mean-both", "tiny-kl", "beta-too-large", "rising-kl"]);
