/**
 * The model, drawn top to bottom, as its own editor: image → encoder → two heads → z → decoder → x̂.
 * Shapes and refusals come from core; this draws them and passes edits on.
 */
import { useRef, useState } from "react";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Panel } from "#/ui/Panel.tsx";
import type { Side } from "#/features/setup/model/blockEdits.ts";
import { FieldChoice } from "#/features/setup/fields/FieldChoice.tsx";
import { CostLine } from "#/features/setup/model/CostLine.tsx";
import { LatentPart } from "#/features/setup/model/LatentPart.tsx";
import { EndPart } from "#/features/setup/model/EndPart.tsx";
import { MirrorSwitch } from "#/features/setup/model/MirrorSwitch.tsx";
import { SideBlocks } from "#/features/setup/model/SideBlocks.tsx";
import { useBlockDrag } from "#/features/setup/model/useBlockDrag.ts";
import { useModelEdit } from "#/features/setup/model/useModelEdit.ts";
import { checkExperiment } from "#/features/setup/draft.ts";
import styles from "./ModelEditor.module.css";

const selectConfig = (state: AppState) => state.config;
const selectSets = (state: AppState) => state.dataSets;

export function ModelEditor() {
  const t = useText();
  const edit = useModelEdit();
  const running = useAppState(selectConfig);
  const sets = useAppState(selectSets);
  const drawing = useRef<HTMLDivElement>(null);
  const [announcement, announce] = useState("");
  const drag = useBlockDrag(drawing, (side, from, to) => {
    edit.move(side, from, to);
  });
  const checked = checkExperiment(edit.draft, sets);
  const valid = checked?.ok === true ? checked.value : null;
  const vae = valid?.vae ?? null;
  /** After an edit the focus goes to where the block now is, or to its neighbour. */
  const focusBlock = (side: Side, index: number): void => {
    requestAnimationFrame(() => {
      const all = drawing.current?.querySelectorAll<HTMLElement>(`[data-side="${side}"]`) ?? [];
      all[Math.min(index, all.length - 1)]?.focus();
    });
  };
  const ends = { image: edit.image, vae, objective: edit.draft.objective };
  const sides = { edit, drag, running, vae, focusBlock, announce };

  return (
    <Panel level={3} title={t("setup.model.title")} aside={<MirrorSwitch edit={edit} />}>
      <div ref={drawing} className={styles["drawing"]}>
        <EndPart kind="image" {...ends} />
        <SideBlocks side="encoder" {...sides} />
        <LatentPart
          edit={edit}
          conditional={(vae?.classes ?? 0) > 0}
          waiting={edit.draft.model.latent !== running.model.latent}
        />
        <SideBlocks side="decoder" {...sides} />
        <EndPart kind="reconstruction" {...ends} />
      </div>
      <FieldChoice path="model.condition" />
      <CostLine cost={valid?.cost ?? null} fault={checked?.ok === false ? checked.error : null} />
      <p className="visuallyHidden" role="status">
        {announcement}
      </p>
    </Panel>
  );
}
