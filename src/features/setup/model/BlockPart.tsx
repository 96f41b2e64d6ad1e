/** A block of the model: 36 high, as wide as the log of its units; Enter or a click opens it. */
import type { KeyboardEvent } from "react";
import { useText } from "#/i18n/useText.ts";
import { BlockForm, type BlockFormProps } from "#/features/setup/model/BlockForm.tsx";
import { blockNumbersText } from "#/core/model/blockNumbers.ts";
import { marksOf, widthOf } from "#/features/setup/model/drawing.ts";
import type { BlockDragHandlers } from "#/features/setup/model/useBlockDrag.ts";
import { Refused } from "#/features/setup/fields/Refused.tsx";
import type { Refusal } from "#/features/setup/fields/useField.ts";
import box from "./box.module.css";
import styles from "./BlockPart.module.css";

export interface BlockPartProps extends Omit<BlockFormProps, "name"> {
  readonly waiting: boolean;
  readonly open: boolean;
  readonly refusal: Refusal | null;
  readonly onCured: () => void;
  /** CSS pixels it has been pulled; null when it is not held. */
  readonly offset: number | null;
  readonly handlers: BlockDragHandlers;
}

export function BlockPart(props: BlockPartProps) {
  const { side, index, block, open, refusal, offset, onRemove, onMove } = props;
  const t = useText();
  const kind = t(`setup.model.kinds.${block.kind}`);
  const activation = t(`setup.model.activations.${block.activation}`);
  const numbers = blockNumbersText(block);
  const sideName = t(`setup.model.${side}`);
  const { batchNorm, dropout, valid } = marksOf(block);
  const marks = [
    ...(batchNorm ? [t("setup.model.short.batchNorm")] : []),
    ...(dropout === null ? [] : [t("setup.model.short.dropout", { rate: dropout })]),
    ...(valid ? [t("setup.model.paddings.valid")] : []),
  ];
  const name = t("setup.model.block", {
    side: sideName,
    index: index + 1,
    kind,
    numbers: [numbers, ...marks].join(", "),
    activation,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (by !== 0 && event.altKey) onMove(by);
    else if (event.key === "Delete" || event.key === "Backspace") onRemove();
    else if (event.key === "Escape" && open) props.onToggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <button
        type="button"
        className={`${box["box"]} ${box["pressable"]} ${styles["block"]}`}
        style={{
          inlineSize: `${String(widthOf(block) / 16)}rem`,
          ...(offset === null ? {} : { translate: `0 ${String(offset)}px`, zIndex: 1 }),
        }}
        data-side={side}
        data-waiting={props.waiting ? "" : undefined}
        data-marked={marks.length > 0 ? "" : undefined}
        data-held={offset === null ? undefined : ""}
        aria-label={name}
        aria-expanded={open}
        title={t("setup.model.blockHelp")}
        onClick={props.onToggle}
        onKeyDown={onKeyDown}
        {...props.handlers}
      >
        <span>
          {t(`setup.model.shortKinds.${block.kind}`)} {numbers}
        </span>
        <span className={box["activation"]}>{activation}</span>
        {marks.length > 0 && <span className={styles["marks"]}>{marks.join(" · ")}</span>}
      </button>
      {refusal !== null && <Refused refusal={refusal} onCured={props.onCured} />}
      {open && <BlockForm {...props} name={name} />}
    </>
  );
}
