/** Which part of the page a link opens. Its place in the query is core/experiment/url.ts's affair. */

export const modes = ["play", "compare", "benches", "lessons"] as const;
export type Mode = (typeof modes)[number];

export interface Route {
  readonly mode: Mode;
  /**
   * Within benches: "sigmoid" or a mistake's id; within lessons: a chapter's id. Null: the overview.
   * An id nobody knows opens the overview.
   */
  readonly topic: string | null;
  /** Step of a chapter, from 0. */
  readonly step: number;
  /** Lecturer's mode. */
  readonly stage: boolean;
}

export const frontRoute: Route = { mode: "play", topic: null, step: 0, stage: false };
