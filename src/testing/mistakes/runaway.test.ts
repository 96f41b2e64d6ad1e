import { itShows } from "#/testing/mistakes/itShows.ts";

itShows(["standardised", "wrong-sign", "rate-too-high", "no-sampling"]);
