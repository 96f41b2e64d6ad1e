/**
 * A question about the model, asked again as the model changes. One at a time: while an answer is
 * under way, newer versions wait, so a slow model still answers; another question replaces it at
 * once. The last answer stays until the next has come. Knows nothing of what is asked.
 */
import { useEffect, useRef, useState } from "react";
import type { Fault } from "#/core/fault.ts";
import { faultOf } from "#/state/parts.ts";

export interface Answer<T> {
  readonly value: T | null;
  /** Why there is no newer answer; null when all is well. */
  readonly fault: Fault | null;
}

type Ask<T> = (signal: AbortSignal) => Promise<T>;

const nothingYet = { value: null, fault: null };

/**
 * @param ask null while there is nothing to ask; keep its identity while the question is the same.
 * @param version asks again when it changes.
 */
export function useAnswer<T>(ask: Ask<T> | null, version: number): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>(nothingYet);
  const again = useRef<(() => void) | null>(null);

  useEffect(() => {
    if (ask === null) return undefined;
    const question = ask;
    const controller = new AbortController();
    const current = (): boolean => !controller.signal.aborted;
    const asked = { busy: false, wanted: true };

    async function run(): Promise<void> {
      if (asked.busy) return;
      asked.busy = true;
      while (asked.wanted && current()) {
        asked.wanted = false;
        try {
          const value = await question(controller.signal);
          if (current()) setAnswer({ value, fault: null });
        } catch (error) {
          const fault = faultOf(error);
          // Replaced by another request: the next version asks again.
          if (current() && fault.code !== "cancelled") setAnswer((last) => ({ ...last, fault }));
        }
      }
      asked.busy = false;
    }

    again.current = () => {
      asked.wanted = true;
      void run();
    };
    void run();
    return () => {
      again.current = null;
      controller.abort();
    };
  }, [ask]);

  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else again.current?.();
  }, [version]);

  return answer;
}
