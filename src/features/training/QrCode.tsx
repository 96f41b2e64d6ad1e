/** A text as a QR code, drawn as one path of whole modules. */
import qrcode from "qrcode-generator";
import { useMemo } from "react";
import styles from "./QrCode.module.css";

/** Black on white in both themes, with the quiet zone of four modules that readers need. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { side, path } = useMemo(() => qrPath(text), [text]);
  const box = side + 8;
  return (
    <svg
      className={styles["code"]}
      viewBox={`-4 -4 ${String(box)} ${String(box)}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x="-4" y="-4" width={box} height={box} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** SVG path of the dark modules, one unit each. */
function qrPath(text: string): { readonly side: number; readonly path: string } {
  // 0: the smallest version that holds the text.
  const code = qrcode(0, "L");
  code.addData(text);
  code.make();
  const side = code.getModuleCount();
  let path = "";
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (code.isDark(row, column)) path += `M${String(column)} ${String(row)}h1v1h-1z`;
    }
  }
  return { side, path };
}
