// Loaded into a web server before anything else (node --import): remembers what Postgres answered to each statement and, once told so,
// gives those answers itself. What is left is the same pages with the same markup, without a database. Told over HTTP on BENCH_CONTROL_PORT.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";

const port = Number(process.env.BENCH_CONTROL_PORT);
if (port) {
  const { Client } = createRequire(join(process.cwd(), "server.js"))("pg");
  const asked = Client.prototype.query;
  const answers = new Map();
  const state = { replays: false, answered: 0, missed: 0 };

  Client.prototype.query = function query(...given) {
    const [config, values, callback] = given;
    const promised =
      typeof values !== "function" && typeof callback !== "function" && typeof config?.submit !== "function";
    if (!promised) return asked.apply(this, given);
    const key = keyOf(config, values ?? config?.values);
    if (state.replays) {
      const known = answers.get(key);
      if (known) {
        state.answered += 1;
        return Promise.resolve(known);
      }
      state.missed += 1;
    }
    const answer = asked.apply(this, given);
    return answer.then((result) => {
      answers.set(key, result);
      return result;
    });
  };

  createServer((request, response) => {
    if (request.url === "/replay") Object.assign(state, { replays: true, answered: 0, missed: 0 });
    response.end(JSON.stringify({ ...state, known: answers.size }));
  }).listen(port, "127.0.0.1");

  // Moments differ with each request and change nothing of what is read here.
  function keyOf(config, values = []) {
    const text = typeof config === "string" ? config : `${config.rowMode ?? ""} ${config.text}`;
    const stable = values.map((value) => {
      const moment = value instanceof Date || (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value));
      return moment ? "moment" : value;
    });
    return `${text}\n${JSON.stringify(stable)}`;
  }
}
