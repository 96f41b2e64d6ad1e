/** Whether a pass trains: with the batch's statistics and dropout, or with running ones and none. */
import type { Labels } from "#/engine/engine.ts";
import type { Tensor } from "#/engine/tf.ts";

export interface PassMode {
  readonly training: boolean;
  /** Class of each image, for a conditional model. */
  readonly labels: Labels;
  /** Uniform noise of all dropout layers [count × dropoutUnits], layer by layer; null drops nothing. */
  readonly dropout: Tensor | null;
}
