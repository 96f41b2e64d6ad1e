/** One of the two groups: a class, or what a lasso on the plane holds; its mean picture and code. */
import type { ImageShape } from "#/core/model/spec.ts";
import styles from "#/features/interpolate/InterpolateTab.module.css";
import { mostPictures, type Group } from "#/features/interpolate/useMeans.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { chooseTool, select, toolsOf } from "#/state/tools/tools.ts";
import type { Side } from "#/state/tools/types.ts";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { PixelCanvas } from "#/ui/PixelCanvas.tsx";
import { Select } from "#/ui/Select.tsx";

const selectDataset = (s: AppState) => s.dataset;
const selectTools = (s: AppState) => toolsOf(s);

interface GroupChoiceProps {
  readonly side: Side;
  readonly group: Group;
  readonly shape: ImageShape;
}

export function GroupChoice({ side, group, shape }: GroupChoiceProps) {
  const t = useText();
  const app = useAppParts();
  const classes = useClassNames(useAppState(selectDataset));
  const { selections, tool } = useAppState(selectTools);
  const selection = selections[side];
  const lassoing = tool?.kind === "lasso" && tool.side === side;
  const options = [
    { value: "none", label: t("tabs.direction.none") },
    ...(classes.length > 1 ? classes : []).map((name, i) => ({
      value: String(i),
      label: t("tabs.direction.class", { name }),
    })),
    ...(selection?.kind === "lasso"
      ? [
          {
            value: "lasso",
            label: t("tabs.direction.lassoed", { count: selection.indices.length }),
          },
        ]
      : []),
  ];
  const value =
    selection === null ? "none" : selection.kind === "lasso" ? "lasso" : String(selection.label);
  return (
    <fieldset className={styles["group"]}>
      <legend>{t(`tabs.direction.${side}`)}</legend>
      <div className={styles["pair"]}>
        <Select
          label={t("tabs.direction.which", { side: side.toUpperCase() })}
          hideLabel
          value={value}
          options={options}
          testId={`group-${side}`}
          onChange={(chosen) => {
            if (chosen === "none") select(app, side, null);
            else if (chosen !== "lasso")
              select(app, side, { kind: "class", label: Number(chosen) });
          }}
        />
        <Button
          pressed={lassoing}
          title={t("tabs.direction.lassoHelp")}
          onClick={() => {
            chooseTool(app, lassoing ? null : { kind: "lasso", side });
          }}
        >
          {t("tabs.direction.lasso")}
        </Button>
      </div>
      <div className={styles["means"]}>
        {(
          [
            ["pixels", group.picture],
            ["decoded", group.decoded],
          ] as const
        ).map(([name, pixels]) => (
          <figure key={name}>
            <PixelCanvas
              pixels={pixels}
              shape={shape}
              size={64}
              label={t(`tabs.direction.${name}`)}
            />
            <figcaption>{t(`tabs.direction.${name}`)}</figcaption>
          </figure>
        ))}
      </div>
      <p className={styles["note"]}>
        {t(group.count > mostPictures ? "tabs.direction.countSome" : "tabs.direction.count", {
          count: group.count,
          some: mostPictures,
        })}
      </p>
    </fieldset>
  );
}
