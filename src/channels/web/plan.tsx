/** Draws the print view: a plan of one or two pages to take to a provider. */
import type { Home } from "../../chat/home.ts";
import type { PageWords } from "../../chat/page.ts";
import { plainAmount } from "../../chat/plain.ts";
import type { Amount, Field, Part } from "../../chat/reply.ts";
import { Document, drawDocument } from "./document.tsx";
import { PlaceWords } from "./fields.tsx";
import { MarkShown } from "./icon.tsx";
import { ListShown } from "./part.tsx";
import type { Persona } from "./session.ts";

interface Plan {
  readonly home: Home;
  readonly words: PageWords;
  readonly persona: Persona;
  readonly today: Date;
}

export function drawPlan({ home, words, persona, today }: Plan): string {
  const { plan } = words;
  return drawDocument(
    <Document words={words} title={plan.title} class="plan">
      <nav class="plan-bar" aria-label={words.title}>
        <a class="plain button" href={`/?as=${persona}#latest`}>
          {plan.back}
        </a>
        <button type="button" class="main" id="print" hidden>
          {plan.print}
        </button>
        <p class="hint">{plan.how}</p>
      </nav>
      <main class="sheet">
        {home.hasStarted ? (
          <Sheet home={home} words={words} today={today} />
        ) : (
          <p class="lead">{plan.empty}</p>
        )}
      </main>
    </Document>,
  );
}

function Sheet({ home, words, today }: Omit<Plan, "persona">) {
  const { plan } = words;
  const date = today.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const amounts = amountsIn(home.picture);
  const parts = home.advice.filter((part) => part.kind !== "heading");
  return (
    <>
      <h1>{plan.title}</h1>
      <p class="plan-lead">{plan.lead}</p>
      <dl class="plan-head">
        <div class="to-write">
          <dt>{plan.name}</dt>
          <dd />
        </div>
        <div>
          <dt>{plan.date}</dt>
          <dd>{date}</dd>
        </div>
      </dl>
      {parts.map((part) => (
        <PlanPart key={part} part={part} words={words} amounts={amounts} />
      ))}
      <section class="signatures">
        <h2>{plan.signed}</h2>
        <p>{plan.learner}</p>
        <p>{plan.provider}</p>
      </section>
    </>
  );
}

/** The amounts of the lines, by the label and the place of each. */
function amountsIn(picture: readonly Part[]): ReadonlyMap<string, Amount> {
  const fields = picture.flatMap((part) => (part.kind === "fields" ? part.items : []));
  return new Map(fields.flatMap((field) => (field.amount ? [[keyOf(field), field.amount] as const] : [])));
}

function keyOf({ label, place }: Field): string {
  return `${label} (${place})`;
}

type PlanPartProps = {
  readonly part: Part;
  readonly words: PageWords;
  readonly amounts: ReadonlyMap<string, Amount>;
};

function PlanPart({ part, words, amounts }: PlanPartProps) {
  if (part.kind === "text") return <p>{part.text}</p>;
  if (part.kind === "list") return <ListShown part={part} heading="h2" />;
  if (part.kind !== "fields") return null;
  const { plan } = words;
  return (
    <table class="requirements">
      <caption>{part.title}</caption>
      <thead>
        <tr>
          <th scope="col">{plan.requirement}</th>
          <th scope="col">{plan.status}</th>
          <th scope="col">{plan.says}</th>
          <th scope="col">{plan.where}</th>
        </tr>
      </thead>
      <tbody>
        {part.items.map((field) => (
          <Row key={field.label} field={field} amount={amounts.get(keyOf(field))} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ field, amount }: { field: Field; amount: Amount | undefined }) {
  return (
    <tr>
      <th scope="row">{field.label}</th>
      <td>
        {field.mark ? <MarkShown mark={field.mark} /> : null}{" "}
        {amount ? <span class="row-amount">{plainAmount(amount)}</span> : null}
      </td>
      <td>{field.text}</td>
      <td>{field.place ? <PlaceWords place={field.place} /> : null}</td>
    </tr>
  );
}
