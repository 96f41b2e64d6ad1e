/** Whether the other lanes show their own axes, or are laid over lane A's. */
import type { ReactElement } from "react";
import { alignmentKinds } from "#/core/latent/alignment.ts";
import { useText } from "#/i18n/useText.ts";
import { useLaneGroup, useLaneState } from "#/state/lanes/context.tsx";
import type { LaneGroupState } from "#/state/lanes/types.ts";
import { Menu } from "#/ui/Menu.tsx";

const selectKind = (state: LaneGroupState) => state.alignedBy;

export function AlignMenu(): ReactElement {
  const t = useText();
  const group = useLaneGroup();
  const kind = useLaneState(selectKind);
  const value = kind ?? "own";
  return (
    <Menu
      label={t("compare.align.menu")}
      button={{
        title: t("compare.align.help"),
        "data-testid": "align",
        children: `${t("compare.align.label")}: ${t(`compare.align.${value}`)}`,
      }}
      entries={[
        {
          kind: "choice",
          label: t("compare.align.menu"),
          value,
          options: (["own", ...alignmentKinds] as const).map((each) => ({
            value: each,
            label: t(`compare.align.${each}`),
          })),
          onChange: (chosen) => {
            group.align(alignmentKinds.find((each) => each === chosen) ?? null);
          },
        },
      ]}
    />
  );
}
