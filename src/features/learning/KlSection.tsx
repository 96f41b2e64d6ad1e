/**
 * KL of each latent dimension over the encoded test points of the frame on screen. Hovering a bar
 * says its number, a click puts the dimension on the plane's first axis. Order and scale hold still
 * while the pointer is inside.
 */
import { useRef, useState, type ReactElement } from "react";
import { KlBars, type KlBar } from "#/charts/KlBars.tsx";
import { fromZeroDomain } from "#/core/metrics/axis.ts";
import { klBars, orderByKl } from "#/features/learning/klOrder.ts";
import styles from "#/features/learning/KlSection.module.css";
import { KlTable } from "#/features/learning/KlTable.tsx";
import { useSteadyDomain } from "#/charts/useSteadyDomain.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { useHeld } from "#/ui/useHeld.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectLatent = (state: AppState) => state.config.model.latent;
const selectMoving = ({ phase }: AppState) => phase === "training" || phase === "waiting";
const selectRunId = (state: AppState) => state.runId;
const selectAxes = (state: AppState) => state.axes;
const selectSetAxes = (state: AppState) => state.setAxes;

const REDRAW = 500;
const HEIGHT = 116;

export function KlSection({ view }: { readonly view: "chart" | "table" }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const { frames } = useAppParts();
  const now = usePacedTime(frames, REDRAW);
  const latent = useAppState(selectLatent);
  const runId = useAppState(selectRunId);
  const axes = useAppState(selectAxes);
  const setAxes = useAppState(selectSetAxes);
  const [sorted, setSorted] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const [held, release] = useHeld(panel);
  const [shownOrder, setShownOrder] = useState<readonly number[]>([]);
  const [hovered, setHovered] = useState<number | null>(null);
  const [measured, width] = useElementWidth<HTMLDivElement>();

  const frame = frames.shown();
  const inOrder = klBars(frame, latent, axes);
  const wanted = sorted ? orderByKl(inOrder) : inOrder.map((bar) => bar.dimension);
  const order = held && shownOrder.length === latent ? shownOrder : wanted;
  if (order.join() !== shownOrder.join()) setShownOrder(order);
  const bars = order.flatMap((dimension) => inOrder[dimension] ?? []);
  const y = useSteadyDomain(fromZeroDomain([bars.map((bar) => ({ y: bar.kl }))], 0.5), {
    held,
    moving: useAppState(selectMoving),
    run: runId,
    now,
  });
  const sum = bars.reduce((total, bar) => total + bar.kl, 0);
  const active = bars.filter((bar) => bar.active).length;

  function nameOf(bar: KlBar): string {
    return t(bar.active ? "learning.klBarName" : "learning.klBarNameInactive", {
      dimension: bar.dimension + 1,
      nats: number(bar.kl, 2),
    });
  }

  function pick(dimension: number): void {
    if (latent < 2) return;
    const other = axes.kind === "dimensions" ? axes.dims[0] : 0;
    const second = other === dimension ? (dimension + 1) % latent : other;
    setAxes({ kind: "dimensions", dims: [dimension, second] });
  }

  const pointed = hovered === null ? undefined : inOrder[hovered];
  return (
    <section
      ref={panel}
      className={styles["section"]}
      data-testid="kl-bars"
      onPointerLeave={() => {
        setHovered(null);
      }}
    >
      <div ref={measured} />
      <header className={styles["header"]}>
        <h3 title={t("learning.klBarsHelp")}>{t("learning.klBarsTitle")}</h3>
        {latent > 2 && (
          <ToggleGroup
            label={t("learning.order")}
            value={sorted ? "kl" : "index"}
            options={[
              { value: "index", label: t("learning.byIndex") },
              { value: "kl", label: t("learning.byKl") },
            ]}
            onChange={(value) => {
              setSorted(value === "kl");
              release();
            }}
          />
        )}
      </header>
      {view === "table" ? (
        <KlTable bars={bars} />
      ) : (
        <div role="img" aria-label={t("learning.klBarsHelp")} className={styles["bars"]}>
          <KlBars
            bars={bars}
            y={y}
            width={width}
            height={HEIGHT}
            formatY={(nats) => number(nats)}
            nameOf={nameOf}
            onHover={setHovered}
            onPick={pick}
          />
        </div>
      )}
      <p className={styles["sum"]}>
        {pointed === undefined ? t("learning.klSum", { nats: number(sum, 2) }) : nameOf(pointed)}
        <span>{t("learning.activeUnits", { active, latent })}</span>
      </p>
    </section>
  );
}
