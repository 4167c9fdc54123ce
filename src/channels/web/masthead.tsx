/** The top of the page: its name, whom somebody tries it as, and what can be done at any time. */
import type { ComponentChildren } from "preact";
import { Brand } from "./brand.tsx";
import type { Drawn } from "./drawing.ts";
import { Icon } from "./icon.tsx";
import { Say } from "./say.tsx";
import { PERSONAS } from "./session.ts";
import { Standing } from "./standing.tsx";

export function Masthead({ drawing }: Drawn) {
  const { words, home, persona } = drawing;
  return (
    <header class="masthead">
      <div class="masthead-row">
        <Brand words={words} href={`/?as=${persona}`} />
        <PersonaSwitch drawing={drawing} />
        <button type="button" class="quiet icon-only" id="theme" title={words.menu.theme} hidden>
          <Icon name="theme" />
          <span class="unseen">{words.menu.theme}</span>
        </button>
        {home.hasStarted ? <Menu drawing={drawing} /> : null}
      </div>
      {home.hasStarted ? <Standing drawing={drawing} /> : null}
    </header>
  );
}

function PersonaSwitch({ drawing: { words, persona } }: Drawn) {
  const { personas } = words;
  return (
    <details class="drop" name="masthead">
      <summary>
        <span class="unseen">{personas.title} </span>
        {personas[persona].name}
        <Icon name="open" />
      </summary>
      <nav class="dropped" aria-label={personas.choose}>
        <ul>
          {PERSONAS.map((each) => (
            <li key={each}>
              <a href={`/?as=${each}`} aria-current={each === persona ? "page" : undefined}>
                <strong>{personas[each].name}</strong> <span>{personas[each].says}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

function Menu({ drawing }: Drawn) {
  const { menu } = drawing.words;
  return (
    <details class="drop" name="masthead">
      <summary class="icon-only" title={menu.title}>
        <Icon name="more" />
        <span class="unseen">{menu.title}</span>
      </summary>
      <div class="dropped">
        <a href={`/plan?as=${drawing.persona}`}>{menu.plan}</a>
        <Say drawing={drawing}>
          <button type="submit" name="text" value="export">
            {menu.export}
          </button>
        </Say>
        <Folded title={menu.load}>
          <LoadRecord drawing={drawing} />
        </Folded>
        <Folded title={menu.restart}>
          <Say drawing={drawing}>
            <p>{menu.restartHow}</p>
            <button type="submit" name="text" value="start" class="plain">
              {menu.restartNow}
            </button>
          </Say>
        </Folded>
        <Folded title={menu.forget}>
          <Say drawing={drawing}>
            <p>{menu.forgetHow}</p>
            <button type="submit" name="text" value="forget me for good" class="plain grave">
              {menu.forgetNow}
            </button>
          </Say>
        </Folded>
      </div>
    </details>
  );
}

/** What cannot be undone at once asks for a second tap. */
function Folded({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="folded" name="menu">
      <summary>
        {title}
        <Icon name="open" />
      </summary>
      {children}
    </details>
  );
}

/** A record that was downloaded before, to go on from. */
export function LoadRecord({ drawing }: Drawn) {
  const { menu } = drawing.words;
  return (
    <Say drawing={drawing} class="load" hasFile>
      <p id="load-how">{menu.loadHow}</p>
      <label for="load-file">{menu.file}</label>
      <input
        id="load-file"
        type="file"
        name="file"
        accept=".json,application/json"
        aria-describedby="load-how"
        required
      />
      <button type="submit" class="plain">
        {menu.load}
      </button>
    </Say>
  );
}
