import { itShows } from "#/testing/mistakes/itShows.ts";

itShows(["no-sigmoid-at-display", "sigmoid-twice", "noise-image", "sigma-exp"]);
