/** The benches: all of them as cards, or the one a link or a card leads to. */
import { useEffect, useRef } from "react";
import { MistakePage } from "./MistakePage.tsx";
import { LearntScope } from "../LearntScope.tsx";
import { SigmoidPage } from "./SigmoidPage.tsx";
import { mistakes } from "#/core/bench/mistakes.ts";
import { mistakeText } from "#/features/benches/mistake/mistakeText.ts";
import { Overview } from "#/features/benches/Overview.tsx";
import { benchTopic, type BenchTopic } from "#/features/benches/topic.ts";
import type { Translate } from "#/i18n/keys.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import styles from "./BenchesPage.module.css";

const selectTopic = (state: AppState) => state.route.topic;

export function BenchesPage() {
  const t = useText();
  const { store } = useAppParts();
  const topic = useAppState(selectTopic);
  const shown = benchTopic(topic);
  const heading = useRef<HTMLHeadingElement>(null);
  const stood = useRef(topic);
  // Another bench begins at its top, and its heading is where the keyboard stands.
  useEffect(() => {
    if (stood.current === topic) return;
    stood.current = topic;
    heading.current?.focus();
  }, [topic]);
  const open = (to: string | null): void => {
    store.getState().go({ topic: to });
  };
  return (
    <LearntScope>
      <main className={styles["page"]}>
        <div className={styles["head"]}>
          {shown.kind !== "overview" && (
            <Button
              icon="left"
              look="quiet"
              onClick={() => {
                open(null);
              }}
            >
              {t("benches.back")}
            </Button>
          )}
          <h2 ref={heading} tabIndex={-1}>
            {titleOf(t, shown)}
          </h2>
        </div>
        <Bench key={topic} shown={shown} onOpen={open} />
      </main>
    </LearntScope>
  );
}

function titleOf(t: Translate, shown: BenchTopic): string {
  switch (shown.kind) {
    case "overview":
      return t("benches.title");
    case "sigmoid":
      return t("benches.sigmoid.title");
    case "mistake":
      return mistakeText(t, shown.id, "title");
  }
}

interface BenchProps {
  readonly shown: BenchTopic;
  readonly onOpen: (topic: string | null) => void;
}

function Bench({ shown, onOpen }: BenchProps) {
  switch (shown.kind) {
    case "overview":
      return <Overview mistakes={mistakes} unknown={shown.unknown} onOpen={onOpen} />;
    case "sigmoid":
      return <SigmoidPage />;
    case "mistake":
      return <MistakePage mistake={mistakes[shown.id]} onOpen={onOpen} />;
  }
}
