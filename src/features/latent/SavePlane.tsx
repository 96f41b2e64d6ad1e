/** Saves the decoded sheet as a picture. */
import { sheetPng } from "#/features/latent/sheetPng.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { saveFile } from "#/ui/saveFile.ts";
import { useInvert } from "#/ui/theme.tsx";

const selectShape = (s: AppState) => s.dataset?.shape ?? null;

export function SavePlane() {
  const t = useText();
  const { frames } = useAppParts();
  const shape = useAppState(selectShape);
  const invert = useInvert(shape?.[2] ?? 1);

  async function save(): Promise<void> {
    const frame = frames.shown();
    if (frame === null || shape === null) return;
    const blob = await sheetPng(frame.sheet, shape, invert);
    saveFile(`latent-plane-step-${String(frame.step)}.png`, blob);
  }

  return (
    <Button icon="save" onClick={() => void save()}>
      {t("latent.save")}
    </Button>
  );
}
