/** What a link within the benches leads to. Pure. */
import { mistakeIds, type MistakeId } from "#/core/bench/mistake.ts";

export type BenchTopic =
  /** `unknown` is an id that leads nowhere; null where none was given. */
  | { readonly kind: "overview"; readonly unknown: string | null }
  | { readonly kind: "sigmoid" }
  | { readonly kind: "mistake"; readonly id: MistakeId };

export const sigmoidTopic = "sigmoid";

export function benchTopic(topic: string | null): BenchTopic {
  if (topic === sigmoidTopic) return { kind: "sigmoid" };
  const id = mistakeIds.find((known) => known === topic);
  return id === undefined ? { kind: "overview", unknown: topic } : { kind: "mistake", id };
}

/** The one after it; null after the last. */
export function nextMistake(id: MistakeId): MistakeId | null {
  return mistakeIds[mistakeIds.indexOf(id) + 1] ?? null;
}
