/** A form that says something. Every form of the page is one, so that all of it works without scripts. */
import type { ComponentChildren } from "preact";
import type { Drawing, Drawn } from "./drawing.ts";
import { Icon } from "./icon.tsx";

interface SayProps extends Drawn {
  readonly class?: string;
  /** The question that is answered. */
  readonly question?: string;
  readonly hasFile?: boolean;
  readonly children: ComponentChildren;
}

export function Say({ drawing, class: name, question, hasFile, children }: SayProps) {
  return (
    <form
      class={name}
      method="post"
      action="/say"
      {...(hasFile ? { enctype: "multipart/form-data" } : {})}
      autocomplete="off"
    >
      <Kept name="turn" value={drawing.turn()} />
      <Kept name="as" value={drawing.persona} />
      {question === undefined ? null : <Kept name="question" value={question} />}
      {children}
    </form>
  );
}

/** Without `autocomplete` some browsers put the old value back after a reload, and a turn's id is good for once. */
export function Kept({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} autocomplete="off" />;
}

/** The pencil at an answer. */
export function Pencil({ drawing, question, label }: { drawing: Drawing; question: string; label: string }) {
  return (
    <Say drawing={drawing} class="pencil" question={drawing.home.change}>
      <button type="submit" class="quiet icon-only" name="choose" value={question} title={label}>
        <Icon name="change" />
        <span class="unseen">{label}</span>
      </button>
    </Say>
  );
}
