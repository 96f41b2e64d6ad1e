/** The editor of one block, in place under it: kind, numbers, activation, order. */
import type { KeyboardEvent } from "react";
import { blockKindsOf, blockParts } from "#/core/experiment/blockFields.ts";
import type { Fault } from "#/core/fault.ts";
import { type Block, activations } from "#/core/model/spec.ts";
import { useText } from "#/i18n/useText.ts";
import { Button, IconButton } from "#/ui/Button.tsx";
import { NumberField } from "#/ui/NumberField.tsx";
import { Select } from "#/ui/Select.tsx";
import { BlockExtras } from "#/features/setup/model/BlockExtras.tsx";
import { type Side, asKind, numberOf, withNumber } from "#/features/setup/model/blockEdits.ts";
import { PartHelp } from "#/features/setup/model/PartHelp.tsx";
import { faultSentence } from "#/features/setup/words.ts";
import styles from "./BlockForm.module.css";

export interface BlockFormProps {
  readonly side: Side;
  readonly index: number;
  readonly count: number;
  readonly block: Block;
  /** Height and width a new map would take. */
  readonly map: readonly [number, number];
  /** The block in words. */
  readonly name: string;
  readonly onToggle: () => void;
  readonly onReplace: (block: Block) => Fault | null;
  /** As `onReplace`; a refusal is shown at the block. */
  readonly onChoose: (block: Block) => void;
  readonly onRemove: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

export function BlockForm({
  side,
  index,
  count,
  block,
  map,
  name,
  onToggle,
  onReplace,
  onChoose,
  onRemove,
  onMove,
}: BlockFormProps) {
  const t = useText();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onToggle();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the form from any of its fields; it adds no control of its own
    <div
      role="group"
      aria-label={t("setup.model.edit", { name })}
      className={styles["form"]}
      onKeyDown={onKeyDown}
    >
      <PartHelp part="kind">
        <Select
          label={t("setup.model.parts.kind.label")}
          hideLabel
          value={block.kind}
          options={blockKindsOf[side].map((kind) => ({
            value: kind,
            label: t(`setup.model.kinds.${kind}`),
          }))}
          onChange={(kind) => {
            onChoose(asKind(block, kind, map));
          }}
        />
      </PartHelp>
      {blockParts[block.kind].map((part) => (
        <PartHelp key={`${block.kind}.${part}`} part={part}>
          <NumberField
            label={t(`setup.model.parts.${part}.label`)}
            hideLabel
            value={numberOf(block, part)}
            onCommit={(value) => {
              const fault = onReplace(withNumber(block, part, value));
              return fault === null ? null : faultSentence(t, fault);
            }}
          />
        </PartHelp>
      ))}
      <PartHelp part="activation">
        <Select
          label={t("setup.model.parts.activation.label")}
          hideLabel
          value={block.activation}
          options={activations.map((activation) => ({
            value: activation,
            label: t(`setup.model.activations.${activation}`),
          }))}
          onChange={(activation) => {
            onChoose({ ...block, activation });
          }}
        />
      </PartHelp>
      <BlockExtras block={block} onChoose={onChoose} onReplace={onReplace} />
      <div className={styles["buttons"]}>
        <IconButton
          icon="up"
          label={t("setup.model.up")}
          disabled={index === 0}
          onClick={() => {
            onMove(-1);
          }}
        />
        <IconButton
          icon="down"
          label={t("setup.model.down")}
          disabled={index === count - 1}
          onClick={() => {
            onMove(1);
          }}
        />
        <Button look="quiet" onClick={onRemove}>
          {t("setup.model.remove")}
        </Button>
        <Button onClick={onToggle}>{t("setup.model.done")}</Button>
      </div>
    </div>
  );
}
