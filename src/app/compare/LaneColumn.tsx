/** One lane: its head, and inside its scope what all lanes show at the moment. */
import { Suspense } from "react";
import styles from "./LaneColumn.module.css";
import { LaneKl } from "./LaneKl.tsx";
import type { LaneView } from "./laneViews.ts";
import { usePlaneMost } from "./usePlaneMost.ts";
import { ErrorBoundary } from "../ErrorBoundary.tsx";
import { LaneScope } from "../LaneScope.tsx";
import { planeSizing } from "#/core/latent/sizing.ts";
import { CursorPictures } from "#/features/compare/CursorPictures.tsx";
import { LaneDifferences } from "#/features/compare/LaneDifferences.tsx";
import { LaneHead } from "#/features/compare/LaneHead.tsx";
import { LatentPlane } from "#/features/latent/LatentPlane.tsx";
import { ReconstructionStrip } from "#/features/reconstruct/ReconstructionStrip.tsx";
import { PriorSamples } from "#/features/samples/PriorSamples.tsx";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { Lane } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";

interface LaneColumnProps {
  readonly index: number;
  readonly lane: Lane;
  readonly view: LaneView;
  /** How many stand side by side. */
  readonly lanes: number;
  readonly onEdit: () => void;
}

export function LaneColumn({ index, lane, view, lanes, onEdit }: LaneColumnProps) {
  const t = useText();
  return (
    <section
      className={styles["lane"]}
      aria-label={t("compare.lane", { letter: lane.letter })}
      data-testid={`lane-${String(index)}`}
    >
      <LaneHead index={index} lane={lane} onEdit={onEdit} />
      <LaneScope app={lane.app}>
        <ErrorBoundary>
          <Suspense>
            <Body index={index} lane={lane} view={view} lanes={lanes} />
          </Suspense>
        </ErrorBoundary>
      </LaneScope>
    </section>
  );
}

type BodyProps = Omit<LaneColumnProps, "onEdit">;

const selectImageSide = ({ dataset }: AppState) =>
  dataset === null ? 28 : Math.max(dataset.shape[0], dataset.shape[1]);

/** From this width on the pictures stand beside the plane. CSS pixels. */
const wide = 420;
/** With so much beside the plane they stand in a row, over the ten reconstructions. */
const roomy = 300;
const gap = 12;
/** A line of words under a picture. */
const caption = 20;
/** Room a picture takes at least. */
const least = 84;

function Body({ index, lane, view, lanes }: BodyProps) {
  const t = useText();
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const most = usePlaneMost(lanes);
  const { letter } = lane;
  return (
    <div ref={ref} className={styles["body"]}>
      {width > 0 && view === "latent" && (
        <Latent index={index} lane={lane} width={width} most={most} />
      )}
      {width > 0 && view === "reconstructions" && <ReconstructionStrip most={84} perRow={5} />}
      {width > 0 && view === "samples" && (
        <PriorSamples
          title={t("compare.samples.of", { letter })}
          file={`samples-${letter}`}
          most={most}
        />
      )}
      {view === "kl" && <LaneKl index={index} />}
      {width > 0 && view === "difference" && (
        <div className={styles["differences"]}>
          <CursorPictures index={index} lane={lane} sizes={equal((width - gap) / 2, 140)} />
          <LaneDifferences index={index} lane={lane} />
        </div>
      )}
    </div>
  );
}

interface LatentProps {
  readonly index: number;
  readonly lane: Lane;
  readonly width: number;
  /** The plane is no larger. CSS pixels. */
  readonly most: number;
}

/** The plane, and beside or under it what stands at the cursor. */
function Latent({ index, lane, width, most }: LatentProps) {
  const ratio = useDevicePixelRatio();
  const imageSide = useAppState(selectImageSide);
  const beside = width >= wide;
  // As large as the plane will be: what it leaves is the pictures'.
  const room = Math.min(most, beside ? width - 112 - gap : width);
  const plane = Math.min(planeSizing(room, ratio, imageSide).side, room);
  const side = width - plane - gap;
  const row = beside && side >= roomy;
  const stacked = equal(Math.min((plane - gap) / 2 - caption, side), Infinity);
  const sizes = row
    ? { decoded: side * 0.54, difference: side * 0.46 - gap }
    : beside
      ? stacked
      : equal(least, least);
  return (
    <div className={styles["stage"]} data-beside={beside}>
      <div style={{ inlineSize: plane }}>
        <LatentPlane />
      </div>
      <div className={styles["side"]}>
        <CursorPictures
          index={index}
          lane={lane}
          sizes={sizes}
          words={beside ? "below" : "beside"}
        />
        {row && <ReconstructionStrip most={28} />}
      </div>
    </div>
  );
}

function equal(size: number, most: number) {
  const side = Math.min(size, most);
  return { decoded: side, difference: side };
}
