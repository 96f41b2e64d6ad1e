/** The experiment of one lane, over the lanes, so that nothing shifts. Escape closes it. */
import { useEffect, useRef } from "react";
import styles from "./ComparePage.module.css";
import { ErrorBoundary } from "../ErrorBoundary.tsx";
import { ExperimentColumn } from "../ExperimentColumn.tsx";
import { LaneScope } from "../LaneScope.tsx";
import { useText } from "#/i18n/useText.ts";
import type { Lane } from "#/state/lanes/types.ts";
import { IconButton } from "#/ui/Button.tsx";
import { LaneMark } from "#/ui/LaneMark.tsx";

interface LaneDrawerProps {
  readonly lane: Lane;
  readonly index: number;
  /** It stands where it does not cover its lane, if it can. */
  readonly side: "start" | "end";
  readonly onClose: () => void;
}

export function LaneDrawer({ lane, index, side, onClose }: LaneDrawerProps) {
  const t = useText();
  const drawer = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const element = drawer.current;
    if (element === null) return;
    const before = document.activeElement;
    element.focus();
    const controller = new AbortController();
    element.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Escape" && !event.defaultPrevented) close.current();
      },
      { signal: controller.signal },
    );
    return () => {
      controller.abort();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <section
      ref={drawer}
      tabIndex={-1}
      className={styles["drawer"]}
      data-side={side}
      aria-label={t("compare.drawer", { letter: lane.letter })}
      data-testid="lane-drawer"
    >
      <div className={styles["drawerHead"]}>
        <LaneMark index={index} letter={lane.letter} size="large" />
        <IconButton icon="close" label={t("compare.closeDrawer")} onClick={onClose} />
      </div>
      <LaneScope app={lane.app}>
        <ErrorBoundary>
          <ExperimentColumn />
        </ErrorBoundary>
      </LaneScope>
    </section>
  );
}
