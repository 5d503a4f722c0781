// Loaded before the program (`node --import`): notes every file the process opens by itself, every program it starts, and
// every request the browser makes with what it got, and writes them to the file RECORD names.
import childProcess from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const record = { opened: [], started: [], requests: [] };
const write = fs.writeFileSync;
const note = (path) => {
  if (typeof path === "string" || path instanceof URL) record.opened.push(String(path));
};

const OPENING =
  /^(open|readFile|writeFile|appendFile|copyFile|readdir|opendir|rename|link|symlink|rm|rmdir|unlink|mkdir|mkdtemp|truncate|createReadStream|createWriteStream)(Sync)?$/;
for (const module of [fs, fs.promises])
  for (const name of Object.keys(module).filter((key) => OPENING.test(key))) {
    const real = module[name];
    module[name] = (...all) => {
      for (const path of all.slice(0, 2)) note(path);
      return real.apply(module, all);
    };
  }

const { spawn } = childProcess;
childProcess.spawn = (program, args, options) => {
  record.started.push([program, ...args].join(" "));
  const child = spawn(program, args, options);
  const [, , , input, output] = child.stdio;
  const asked = new Map();
  const listen = (message) => {
    const { method, params = {} } = message;
    if (method === "Fetch.requestPaused") asked.set(params.requestId, params.request.url);
    // Seen also for what the browser answers or refuses by itself.
    if (method === "Network.requestWillBeSent") record.requests.push({ url: params.request.url });
    if (method === "Fetch.fulfillRequest" || method === "Fetch.failRequest" || method === "Fetch.continueRequest")
      record.requests.push({ url: asked.get(params.requestId), answer: method });
  };
  const split = (stream) => {
    let rest = "";
    return (chunk) => {
      const messages = (rest + chunk).split("\0");
      rest = messages.pop();
      for (const message of messages) stream(JSON.parse(message));
    };
  };
  output?.on("data", split(listen));
  const sent = split(listen);
  const realWrite = input?.write.bind(input);
  if (input)
    input.write = (chunk, ...more) => {
      sent(chunk);
      return realWrite(chunk, ...more);
    };
  return child;
};
syncBuiltinESMExports();

process.on("exit", () => write(process.env.RECORD, JSON.stringify(record)));
