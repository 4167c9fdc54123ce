/** Draws what can be filled in on a card: real controls that do nothing, since this is a picture of them. */
import type { Input } from "./element.ts";

type ChoiceSet = Extract<Input, { type: "Input.ChoiceSet" }>;
type Written = Exclude<Input, ChoiceSet>;

export function AdaptiveInput({ input }: { input: Input }) {
  if (input.type !== "Input.ChoiceSet") return <Line input={input} />;
  // Of several that can be picked Teams makes boxes, in either style.
  const isOpen = input.isMultiSelect || input.style === "expanded";
  return isOpen ? <Ticks input={input} /> : <List input={input} />;
}

function Line({ input }: { input: Written }) {
  const { type, placeholder, value } = input;
  if (type === "Input.Date")
    return (
      <label class="teams-input">
        <Label input={input} />
        <input type="date" value={value} disabled />
      </label>
    );
  return (
    <label class="teams-input">
      <Label input={input} />
      <input type="text" placeholder={placeholder} value={value} disabled />
    </label>
  );
}

function Ticks({ input }: { input: ChoiceSet }) {
  const picked = input.value.split(",");
  return (
    <fieldset class="teams-input" disabled>
      <legend>
        <Label input={input} />
      </legend>
      {input.choices.map(({ title, value }) => (
        <label key={value} class="tick">
          <input type={input.isMultiSelect ? "checkbox" : "radio"} checked={picked.includes(value)} />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}

function List({ input }: { input: ChoiceSet }) {
  return (
    <label class="teams-input">
      <Label input={input} />
      <select disabled>
        <option />
        {input.choices.map(({ title, value }) => (
          <option key={value} selected={value === input.value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function Label({ input: { label, isRequired } }: { input: Input }) {
  return <span>{isRequired ? `${label} *` : label}</span>;
}
