import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it } from "vitest";
import { LogitBench } from "#/features/benches/sigmoid/LogitBench.tsx";
import { loadLaterEnglish, loadModesTexts } from "#/i18n/translate.ts";

beforeAll(async () => {
  await Promise.all([loadLaterEnglish(), loadModesTexts()]);
});

const cells = () => screen.getAllByRole("cell").map((cell) => cell.textContent);

describe("LogitBench", () => {
  it("reads NaN beyond l = 17 for x = 1 as written, and numbers elsewhere", () => {
    render(<LogitBench />);
    expect(cells().slice(0, 2)).toEqual(["NaN", "NaN"]);
    expect(cells()[2]).toBe("0.0000");
    expect(screen.getByText(/stable, as in C: right everywhere/)).toBeInTheDocument();
  });

  it("reads +∞ there for any smaller target", () => {
    render(<LogitBench />);
    fireEvent.change(screen.getByLabelText("Target pixel x"), { target: { value: "0.5" } });
    expect(cells()[0]).toBe("+∞");
    expect(screen.getByText(/\+∞ from l = 1\d\.\d up/)).toBeInTheDocument();
  });

  it("moves its cursor by keys: one, five with Shift, a tenth with Alt", () => {
    render(<LogitBench />);
    const cursor = screen.getByRole("slider", { name: "Logit under the cursor" });
    const at = () => cursor.getAttribute("aria-valuenow");
    fireEvent.keyDown(cursor, { key: "ArrowLeft" });
    expect(at()).toBe("17");
    fireEvent.keyDown(cursor, { key: "ArrowRight", shiftKey: true });
    expect(at()).toBe("22");
    fireEvent.keyDown(cursor, { key: "ArrowLeft", altKey: true });
    expect(at()).toBe("21.9");
    fireEvent.keyDown(cursor, { key: "Home" });
    expect(at()).toBe("-40");
    expect(cursor).toHaveAttribute("aria-valuetext", expect.stringContaining("l = −40.0"));
  });

  it("has a table of the same", async () => {
    render(<LogitBench />);
    await userEvent.click(screen.getByRole("radio", { name: "Table" }));
    expect(screen.getByRole("region", { name: /every fifth logit/ })).toBeInTheDocument();
  });
});
