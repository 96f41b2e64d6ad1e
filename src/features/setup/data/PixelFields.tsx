/** How images are prepared: what a pixel is, how large an image is, how it becomes a square. */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { remirrored } from "#/features/setup/data/dataSetPatch.ts";
import { FieldChoice } from "#/features/setup/fields/FieldChoice.tsx";
import { FieldGroup } from "#/features/setup/fields/FieldGroup.tsx";
import { Remarks } from "#/features/setup/fields/Remarks.tsx";
import { useWaiting } from "#/features/setup/fields/useField.ts";
import { useGroups } from "#/features/setup/fields/useGroups.ts";
import { choiceText } from "#/i18n/valueText.ts";

const selectDraft = (state: AppState) => state.draft;

const groupOf = {
  "data.pixels": "pixels",
  "data.size": "pixels",
  "data.crop": "pixels",
} as const;

export function PixelFields({ entry }: { readonly entry: DatasetEntry }) {
  const t = useText();
  const draft = useAppState(selectDraft);
  const groups = useGroups(groupOf);
  const { pixels, size } = draft.data;
  const { shape } = entry;
  const group = groups.of("pixels");
  return (
    <div>
      <FieldGroup
        title={t("setup.objective.groups.pixels")}
        summary={`${choiceText(t, "data.pixels", pixels)} · ${choiceText(t, "data.size", size)}`}
        waiting={useWaiting("data.pixels", "data.size", "data.crop")}
        {...group}
      >
        <FieldChoice path="data.pixels" />
        <FieldChoice
          path="data.size"
          complete={(patch) => remirrored(draft, patch, shape, shape)}
        />
        {shape[0] !== shape[1] && <FieldChoice path="data.crop" />}
      </FieldGroup>
      {/* What breaks the loss is said without being asked. */}
      {!group.open && pixels === "standardise" && <Remarks path="data.pixels" />}
    </div>
  );
}
