/** What a panel of curves draws: lines, landmark values, flags. */
import type { CurvePoint } from "#/core/metrics/downsample.ts";

export interface CurveLine {
  readonly id: string;
  /** Name at the line's end; empty draws none. */
  readonly label: string;
  readonly points: readonly CurvePoint[];
  /** A CSS colour, usually a token. */
  readonly color: string;
  /** Test curves 2 px, train curves 1 px at half strength, the ghost 1 px. */
  readonly weight: "test" | "train" | "ghost";
}

/** A single measured value, drawn as a ring. */
export interface Mark {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly color: string;
  /** Said when it is pointed at. */
  readonly label: string;
}

export interface Landmark {
  readonly id: string;
  readonly label: string;
  readonly value: number;
}

export interface Flag {
  readonly id: string;
  readonly x: number;
  readonly label: string;
}
