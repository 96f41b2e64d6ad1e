/** The page: the bar, and under it the regions, laid out for the room there is. */
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { Columns } from "./Columns.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Appearance } from "./LaneScope.tsx";
import { lazyColumn, lazyMode } from "./lazyColumn.ts";
import { ModeSwitch } from "./ModeSwitch.tsx";
import { useLayout, type Layout } from "./useLayout.ts";
import { usePageKeys } from "./usePageKeys.ts";
import { stepOnce, toggleTraining } from "#/features/training/commands.ts";
import { FaultBanner } from "#/features/training/FaultBanner.tsx";
import { TransportBar } from "#/features/training/TransportBar.tsx";
import type { Mode } from "#/core/route.ts";
import { loadLaterEnglish, loadModesTexts, showLanguage } from "#/i18n/translate.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import styles from "./App.module.css";

const PhonePage = lazyColumn(async () => (await import("./PhonePage.tsx")).PhonePage);
const AfterPaint = lazyColumn(async () => (await import("./AfterPaint.tsx")).AfterPaint);
const CostNotice = lazyColumn(
  async () => (await import("#/features/training/CostNotice.tsx")).CostNotice,
);
const modePages = {
  compare: lazyMode(async () => (await import("./compare/ComparePage.tsx")).ComparePage),
  benches: lazyMode(async () => (await import("./benches/BenchesPage.tsx")).BenchesPage),
  lessons: lazyMode(async () => (await import("./lessons/LessonsPage.tsx")).LessonsPage),
} as const;
const StageShell = lazyMode(async () => (await import("./stage/StageShell.tsx")).StageShell);
const StagePlay = lazyMode(async () => (await import("./stage/StagePlay.tsx")).StagePlay);
const SlowPanel = lazy(async () => {
  const [{ SlowPanel: component }] = await Promise.all([
    import("#/features/slow/SlowPanel.tsx"),
    ...[loadLaterEnglish(), loadModesTexts()],
  ]);
  return { default: component };
});
const KeyList = lazy(async () => {
  const [{ KeyList: component }] = await Promise.all([import("./KeyList.tsx"), loadLaterEnglish()]);
  return { default: component };
});

const selectLanguage = (state: AppState) => state.language;
const selectCostly = (state: AppState) => state.costNotice !== null;
const selectMode = (state: AppState) => state.route.mode;
const selectStage = (state: AppState) => state.route.stage;

export function App() {
  const { store } = useAppParts();
  const language = useAppState(selectLanguage);
  const layout = useLayout();
  const costly = useAppState(selectCostly);
  const mode = useAppState(selectMode);
  const stage = useAppState(selectStage);
  const [keysShown, setKeysShown] = useState(false);
  const [slow, setSlow] = useState(false);

  useEffect(() => {
    // A language whose words cannot be fetched leaves the page in the one it has.
    showLanguage(language).catch(() => undefined);
  }, [language]);

  const keys = useMemo(() => {
    const plays = mode === "play";
    const state = store.getState;
    return {
      settings: plays ? state : null,
      single: () => state().shortcuts,
      toggle: plays
        ? () => {
            toggleTraining(state());
          }
        : null,
      step: plays
        ? () => {
            stepOnce(state());
          }
        : null,
      stage: () => {
        const { go, route } = state();
        go({ stage: !route.stage });
      },
      showKeys: () => {
        setKeysShown(true);
      },
    };
  }, [store, mode]);
  usePageKeys(keys);

  return (
    <Appearance large={stage}>
      <div className={styles["page"]} data-layout={layout}>
        {stage ? (
          <Suspense>
            <StageShell />
          </Suspense>
        ) : (
          <TransportBar
            modes={<ModeSwitch />}
            plays={mode === "play"}
            onShowKeys={() => {
              setKeysShown(true);
            }}
            onSlowMotion={() => {
              void store.getState().pause();
              setSlow(true);
            }}
          />
        )}
        {costly && (
          <Suspense>
            <CostNotice />
          </Suspense>
        )}
        <ErrorBoundary key={mode}>
          <Suspense>
            {stage && mode === "play" ? <StagePlay /> : <Page mode={mode} layout={layout} />}
          </Suspense>
        </ErrorBoundary>
        <FaultBanner />
        {slow && mode === "play" && (
          <Suspense>
            <SlowPanel
              onClose={() => {
                setSlow(false);
              }}
            />
          </Suspense>
        )}
        <Suspense>
          <AfterPaint />
        </Suspense>
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
    </Appearance>
  );
}

function Page({ mode, layout }: { readonly mode: Mode; readonly layout: Layout }) {
  if (mode === "play") return layout === "phone" ? <PhonePage /> : <Columns layout={layout} />;
  const ModePage = modePages[mode];
  return <ModePage />;
}
