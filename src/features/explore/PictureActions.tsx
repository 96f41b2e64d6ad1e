/** Copy and save of one canvas. Copy is left out where the page may not use the clipboard. */
import { useState, type ReactElement, type RefObject } from "react";
import { useText } from "#/i18n/useText.ts";
import { IconButton } from "#/ui/Button.tsx";
import { saveFile } from "#/ui/saveFile.ts";

interface PictureActionsProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** File name, without ending. */
  readonly name: string;
}

/** Screen pixels a side of each saved pixel. */
const ENLARGED = 8;

/** Not over plain http, and not in every browser. */
function clipboardTakesPictures(): boolean {
  return typeof ClipboardItem === "function";
}

/** What writes the file comes when somebody wants one. */
async function enlarged(canvas: HTMLCanvasElement): Promise<Blob> {
  const { pngOf } = await import("#/ui/pngOf.ts");
  return pngOf(canvas, ENLARGED);
}

export function PictureActions({ canvas, name }: PictureActionsProps): ReactElement {
  const t = useText();
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);

  async function copy(from: HTMLCanvasElement): Promise<void> {
    try {
      // Given the promise, not the picture: Safari allows the clipboard only while the click lasts.
      await navigator.clipboard.write([new ClipboardItem({ "image/png": enlarged(from) })]);
      setOutcome("copied");
    } catch {
      setOutcome("refused");
    }
  }

  async function save(from: HTMLCanvasElement): Promise<void> {
    saveFile(`${name}.png`, await enlarged(from));
  }

  const words =
    outcome === null
      ? ""
      : t(outcome === "copied" ? "views.image.copied" : "views.image.copyRefused");
  return (
    <>
      {clipboardTakesPictures() && (
        <IconButton
          icon={outcome === "copied" ? "check" : "copy"}
          label={t("views.image.copy")}
          onClick={() => {
            if (canvas.current !== null) void copy(canvas.current);
          }}
          onBlur={() => setOutcome(null)}
        />
      )}
      <IconButton
        icon="save"
        label={t("views.image.save")}
        onClick={() => {
          if (canvas.current !== null) void save(canvas.current);
        }}
      />
      <span className="visuallyHidden" role="status">
        {words}
      </span>
    </>
  );
}
