/** One input of a form, with its label, its example and what was wrong with it. */
import type { ComponentChildren } from "preact";
import { filled } from "../../chat/filled.ts";
import type { PageWords } from "../../chat/page.ts";
import type { Input } from "../../chat/reply.ts";
import { Icon } from "./icon.tsx";

interface InputProps {
  readonly input: Input;
  readonly words: PageWords["prompt"];
  readonly values: readonly string[];
  readonly mistake: string | undefined;
}

/** So few choices are shown side by side; more of them in a list that opens. */
const MOST_SIDE_BY_SIDE = 3;

export function inputId({ id }: Input): string {
  return `fill-${id}`;
}

export function InputShown(props: InputProps) {
  const { input } = props;
  if (input.kind === "many") return <Several {...props} type="checkbox" />;
  if (input.kind !== "choice") return <Typed {...props} />;
  return input.choices.length <= MOST_SIDE_BY_SIDE ? (
    <Several {...props} type="radio" />
  ) : (
    <Listed {...props} />
  );
}

function Typed({ input, words, values, mistake }: InputProps) {
  return (
    <p class="input">
      <label for={inputId(input)}>
        {input.label}
        <Needed input={input} words={words} />
      </label>
      <Notes input={input} words={words} mistake={mistake} />
      {input.kind === "date" ? (
        <input {...common(input, mistake)} type="date" value={values[0] ?? ""} />
      ) : (
        <input
          {...common(input, mistake)}
          type="text"
          inputMode={input.kind === "number" ? "decimal" : undefined}
          value={values[0] ?? ""}
        />
      )}
    </p>
  );
}

function Listed({ input, words, values, mistake }: InputProps) {
  return (
    <p class="input">
      <label for={inputId(input)}>
        {input.label}
        <Needed input={input} words={words} />
      </label>
      <Notes input={input} words={words} mistake={mistake} />
      <select {...common(input, mistake)}>
        <option value="">{input.isNeeded ? words.pick : words.open}</option>
        {input.choices.map(({ id, label }) => (
          <option key={id} value={id} selected={values.includes(id)}>
            {label}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Radio buttons cannot be taken back once one is chosen, so that one of them leaves the input open. */
function Several({ input, words, values, mistake, type }: InputProps & { type: "radio" | "checkbox" }) {
  const isOpen = values.every((value) => value === "");
  return (
    <fieldset class="input" id={inputId(input)} aria-describedby={describedBy(input, mistake)} tabIndex={-1}>
      <legend>
        {input.label}
        <Needed input={input} words={words} />
      </legend>
      <Notes input={input} words={words} mistake={mistake} />
      <div class="ticks">
        {input.choices.map(({ id, label }) => (
          <Tick key={id}>
            <input type={type} name={`fill.${input.id}`} value={id} checked={values.includes(id)} />
            <span>{label}</span>
          </Tick>
        ))}
        {type === "radio" && !input.isNeeded ? (
          <Tick>
            <input type="radio" name={`fill.${input.id}`} value="" checked={isOpen} />
            <span>{words.open}</span>
          </Tick>
        ) : null}
      </div>
    </fieldset>
  );
}

function Tick({ children }: { children: ComponentChildren }) {
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is among its children
  return <label class="tick">{children}</label>;
}

function Needed({ input, words }: Pick<InputProps, "input" | "words">) {
  return input.isNeeded ? <span class="needed"> ({words.needed})</span> : null;
}

function Notes({ input, words, mistake }: Omit<InputProps, "values">) {
  return (
    <>
      {input.example ? (
        <span class="hint" id={`${inputId(input)}-hint`}>
          {filled(words.example, { example: input.example })}
        </span>
      ) : null}
      {mistake === undefined ? null : (
        <span class="mistake" id={`${inputId(input)}-mistake`}>
          <Icon name="mistake" />
          {mistake}
        </span>
      )}
    </>
  );
}

function common(input: Input, mistake: string | undefined) {
  return {
    id: inputId(input),
    name: `fill.${input.id}`,
    required: input.isNeeded,
    "aria-describedby": describedBy(input, mistake),
    "aria-invalid": mistake === undefined ? undefined : ("true" as const),
  };
}

function describedBy(input: Input, mistake: string | undefined): string | undefined {
  const ids = [
    ...(input.example ? [`${inputId(input)}-hint`] : []),
    ...(mistake === undefined ? [] : [`${inputId(input)}-mistake`]),
  ];
  return ids.length > 0 ? ids.join(" ") : undefined;
}
