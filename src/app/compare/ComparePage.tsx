/**
 * Two to four experiments side by side, on the same seed, batches and noise, explored with one hand.
 * Lane A is the page's own run. Brings the group; CompareLanes is the page itself.
 */
import { useEffect, useState } from "react";
import { CompareLanes } from "./CompareLanes.tsx";
import type { Fault } from "#/core/fault.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts } from "#/state/context.tsx";
import { LaneGroupProvider } from "#/state/lanes/context.tsx";
import type { LaneGroup } from "#/state/lanes/types.ts";
import { faultOf } from "#/state/parts.ts";
import { Button } from "#/ui/Button.tsx";
import { FaultNote } from "#/ui/FaultNote.tsx";
import styles from "./ComparePage.module.css";

type Opened = LaneGroup | Fault | null;

export function ComparePage() {
  const t = useText();
  const { comparison } = useAppParts();
  const [opened, setOpened] = useState<Opened>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    comparison().then(
      (group) => {
        if (current) setOpened(group);
      },
      (error: unknown) => {
        if (current) setOpened(faultOf(error));
      },
    );
    return () => {
      current = false;
    };
  }, [comparison, attempt]);
  if (opened === null) {
    return (
      <main className={styles["page"]} aria-busy="true">
        <p className={styles["note"]}>{t("compare.opening")}</p>
      </main>
    );
  }
  if ("code" in opened) {
    return (
      <main className={styles["page"]}>
        <FaultNote fault={opened} />
        <Button
          icon="reset"
          onClick={() => {
            setOpened(null);
            setAttempt((last) => last + 1);
          }}
        >
          {t("common.retry")}
        </Button>
      </main>
    );
  }
  return (
    <LaneGroupProvider group={opened}>
      <CompareLanes />
    </LaneGroupProvider>
  );
}
