/** The panel of the axes menu: which two dimensions the plane spans, or the principal directions of μ. */
import { highestKl } from "#/core/latent/axes.ts";
import menu from "#/features/latent/menu.module.css";
import { subscript } from "#/features/latent/useAxisNames.ts";
import { useShownFrame } from "#/features/latent/usePlaneView.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { Select } from "#/ui/Select.tsx";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";

const selectAxes = (s: AppState) => s.axes;

export function AxesChoice() {
  const t = useText();
  const { store } = useAppParts();
  const axes = useAppState(selectAxes);
  return (
    <div className={menu["menu"]}>
      <ToggleGroup
        label={t("latent.axesChoice")}
        value={axes.kind}
        options={[
          { value: "dimensions", label: t("latent.axesDimensions") },
          { value: "pca", label: t("latent.axesPca") },
        ]}
        onChange={(kind) => {
          store.getState().setAxes(kind === "pca" ? { kind } : { kind, dims: [0, 1] });
        }}
      />
      {axes.kind === "dimensions" && <DimensionChoice dims={axes.dims} />}
    </div>
  );
}

function DimensionChoice({ dims }: { readonly dims: readonly [number, number] }) {
  const t = useText();
  const format = useNumberFormat();
  const { store } = useAppParts();
  const kl = useShownFrame()?.klPerDimension ?? null;
  const latent = store.getState().z.length;
  const name = (dimension: number): string =>
    t("latent.axisDimension", { index: subscript(dimension + 1) });
  const options = Array.from({ length: latent }, (_, j) => ({
    value: String(j),
    label: kl === null ? name(j) : `${name(j)} · ${format(kl[j] ?? Number.NaN, 2)}`,
  }));
  const choose = (which: 0 | 1, value: string): void => {
    const chosen = Number(value);
    const other = dims[1 - which] ?? 0;
    // Two axes of one dimension would show a line: the other takes what this one had.
    const rest = other === chosen ? dims[which] : other;
    store.getState().setAxes({
      kind: "dimensions",
      dims: which === 0 ? [chosen, rest] : [rest, chosen],
    });
  };
  return (
    <>
      <Select
        label={t("latent.axesFirst")}
        value={String(dims[0])}
        options={options}
        onChange={(value) => {
          choose(0, value);
        }}
      />
      <Select
        label={t("latent.axesSecond")}
        value={String(dims[1])}
        options={options}
        onChange={(value) => {
          choose(1, value);
        }}
      />
      <Button
        disabled={kl === null}
        onClick={() => {
          if (kl !== null) store.getState().setAxes({ kind: "dimensions", dims: highestKl(kl) });
        }}
      >
        {t("latent.axesByKl")}
      </Button>
    </>
  );
}
