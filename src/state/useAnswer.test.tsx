import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { EngineError } from "#/core/fault.ts";
import { useAnswer } from "#/state/useAnswer.ts";

interface Pending {
  readonly signal: AbortSignal;
  readonly answer: (value: string) => Promise<void>;
  readonly refuse: (code: "cancelled" | "chunk-missing") => Promise<void>;
}

/** A question that is answered by hand. */
function question() {
  const pending: Pending[] = [];
  const ask = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      const settle = (now: () => void) =>
        act(async () => {
          now();
          await Promise.resolve();
        });
      pending.push({
        signal,
        answer: (value) =>
          settle(() => {
            resolve(value);
          }),
        refuse: (code) =>
          settle(() => {
            reject(new EngineError({ code, message: code, hint: "" }));
          }),
      });
    });
  return { pending, ask };
}

type Props = { readonly ask: ((signal: AbortSignal) => Promise<string>) | null; version: number };

const open = (props: Props) =>
  renderHook(({ ask, version }: Props) => useAnswer(ask, version), { initialProps: props });

describe("useAnswer", () => {
  it("asks nothing while there is no question", () => {
    expect(open({ ask: null, version: 0 }).result.current).toEqual({ value: null, fault: null });
  });

  it("asks one at a time: versions that come meanwhile are one more question", async () => {
    const { pending, ask } = question();
    const { result, rerender } = open({ ask, version: 0 });
    rerender({ ask, version: 1 });
    rerender({ ask, version: 2 });
    expect(pending).toHaveLength(1);
    await pending[0]!.answer("first");
    expect(result.current.value).toBe("first");
    expect(pending).toHaveLength(2);
    await pending[1]!.answer("second");
    expect(result.current.value).toBe("second");
    expect(pending).toHaveLength(2);
  });

  it("drops the answer to a question that was replaced", async () => {
    const old = question();
    const fresh = question();
    const { result, rerender } = open({ ask: old.ask, version: 0 });
    rerender({ ask: fresh.ask, version: 0 });
    expect(old.pending[0]!.signal.aborted).toBe(true);
    await old.pending[0]!.answer("stale");
    expect(result.current.value).toBeNull();
    await fresh.pending[0]!.answer("fresh");
    expect(result.current.value).toBe("fresh");
  });

  it("keeps the last answer beside a fault, and says nothing of a cancellation", async () => {
    const { pending, ask } = question();
    const { result, rerender } = open({ ask, version: 0 });
    await pending[0]!.answer("good");
    rerender({ ask, version: 1 });
    await pending[1]!.refuse("cancelled");
    expect(result.current).toEqual({ value: "good", fault: null });
    rerender({ ask, version: 2 });
    await pending[2]!.refuse("chunk-missing");
    expect(result.current.value).toBe("good");
    expect(result.current.fault?.code).toBe("chunk-missing");
  });
});
