/** The experiment as a rail of 56 px; its drawer lies over the plane, so that nothing shifts. */
import { useCallback, useEffect, useRef } from "react";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { ExperimentColumn } from "./ExperimentColumn.tsx";
import { ExperimentRail } from "#/features/setup/ExperimentRail.tsx";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { IconButton } from "#/ui/Button.tsx";
import styles from "./App.module.css";

const selectDrawer = (state: AppState) => state.drawerOpen;

export function Drawer() {
  const t = useText();
  const { store } = useAppParts();
  const open = useAppState(selectDrawer);
  const drawer = useRef<HTMLElement>(null);
  const rail = useRef<HTMLDivElement>(null);
  const close = useCallback((): void => {
    store.getState().setDrawerOpen(false);
    rail.current?.querySelector("button")?.focus();
  }, [store]);
  useEffect(() => {
    const element = drawer.current;
    if (!open || element === null) return;
    element.focus();
    const controller = new AbortController();
    element.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Escape" && !event.defaultPrevented) close();
      },
      { signal: controller.signal },
    );
    return () => {
      controller.abort();
    };
  }, [open, close]);
  return (
    <div ref={rail} className={styles["rail"]}>
      <ExperimentRail />
      {open && (
        <section
          ref={drawer}
          tabIndex={-1}
          className={styles["drawer"]}
          aria-label={t("app.region.experiment")}
        >
          <div className={styles["drawerHead"]}>
            <IconButton icon="close" label={t("app.drawer.close")} onClick={close} />
          </div>
          <ErrorBoundary>
            <ExperimentColumn />
          </ErrorBoundary>
        </section>
      )}
    </div>
  );
}
