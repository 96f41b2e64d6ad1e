/** The page: the bar, and under it the regions, laid out for the room there is. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { ExperimentColumn } from "./ExperimentColumn.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { LatentColumn } from "./LatentColumn.tsx";
import { LearningColumn } from "./LearningColumn.tsx";
import { lazyColumn } from "./lazyColumn.ts";
import { listenForShortcuts } from "./shortcuts.ts";
import { useLayout, type Layout } from "./useLayout.ts";
import { FaultBanner } from "#/features/training/FaultBanner.tsx";
import { LiveRegion } from "#/features/training/LiveRegion.tsx";
import { TransportBar } from "#/features/training/TransportBar.tsx";
import { showLanguage } from "#/i18n/translate.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { IconButton } from "#/ui/Button.tsx";
import { ThemeProvider } from "#/ui/theme.tsx";
import styles from "./App.module.css";

const PhonePage = lazyColumn(async () => (await import("./PhonePage.tsx")).PhonePage);
const ExperimentRail = lazyColumn(
  async () => (await import("#/features/setup/ExperimentRail.tsx")).ExperimentRail,
);
const CostNotice = lazyColumn(
  async () => (await import("#/features/training/CostNotice.tsx")).CostNotice,
);
const KeyList = lazy(async () => ({ default: (await import("./KeyList.tsx")).KeyList }));

const selectTheme = (state: AppState) => state.theme;
/** A figure scaled to its own range is told of as its author saw it: as stored, pale originals and all. */
const selectInk = ({ inkOnPaper, built }: AppState) =>
  inkOnPaper && built.objective.display !== "autoscaled";
const selectLanguage = (state: AppState) => state.language;
const selectCostly = (state: AppState) => state.costNotice !== null;
const selectDrawer = (state: AppState) => state.drawerOpen;

export function App() {
  const { store } = useAppParts();
  const theme = useAppState(selectTheme);
  const inkOnPaper = useAppState(selectInk);
  const language = useAppState(selectLanguage);
  const layout = useLayout();
  const costly = useAppState(selectCostly);
  const [keysShown, setKeysShown] = useState(false);

  useEffect(() => {
    // A language whose words cannot be fetched leaves the page in the one it has.
    showLanguage(language).catch(() => undefined);
  }, [language]);

  useEffect(() => {
    const controller = new AbortController();
    const showKeys = (): void => {
      setKeysShown(true);
    };
    listenForShortcuts({ state: store.getState, showKeys }, controller.signal);
    return () => {
      controller.abort();
    };
  }, [store]);

  return (
    <ThemeProvider preference={theme} inkOnPaper={inkOnPaper}>
      <div className={styles["page"]} data-layout={layout}>
        <TransportBar
          onShowKeys={() => {
            setKeysShown(true);
          }}
        />
        <ErrorBoundary>
          <Suspense>{layout === "phone" ? <PhonePage /> : <Columns layout={layout} />}</Suspense>
        </ErrorBoundary>
        <FaultBanner />
        {costly && (
          <Suspense>
            <CostNotice />
          </Suspense>
        )}
        <LiveRegion />
        {keysShown && (
          <Suspense>
            <KeyList
              onClose={() => {
                setKeysShown(false);
              }}
            />
          </Suspense>
        )}
      </div>
    </ThemeProvider>
  );
}

function Columns({ layout }: { readonly layout: Exclude<Layout, "phone"> }) {
  const t = useText();
  return (
    <main className={styles["columns"]}>
      {layout === "drawer" ? (
        <Drawer />
      ) : (
        <section className={styles["experiment"]} aria-label={t("app.region.experiment")}>
          <ErrorBoundary>
            <ExperimentColumn />
          </ErrorBoundary>
        </section>
      )}
      <section className={styles["latent"]} aria-label={t("app.region.latent")}>
        <ErrorBoundary>
          <LatentColumn />
        </ErrorBoundary>
      </section>
      <section className={styles["learning"]} aria-label={t("app.region.learning")}>
        <ErrorBoundary>
          <LearningColumn />
        </ErrorBoundary>
      </section>
    </main>
  );
}

/** The experiment as a rail of 56 px; its drawer lies over the plane, so that nothing shifts. */
function Drawer() {
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
    <div ref={rail} className={styles["railColumn"]}>
      <Suspense>
        <ExperimentRail />
      </Suspense>
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
