/** The card of the pinned point, which stays, and of the one under the pointer, which passes. */
import { useEffect, useState, type RefObject } from "react";
import { project, toScreen } from "#/core/latent/plane.ts";
import { chooseCorner, type Corner } from "#/features/latent/corners.ts";
import { DrawRow } from "#/features/latent/DrawRow.tsx";
import { PointCard } from "#/features/latent/PointCard.tsx";
import styles from "./PointCards.module.css";
import type { PlaneStage } from "#/features/latent/stage.ts";
import { useDrawMarks } from "#/features/latent/useDrawMarks.ts";
import { useEpsilonDraws } from "#/features/latent/useEpsilonDraws.ts";
import { usePlaneView, type PlaneView } from "#/features/latent/usePlaneView.ts";
import { usePointDetails } from "#/features/latent/usePointDetails.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button, IconButton } from "#/ui/Button.tsx";
import { useReducedMotion } from "#/ui/useReducedMotion.ts";

const selectHovered = (s: AppState) => s.hoveredPoint;
const selectPinned = (s: AppState) => s.pinned;
const selectSampling = (s: AppState) => s.built.objective.sampling;
const selectDataset = (s: AppState) => s.dataset;

/** Screen position of a test image among the frame's points; the middle when it is not there. */
function screenOf({ frame, axes, window, latent }: PlaneView, testIndex: number): [number, number] {
  const index = frame?.points.indices.indexOf(testIndex) ?? -1;
  if (frame === null || index < 0) return [0.5, 0.5];
  return toScreen(window, project(axes, frame.points.mean, index * latent));
}

export interface PointCardsProps {
  readonly stage: RefObject<PlaneStage | null>;
  /** Filled with what E does. */
  readonly drawRef: RefObject<() => void>;
}

export function PointCards({ stage, drawRef }: PointCardsProps) {
  const t = useText();
  const { store } = useAppParts();
  const view = usePlaneView();
  const still = useReducedMotion();
  const dataset = useAppState(selectDataset);
  const classes = useClassNames(dataset);
  const sampling = useAppState(selectSampling);
  const pinned = useAppState(selectPinned);
  const hoveredIndex = useAppState(selectHovered);
  const hovered = hoveredIndex === null ? null : (view.frame?.points.indices[hoveredIndex] ?? null);
  const passing = hovered === pinned ? null : hovered;

  const pinnedDetails = usePointDetails(pinned);
  const passingDetails = usePointDetails(passing);
  const { draws, draw } = useEpsilonDraws(pinned === null ? passingDetails : pinnedDetails);
  useDrawMarks(stage, draws, view.axes, still);
  useEffect(() => {
    drawRef.current = sampling ? draw : () => undefined;
  }, [drawRef, draw, sampling]);

  // The pinned card keeps the corner it was given: nothing moves under the hand.
  const [kept, setKept] = useState<{ readonly of: number; readonly corner: Corner } | null>(null);
  if (pinned === null ? kept !== null : kept?.of !== pinned) {
    setKept(
      pinned === null
        ? null
        : { of: pinned, corner: chooseCorner(...screenOf(view, pinned), null) },
    );
  }

  if (dataset === null) return null;
  const nameOf = (label: number | undefined): string | null =>
    label === undefined ? null : (classes[label] ?? null);
  // Without the numbers, which change with every preview.
  const said = (key: "latent.card" | "latent.announcePinned", index: number, name: string | null) =>
    t(key, { index }) + (name === null ? "" : `, ${t("latent.cardClass", { name })}`);
  const told =
    passing !== null
      ? said("latent.card", passing, nameOf(passingDetails?.label))
      : pinned !== null
        ? said("latent.announcePinned", pinned, nameOf(pinnedDetails?.label))
        : "";
  return (
    <>
      <p className="visuallyHidden" role="status">
        {told}
      </p>
      {pinned !== null && (
        <PointCard
          testIndex={pinned}
          details={pinnedDetails}
          shape={dataset.shape}
          axes={view.axes}
          className={nameOf(pinnedDetails?.label)}
          corner={kept?.corner ?? "topRight"}
          passing={false}
        >
          <div className={styles["actions"]}>
            {sampling && (
              <Button onClick={draw} title={t("latent.draw")} aria-label={t("latent.draw")}>
                <i className={styles["epsilon"]}>ε</i>
              </Button>
            )}
            <IconButton
              icon="close"
              label={t("latent.unpinPoint")}
              onClick={() => {
                store.getState().pinPoint(null);
              }}
            />
          </div>
          <DrawRow draws={draws} shape={dataset.shape} />
        </PointCard>
      )}
      {passing !== null && (
        <PointCard
          testIndex={passing}
          details={passingDetails}
          shape={dataset.shape}
          axes={view.axes}
          className={nameOf(passingDetails?.label)}
          corner={chooseCorner(...screenOf(view, passing), kept?.corner ?? null)}
          passing
        >
          {pinned === null && <DrawRow draws={draws} shape={dataset.shape} />}
        </PointCard>
      )}
    </>
  );
}
