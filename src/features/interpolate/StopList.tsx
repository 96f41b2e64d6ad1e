/** The stops of the path in order: what each stands for, and a way to take it off. */
import { stopName } from "#/core/latent/stopNames.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import styles from "#/features/interpolate/InterpolateTab.module.css";
import type { Originals } from "#/features/interpolate/useFilm.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { clearPath, removeStop, reversePath } from "#/state/tools/path.ts";
import type { PathStop } from "#/state/tools/types.ts";
import type { AppState } from "#/state/types.ts";
import { Button, IconButton } from "#/ui/Button.tsx";
import { PixelCanvas } from "#/ui/PixelCanvas.tsx";

interface StopListProps {
  readonly stops: readonly PathStop[];
  readonly originals: Originals;
  readonly shape: ImageShape;
}

const selectLatent = (s: AppState) => s.z.length;

export function StopList({ stops, originals, shape }: StopListProps) {
  const t = useText();
  const app = useAppParts();
  const latent = useAppState(selectLatent);
  if (stops.length === 0) return <p className={styles["note"]}>{t("tabs.path.empty")}</p>;
  const words = ({ of, z }: PathStop): string => {
    if (of.kind === "test") return t("tabs.path.testImage", { index: of.index });
    if (of.kind === "own") return t("tabs.path.ownImage");
    return t(z?.length === latent ? "tabs.path.place" : "tabs.path.elsewhere");
  };
  return (
    <div className={styles["choices"]}>
      <ol className={styles["stops"]} aria-label={t("tabs.path.stops")}>
        {stops.map((stop, place) => (
          <li key={stop.id} data-testid="path-stop">
            <strong>{stopName(place)}</strong>
            {stop.of.kind !== "place" && (
              <PixelCanvas
                pixels={originals.get(stop.id) ?? null}
                shape={shape}
                size={32}
                label=""
              />
            )}
            <span>{words(stop)}</span>
            <IconButton
              icon="close"
              label={t("tabs.path.remove", { name: stopName(place) })}
              onClick={() => {
                removeStop(app, stop.id);
              }}
            />
          </li>
        ))}
      </ol>
      <Button
        look="quiet"
        disabled={stops.length < 2}
        onClick={() => {
          reversePath(app);
        }}
      >
        {t("tabs.path.reverse")}
      </Button>
      <Button
        look="quiet"
        onClick={() => {
          clearPath(app);
        }}
      >
        {t("tabs.path.clear")}
      </Button>
    </div>
  );
}
