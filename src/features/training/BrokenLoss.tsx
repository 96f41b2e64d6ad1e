/**
 * A loss that is no number any more: where it broke first, and the two ways on. Comes when it is
 * needed; its words come with the side columns.
 */
import type { Fault } from "#/core/fault.ts";
import type { Translate } from "#/i18n/keys.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import styles from "./FaultBanner.module.css";

const selectRate = (state: AppState) => state.config.optimizer.learningRate;

const terms = ["reconstruction", "kl", "gradient"] as const;

export function BrokenLoss({ fault }: { readonly fault: Fault }) {
  const t = useText();
  const format = useNumberFormat();
  const { store } = useAppParts();
  const rate = useAppState(selectRate);
  const where = placeOf(t, fault);

  /** The kept weights are the running ones already. */
  async function goOn(): Promise<void> {
    const { edit, config, dismissFault, train } = store.getState();
    const refused = edit({ optimizer: { learningRate: config.optimizer.learningRate / 2 } });
    if (refused !== null) {
      store.setState({ fault: refused });
      return;
    }
    dismissFault();
    await train();
  }

  return (
    <>
      {where !== "" && <span className={styles["where"]}>{where}</span>}
      <div className={styles["ways"]}>
        <Button
          onClick={() => {
            void goOn();
          }}
        >
          {t("learning.notFinite.goOn", { rate: format(rate), half: format(rate / 2) })}
        </Button>
        <Button
          onClick={() => {
            void store.getState().reset();
          }}
        >
          {t("learning.notFinite.reset")}
        </Button>
      </div>
    </>
  );
}

function placeOf(t: Translate, { values }: Fault): string {
  const term = terms.find((name) => name === values?.["term"]);
  const layer = values?.["layer"];
  if (term === undefined || layer === undefined) return "";
  const place =
    layer === "loss"
      ? t("learning.notFinite.inLoss")
      : t("learning.notFinite.layer", { layer: layerName(t, String(layer)) });
  return t("learning.notFinite.where", { term: t(`learning.notFinite.term.${term}`), place });
}

/** "decoder block 1" of decoder/0: blocks are counted as the drawing counts them. */
function layerName(t: Translate, layer: string): string {
  const [side, at] = layer.split("/");
  if ((side !== "encoder" && side !== "decoder") || at === undefined) return layer;
  return t(`learning.notFinite.${side}`, { position: Number(at) + 1 });
}
