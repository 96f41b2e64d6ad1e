/** Windows for property tests: both coordinates, any allowed zoom and pan. */
import fc from "fast-check";
import type { PlaneWindow } from "#/core/latent/plane.ts";
import { clampWindow } from "#/core/latent/window.ts";

export const anyWindow: fc.Arbitrary<PlaneWindow> = fc
  .record({
    coordinates: fc.constantFrom("z" as const, "phi" as const),
    centre: fc.tuple(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: -2, max: 2, noNaN: true }),
    ),
    extent: fc.double({ min: 1, max: 15, noNaN: true }),
  })
  .map(clampWindow);
