import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { NumberField, numberText, parseNumber } from "./NumberField.tsx";

function Batch() {
  const [value, setValue] = useState(128);
  return (
    <NumberField
      label="Batch"
      value={value}
      onCommit={(next) => {
        if (!(next >= 1)) return "Enter 1 or more.";
        setValue(next);
        return null;
      }}
    />
  );
}

describe("NumberField", () => {
  it("takes a number on Enter", async () => {
    render(<Batch />);
    const field = screen.getByLabelText("Batch");
    await userEvent.clear(field);
    await userEvent.type(field, "64{Enter}");
    expect(field).toHaveValue("64");
  });

  it.each(["0", "-1", "abc", ""])(
    "says why %j is refused and puts the last one back",
    async (text) => {
      render(<Batch />);
      const field = screen.getByLabelText("Batch");
      await userEvent.clear(field);
      if (text !== "") await userEvent.type(field, text);
      await userEvent.tab();
      expect(screen.getByRole("alert")).toHaveTextContent("Enter 1 or more.");
      expect(field).toHaveValue("128");
      expect(field).toBeInvalid();
    },
  );

  it("steps by arrows, coarsely with Shift", async () => {
    render(<Batch />);
    const field = screen.getByLabelText("Batch");
    await userEvent.click(field);
    await userEvent.keyboard("{ArrowUp}{Shift>}{ArrowDown}{/Shift}");
    expect(field).toHaveValue("119");
  });

  it("forgets what was typed on Escape", async () => {
    render(<Batch />);
    const field = screen.getByLabelText("Batch");
    await userEvent.type(field, "9{Escape}");
    expect(field).toHaveValue("128");
  });
});

describe("numbers as text", () => {
  it("writes small ones as the field does", () => {
    expect(numberText(0.003)).toBe("3e-3");
    expect(numberText(0)).toBe("0");
  });

  it("reads true minus and separators, and nothing else", () => {
    expect(parseNumber("−1.5")).toBe(-1.5);
    expect(parseNumber("12,800")).toBe(12800);
    expect(parseNumber("")).toBeNaN();
    expect(parseNumber("3 apples")).toBeNaN();
  });
});
