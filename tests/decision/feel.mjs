// A second opinion on the decision tables: dmn-moddle reads the files, feelin evaluates them.
// Standard input is one JSON object per line, standard output one answer per line:
//   {"xml": text, "cases": [{input: value}]} -> {"warnings": [text],
//                                                "tables": {decision: [[id of a row that holds], one list a case]},
//                                                "outputs": {decision: {id of a row: its output, if allowed, else null}}}
//   {"tests": [[unary test, value]]}         -> {"answers": [boolean]}
// Anything that feelin warns of, such as a name it does not know, ends the run with an error.
import { readFileSync } from "node:fs";
import { DmnModdle } from "dmn-moddle";
import { evaluate, unaryTest } from "feelin";

function certain(result, text) {
  if (result.warnings.length) throw new Error(`${text}: ${result.warnings[0].message}`);
  return result.value;
}

const holds = (test, value) => certain(unaryTest(test, { "?": value }), test);

/** Whether one entry of a table holds, as a function of the case; each value is evaluated once. */
function entry(expression, test) {
  const known = new Map();
  return (one) => {
    const given = one[expression];
    if (!known.has(given)) known.set(given, holds(test, certain(evaluate(expression, one), expression)));
    return known.get(given);
  };
}

const rowId = (rule) => rule.id.slice(rule.id.indexOf("_") + 1);

function outputs(table) {
  const allowed = table.output[0].outputValues.text;
  const given = table.rule.map((rule) => {
    const { text } = rule.outputEntry[0];
    const value = certain(evaluate(text, {}), text);
    return [rowId(rule), holds(allowed, value) ? value : null];
  });
  return Object.fromEntries(given);
}

function collect(table, cases) {
  if (table.hitPolicy !== "COLLECT") throw new Error(`hit policy ${table.hitPolicy}`);
  const names = table.input.map((column) => column.inputExpression.text);
  const rows = table.rule.map((rule) => ({
    id: rowId(rule),
    entries: rule.inputEntry.map((cell, n) => entry(names[n], cell.text)),
  }));
  return cases.map((one) => rows.filter((row) => row.entries.every((is) => is(one))).map((row) => row.id));
}

async function read({ xml, cases }) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
  const decisions = rootElement.drgElement.filter((element) => element.$type === "dmn:Decision");
  const each = (make) => Object.fromEntries(decisions.map((d) => [d.name, make(d.decisionLogic)]));
  return {
    warnings: warnings.map((warning) => warning.message),
    tables: each((table) => collect(table, cases)),
    outputs: each(outputs),
  };
}

for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const asked = JSON.parse(line);
  const answer = asked.tests ? { answers: asked.tests.map(([test, value]) => holds(test, value)) } : await read(asked);
  console.log(JSON.stringify(answer));
}
