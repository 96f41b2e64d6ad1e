/** The page's three columns: experiment, latent space, learning. In narrower windows the first is a drawer. */
import { Suspense } from "react";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { ExperimentColumn } from "./ExperimentColumn.tsx";
import { LatentColumn } from "./LatentColumn.tsx";
import { lazyColumn } from "./lazyColumn.ts";
import { LearningColumn } from "./LearningColumn.tsx";
import type { Layout } from "./useLayout.ts";
import { useText } from "#/i18n/useText.ts";
import styles from "./App.module.css";

const Drawer = lazyColumn(async () => (await import("./Drawer.tsx")).Drawer);

export function Columns({ layout }: { readonly layout: Exclude<Layout, "phone"> }) {
  const t = useText();
  return (
    <main className={styles["columns"]}>
      {layout === "drawer" ? (
        <div className={styles["railColumn"]}>
          <Suspense>
            <Drawer />
          </Suspense>
        </div>
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
