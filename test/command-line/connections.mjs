/** Loaded before the program: says on standard error whom it connects to. */
import { Socket } from "node:net";

const { connect } = Socket.prototype;
Socket.prototype.connect = function (...given) {
  // Node itself calls this with one array of what was given.
  const [to, host] = Array.isArray(given[0]) ? given[0] : given;
  const { path, ...place } = typeof to === "object" ? to : { port: to, host };
  process.stderr.write(`connects to ${path ?? `${place.host ?? "localhost"}:${place.port}`}\n`);
  return connect.apply(this, given);
};
