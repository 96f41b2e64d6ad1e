/** How it is trained: optimiser, start, batches, epochs, seed. */
import { fields } from "#/core/experiment/fields.ts";
import { createRng } from "#/core/rng.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { IconButton } from "#/ui/Button.tsx";
import { Panel } from "#/ui/Panel.tsx";
import { FieldChoice } from "#/features/setup/fields/FieldChoice.tsx";
import { FieldFrame } from "#/features/setup/fields/FieldFrame.tsx";
import { FieldNumber } from "#/features/setup/fields/FieldNumber.tsx";
import { FieldSlider } from "#/features/setup/fields/FieldSlider.tsx";
import { choiceText } from "#/features/setup/words.ts";
import styles from "./TrainingBlock.module.css";

const selectDraft = (state: AppState) => state.draft;
const selectEdit = (state: AppState) => state.edit;

/** Six digits are as good as sixteen, and can be read out in class. */
const seedRange = 1_000_000;

/** Another seed, drawn from this one, so that even the dice can be repeated. */
export function nextSeed(seed: number): number {
  return createRng(seed).fork("next-seed").below(seedRange);
}

export function TrainingBlock() {
  const t = useText();
  const draft = useAppState(selectDraft);
  const edit = useAppState(selectEdit);
  const kind = fields["optimizer.kind"];
  const seed = fields["training.seed"];
  return (
    <Panel level={3} title={t("setup.training.title")}>
      <FieldFrame
        label="setup.fields.optimizer.kind.label"
        help="setup.fields.optimizer.kind.help"
        formula={kind.formula}
        citation={kind.citation}
        range={null}
        defaultText={null}
        waiting={false}
      >
        <span className={styles["fixed"]}>{choiceText(t, kind.read(draft))}</span>
      </FieldFrame>
      <FieldSlider path="optimizer.learningRate" />
      <FieldNumber path="optimizer.epsilon" />
      <FieldNumber path="training.batch" />
      <FieldNumber path="training.epochs" />
      <FieldChoice path="training.lastBatch" />
      <FieldChoice path="model.weightInit" />
      <FieldNumber
        path="training.seed"
        beside={
          <IconButton
            icon="dice"
            label={t("setup.newSeed")}
            onClick={() => {
              edit(seed.patch(nextSeed(seed.read(draft))));
            }}
          />
        }
      />
    </Panel>
  );
}
