/** Where the handle goes before anybody has touched the plane: one slow loop in 12 s. */
import type { PlanePoint } from "#/core/latent/plane.ts";

const PERIOD_MS = 12_000;

/** A three-petalled loop through the origin's surroundings, within two prior standard deviations. */
export function tourPoint(elapsedMs: number): PlanePoint {
  const angle = (2 * Math.PI * elapsedMs) / PERIOD_MS;
  const radius = 1.3 + 0.6 * Math.cos(3 * angle);
  return [radius * Math.cos(angle - Math.PI / 2), radius * Math.sin(angle - Math.PI / 2)];
}
