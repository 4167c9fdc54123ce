/** Slack's libraries write to the console; here their errors go to our own log, and the rest stays unsaid. */
import { type Logger, LogLevel } from "@slack/web-api";

export function quietLogger(complain: (line: string) => void = () => undefined): Logger {
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: (...lines: unknown[]) => complain(`Slack's library says: ${lines.map(String).join(" ")}`),
    setLevel: nothing,
    getLevel: () => LogLevel.ERROR,
    setName: nothing,
  };
}
