/** Draws what can be pressed or picked in Slack: real controls that do nothing, since this is a picture of them. */
import type { Control, Option } from "./block.ts";

/** So many lines of a list are in view in which several can be picked. */
const LINES = 6;

export function BlockControl({ control }: { control: Control }) {
  switch (control.type) {
    case "button":
      return (
        <button
          type="button"
          class={`slack-button ${control.style ?? ""}`.trim()}
          aria-label={control.accessibility_label}
          disabled
        >
          {control.text.text}
        </button>
      );
    case "radio_buttons":
      return <Options type="radio" options={control.options} />;
    case "checkboxes":
      return <Options type="checkbox" options={control.options} />;
    case "static_select":
      return (
        <select aria-label={control.placeholder.text} disabled>
          <option>{control.placeholder.text}</option>
          <Listed options={control.options} />
        </select>
      );
    case "multi_static_select":
      return (
        <select
          aria-label={control.placeholder.text}
          size={Math.min(LINES, control.options.length)}
          multiple
          disabled
        >
          <Listed options={control.options} />
        </select>
      );
  }
}

function Options({ type, options }: { type: "radio" | "checkbox"; options: readonly Option[] }) {
  return (
    <fieldset class="slack-options" disabled>
      {options.map((option) => (
        <label key={option} class="tick">
          <input type={type} />
          <span>
            {option.text.text}
            {option.description ? <span class="slack-more">{option.description.text}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Listed({ options }: { options: readonly Option[] }) {
  return (
    <>
      {options.map((option) => (
        <option key={option}>
          {[option.text, option.description].flatMap((words) => words?.text ?? []).join(" ")}
        </option>
      ))}
    </>
  );
}
